"""The folder of a new series: what can't be one."""

from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from minutebook.commands._series_folder import refuse_nested_repository
from minutebook.records.problem import UsageError

if TYPE_CHECKING:
    from support.notes import Notes


@pytest.mark.parametrize(
    "words",
    [
        ("init", "--title", "Web", "--schedule", "", "--people", ""),
        ("import", "old.md", "--into", "meetings/web"),
    ],
)
def test_a_folder_that_git_ignores_is_refused(notes: "Notes", words: tuple[str, ...]) -> None:
    notes.write(".gitignore", "web\n")
    notes.write("old.md", f"# Web, {date(2020, 10, 26):%d %B %Y}\n\nPresent: Ada\n")
    refusal = notes.refusal(*words)
    assert "git ignores meetings/web/series.yaml" in refusal
    assert "change the rule `web` in .gitignore, line 1" in refusal


def test_a_folder_with_a_repository_of_its_own_is_refused(notes: "Notes") -> None:
    notes.git("init", "--quiet", "meetings/web")
    with pytest.raises(UsageError, match="is a git repository of its own"):
        refuse_nested_repository(notes.top, PurePosixPath("meetings/web"))


def test_a_folder_below_the_top_is_no_repository_of_its_own(notes: "Notes") -> None:
    refuse_nested_repository(notes.top, PurePosixPath("meetings/team"))
