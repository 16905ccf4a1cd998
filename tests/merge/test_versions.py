"""What three versions of a record say together."""

import pytest

from minutebook.merge.conflicts import Conflict
from minutebook.merge.record import Record
from minutebook.merge.versions import Versions


def line(value: str, comment: str = "") -> Record:
    """Return a record on a line."""
    return Record(("key", "a"), value, "line", "a: ", value, comment)


@pytest.mark.parametrize(
    ("versions", "value"),
    [
        (Versions(line("1"), line("2"), line("1")), "2"),
        (Versions(line("1"), line("1"), line("2")), "2"),
        (Versions(line("1"), line("2"), line("2")), "2"),
        (Versions(None, line("2"), None), "2"),
    ],
)
def test_what_one_changed_is_settled(versions: Versions, value: str) -> None:
    assert versions.is_settled
    assert versions.changed == line(value)


def test_what_both_changed_is_not() -> None:
    versions = Versions(line("1"), line("2"), line("3"))
    assert not versions.is_settled
    assert versions.conflict("a") == Conflict(("a: 2",), ("a: 1",), ("a: 3",), "a")


def test_what_one_took_away_is_removed() -> None:
    assert Versions(line("1"), None, line("2")).is_removed
    assert not Versions(None, None, line("2")).is_removed


def test_a_header_has_the_comments_of_both() -> None:
    versions = Versions(line("1"), line("1", "  # ours"), line("1", "  # theirs"))
    assert versions.header.comment == "  # ours  # theirs"
    assert Versions(None, None, line("1", "# theirs")).header.comment == "# theirs"


def test_without_a_version_there_is_no_header() -> None:
    with pytest.raises(ValueError, match="no version"):
        _ = Versions(None, None, None).header
