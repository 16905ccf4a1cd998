"""What a commit changed in a meeting: against what it was, and a merge against both of its sides."""

import pytest
from support.notes import Notes

FILE = "meetings/team/2020-10-19.yaml"


def told(notes: Notes, *words: str) -> list[str]:
    """Return what the log says, without the commits."""
    return [line.strip() for line in notes.run("log", *words).stdout.splitlines() if line.startswith(" ")]


@pytest.fixture
def split(notes: Notes) -> Notes:
    """Return notes in which two branches have other counts, on the second of them."""
    notes.meeting("2020-10-19", Open=3, Held=3)
    notes.commit("Begin")
    notes.git("branch", "side")
    notes.meeting("2020-10-19", Open=5, Held=3)
    notes.commit("Ours")
    notes.git("switch", "--quiet", "side")
    notes.meeting("2020-10-19", Open=7, Held=3)
    notes.commit("Theirs")
    notes.git("merge", "--quiet", "main", code=1)
    return notes


def test_a_merge_tells_what_no_side_had(split: Notes) -> None:
    split.meeting("2020-10-19", Open=7, Held=4)
    split.commit("Merge")
    assert told(split)[:2] == [FILE, "Tickets Held 3 -> 4"]


def test_a_merge_that_takes_one_side_tells_nothing(split: Notes) -> None:
    split.meeting("2020-10-19", Open=7, Held=3)
    split.commit("Merge")
    assert "Merge" not in split.run("log").stdout


def test_a_new_meeting_is_compared_with_the_one_before_it_at_that_time(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=3)
    notes.commit()
    notes.meeting("2020-10-26", Open=5)
    notes.commit()
    notes.meeting("2020-10-19", Open=4)
    notes.commit("Correct")
    assert told(notes, "2020-10-26")[1:] == ["Tickets Open 3 -> 5"]


def test_one_that_was_deleted_or_cannot_be_read_is_told(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=3)
    notes.commit()
    notes.write(FILE, "date: [\n")
    notes.commit()
    (notes.top / FILE).unlink()
    notes.commit()
    removed, unreadable, *_ = told(notes)
    assert removed == f"{FILE}: removed"
    assert unreadable.startswith(f"{FILE}: can't be compared: {FILE}:")


def test_one_that_was_moved_to_another_folder_is_told_once(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=3)
    notes.commit()
    moved = FILE.replace("team/", "team/2020/")
    notes.write(moved, notes.read(FILE).replace("3", "4"))
    (notes.top / FILE).unlink()
    notes.commit()
    expected = [f"{moved}: moved from {FILE}", "Tickets Open 3 -> 4"]
    assert told(notes)[:2] == told(notes, "2020-10-19")[:2] == expected
    assert len(told(notes)) == len(told(notes, "2020-10-19")) == 4


def test_a_series_is_followed_to_where_it_lay(notes: Notes) -> None:
    """Another one moves in the same commit, with meetings on the same days."""
    notes.write("meetings/web/series.yaml", "title: Web\n")
    notes.write("meetings/web/2020-10-19.yaml", "date: 2020-10-19\n")
    notes.meeting("2020-10-19", Open=3)
    notes.commit()
    notes.meeting("2020-10-26", Open=5)
    notes.commit()
    for old, folder in (("team", "crew"), ("web", "site")):
        (notes.top / "minutes").mkdir(exist_ok=True)
        notes.git("mv", f"meetings/{old}", f"minutes/{folder}")
    notes.commit()
    names = [FILE.replace("meetings/team", "minutes/crew"), FILE]
    second = [name.replace("19", "26") for name in names]
    moved = [f"{path}: moved from {former}" for path, former in (names, second)]
    new = [f"{second[1]}: new, compared with 2020-10-19", "Tickets Open 3 -> 5"]
    assert told(notes, "minutes/crew")[:4] == [*moved, *new]
    assert told(notes, "minutes/crew/2020-10-26.yaml") == [moved[1], *new]
    assert sum("moved" in line for line in told(notes)) == 3


def test_what_is_no_meeting_is_not_told(notes: Notes) -> None:
    notes.write("meetings/team/2020-10-19.md", "# Team\n")
    notes.commit()
    assert notes.run("log").stdout == ""
