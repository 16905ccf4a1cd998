"""A file is merged by meaning where it can be read, and as text where it can't."""

import pytest

from minutebook.merge.conflicts import Labels
from minutebook.merge.meeting_file import Texts, merge_files

BASE = "title: A\ndate: 2020-10-26\nattending: [Mat]\n"


def merge(*texts: str) -> tuple[str, int]:
    """Return the merged text and the number of conflicts."""
    merged = merge_files(Texts(*texts), Labels)
    return merged.text, merged.conflicts


def test_people_of_both_are_there() -> None:
    ours, theirs = BASE.replace("[Mat]", "[Mat, Ann]"), BASE.replace("[Mat]", "[Mat, Bo]")
    assert merge(BASE, ours, theirs) == (BASE.replace("[Mat]", "[Mat, Ann, Bo]"), 0)


def test_newlines_stay_those_of_ours() -> None:
    ours = BASE.replace("A", "B").replace("\n", "\r\n")
    assert merge(BASE, ours, BASE + "x-own: 1\n") == (ours + "x-own: 1\r\n", 0)


@pytest.mark.parametrize("broken", ["title: [\n", "title: A\ntitle: B\n"])
def test_what_can_t_be_read_is_merged_as_text(broken: str) -> None:
    assert merge(broken + "\n\n\na\n", broken + "\n\n\nb\n", "# c\n" + broken + "\n\n\na\n") == (
        "# c\n" + broken + "\n\n\nb\n",
        0,
    )


def test_a_conflict_of_text_is_marked() -> None:
    text, conflicts = merge("[\n", "[a\n", "[b\n")
    assert conflicts == 1
    assert text.startswith("<<<<<<< ours: text\n[a\n=======\n[b\n>>>>>>> theirs: text\n")


def test_what_would_be_lost_is_merged_as_text() -> None:
    base = "title: A\nsections:\n  - title: B\n    x-a:\n      c: 1\n"
    ours = base.replace("    x-a:", "    x-a:  # why")
    theirs = "title: A\nsections:\n  - title: B\n"
    text, conflicts = merge(base, ours, theirs)
    assert conflicts == 1
    assert "# why" in text


def test_a_file_that_both_began_is_merged() -> None:
    assert merge("", BASE, BASE + "absent: [Bo]\n") == (BASE + "absent: [Bo]\n", 0)


def test_text_that_has_a_follower_since_the_merge_has_an_empty_line_below() -> None:
    base = f"{BASE}notes: |\n  -   a\n"
    ours, theirs = f"{base}  -   b\n", f"{base}x-own: 1\n"
    assert merge(base, ours, theirs) == (f"{ours}\nx-own: 1\n", 0)


def test_where_the_versions_have_none_the_merge_has_none() -> None:
    base = f"{BASE}notes: |\n  -   a\nx-own: 1\n"
    ours, theirs = (base.replace("  -   a\n", f"  -   a\n  -   {word}\n") for word in ("b", "c"))
    assert merge(base, ours, theirs)[0] == base.replace("  -   a\n", "  -   a\n  -   b\n  -   c\n")


@pytest.mark.parametrize("text", [BASE.replace("date", "\ndate"), BASE.rstrip("\n"), ""])
def test_where_one_has_changed_nothing_the_other_is_kept_to_the_byte(text: str) -> None:
    assert merge(BASE, BASE, text) == merge(BASE, text, BASE) == merge(BASE, text, text) == (text, 0)
