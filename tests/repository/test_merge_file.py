"""git merges lines, and says how the user wants conflicts to be marked."""

import pytest
from support.notes import Notes

from minutebook.repository.access import RepositoryError
from minutebook.repository.merge_file import MARK_LENGTH, conflict_style, merge_lines


def test_a_conflict_has_the_base_in_it() -> None:
    marks = [sign * MARK_LENGTH for sign in "<|=>"]
    merged = merge_lines(["a"], ["b"], ["c"])
    assert [line.split(" ")[0] for line in merged] == [marks[0], "b", marks[1], "a", marks[2], "c", marks[3]]


def test_what_is_no_utf_8_stays_as_it_is() -> None:
    assert merge_lines(["a"], ["a"], ["\udcff"]) == ["\udcff"]


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_the_user_has_a_style(notes: Notes, monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    notes.git("config", "merge.conflictStyle", style)
    monkeypatch.chdir(notes.top)
    assert conflict_style() == style


def test_without_one_it_is_that_of_git(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(notes.top)
    assert conflict_style() == "merge"


def test_a_machine_without_git_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RepositoryError, match="git was not found"):
        merge_lines([], [], [])
