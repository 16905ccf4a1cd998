"""A series that stands in two folders is told, with the line that deletes one of them."""

import shlex
import shutil

from support.notes import Notes
from support.sharednotes import CARRIED, FIRST, OPEN, SECOND, write


def copies(notes: Notes) -> list[str]:
    return [problem["path"] for problem in notes.problems() if problem["rule"] == "meeting-copied"]


def test_a_merge_of_two_branches_that_renamed_a_series_is_told(notes: Notes) -> None:
    write(notes, FIRST, OPEN)
    write(notes, SECOND, CARRIED)
    notes.commit()
    notes.git("switch", "--quiet", "--create", "other")
    notes.git("mv", notes.series, "meetings/bee")
    notes.commit()
    notes.git("switch", "--quiet", "main")
    notes.git("mv", notes.series, "meetings/ant")
    notes.commit()
    notes.git("merge", "--quiet", "other", code=1)
    notes.git("add", "--all")
    (problem,) = (problem for problem in notes.problems() if problem["rule"] == "meeting-copied")
    assert (problem["path"], problem["severity"]) == (f"meetings/bee/{SECOND}.yaml", "warning")
    lines = problem["hint"].partition("repository: ")[2].split("   or: ")
    assert [line.rpartition("/")[2] for line in lines] == ["bee", "ant"]
    notes.call(shlex.split(lines[0]))
    assert copies(notes) == []
    assert "action-lost" not in notes.rules()


def test_a_copy_that_goes_on_is_told_no_more(notes: Notes) -> None:
    write(notes, FIRST, OPEN)
    shutil.copytree(notes.top / notes.series, notes.top / "meetings/crew")
    assert copies(notes) == [f"{notes.series}/{FIRST}.yaml"]
    write(notes, SECOND, CARRIED)
    assert copies(notes) == [f"meetings/crew/{FIRST}.yaml"]
    notes.write(f"meetings/crew/{SECOND}.yaml", f"date: {SECOND}\n")
    assert copies(notes) == []


def test_meetings_without_action_items_may_be_the_same(notes: Notes) -> None:
    write(notes, FIRST, "status: skipped\nreason: Christmas\n")
    shutil.copytree(notes.top / notes.series, notes.top / "meetings/crew")
    assert copies(notes) == []
