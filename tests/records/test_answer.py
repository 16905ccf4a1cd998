"""An answer covers the warnings of its rules in its record."""

from minutebook.records.answer import Answer


def test_an_answer_covers_what_stands_in_its_record() -> None:
    answer = Answer(("sections", 0), ("row-absent",))
    assert answer.covers(("sections", 0, "table", "rows"), "row-absent")
    assert answer.covers(("sections", 0), "row-absent")
    assert not answer.covers(("sections", 0), "column-absent")
    assert not answer.covers(("sections", 1, "table", "rows"), "row-absent")
    assert not answer.covers(("date",), "row-absent")
