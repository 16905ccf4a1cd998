"""Spans that are read again only where an edit may have moved them."""

from minutebook.source.edits.edited_text import EditedText
from minutebook.source.edits.known_spans import KnownSpans

TEXT = "first: 1\nsecond:\n  - a\n  - b\n"


def test_spans_beside_an_edit_are_those_of_before() -> None:
    edited = EditedText(TEXT)
    known = KnownSpans(edited)
    spans = known.current()
    edited.defer(0, 0, "zero: 0\n")
    known.touch(("zero",))

    assert known.beside(("second", 1)) is spans
    assert known.is_touched(())
    assert known.current().values[("second", 1)].start == spans.values[("second", 1)].start + len("zero: 0\n")


def test_what_is_at_in_or_around_an_edit_is_touched() -> None:
    known = KnownSpans(EditedText(TEXT))
    known.touch(("second", 1))

    touched = [("second", 1), ("second", 1, "deeper"), ("second",), ()]
    assert [known.is_touched(path) for path in touched] == [True] * len(touched)
    assert not known.is_touched(("second", 0))


def test_a_text_without_a_newline_at_its_end_is_read_again_each_time() -> None:
    edited = EditedText(TEXT.removesuffix("\n"))
    known = KnownSpans(edited)
    known.current()
    edited.defer(0, 0, "zero: 0\n")
    known.touch(("zero",))

    assert ("zero",) in known.beside(("second", 1)).values
