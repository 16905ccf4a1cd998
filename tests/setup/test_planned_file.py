"""A file that is planned: written whole, left as it is with advice, or added to."""

import pytest

from minutebook.setup.planned_file import PlannedFile, Read, whole_file, with_lines


def reading(text: str | None) -> Read:
    return lambda _path: text


def test_a_file_is_written_where_there_is_none() -> None:
    file = whole_file("a", "text\n", "why", reading(None))
    assert file == PlannedFile("a", None, "text\n", "why")
    assert file.changes


@pytest.mark.parametrize(
    ("current", "mark", "insist", "advice"),
    [
        ("text\n", "", True, ""),
        ("text\r\n", "", True, ""),
        ("other\n", "", False, ""),
        ("other\n", "", True, "with these options it would be another file"),
        ("other with a mark\n", "mark", False, ""),
        ("other\n", "mark", False, "it has its own settings; add this to them:\ntext"),
    ],
)
def test_a_file_that_is_there_stays_as_it_is(current: str, mark: str, insist: bool, advice: str) -> None:
    file = whole_file("a", "text\n", "why", reading(current), mark=mark, insist=insist)
    assert (file.planned, file.changes) == (current, False)
    assert file.advice.startswith(advice)
    assert bool(file.advice) == bool(advice)


@pytest.mark.parametrize(
    ("current", "planned"),
    [
        (None, "# why\none\ntwo\n"),
        ("", "# why\none\ntwo\n"),
        ("two\n", "two\n# why\none\n"),
        ("other", "other\n# why\none\ntwo\n"),
        ("other\r\n", "other\r\n# why\r\none\r\ntwo\r\n"),
        ("one\ntwo\n", "one\ntwo\n"),
    ],
)
def test_lines_that_a_file_lacks_are_added_below_a_comment(current: str | None, planned: str) -> None:
    assert with_lines("a", "why", ("one", "two"), "purpose", reading(current)).planned == planned
