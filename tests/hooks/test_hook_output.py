"""What the hook says of a commit, and what people type then."""

import pytest
from support.committers import FIRST, SECOND, Committers, meet

pytestmark = pytest.mark.long


def test_warnings_are_shown_on_a_commit_that_passes(team: Committers) -> None:
    team.notes.run("sync")
    team.notes.git("add", ".")
    said = team.commit()
    assert ": counter-absent: warning: the counter 'guests' of 2020-10-19 is missing" in said
    assert "1 warning" in said


def test_nothing_is_said_on_a_commit_without_warnings(team: Committers) -> None:
    (team.notes.top / team.notes.series / f"{SECOND}.yaml").unlink()
    meet(team.notes, FIRST, 11)
    team.notes.run("sync")
    team.notes.git("add", ".")
    said = team.commit()
    shown = said[said.index("- hook id: minutebook") : said.index("[main ")]
    assert [line for line in shown.splitlines() if line and not line.startswith("- ")] == []


def test_what_was_typed_into_minutes_is_not_lost_in_a_commit_of_all_tracked_files(
    met_twice: Committers,
) -> None:
    notes, minutes = met_twice.notes, met_twice.notes.minutes(SECOND)
    notes.write(minutes, notes.read(minutes) + "typed by hand\n")
    said = met_twice.commit("--all", stops=True)
    assert ": hand-edited: a line was typed by hand here and would be lost" in said
    assert notes.read(minutes).endswith("typed by hand\n")


def test_a_commit_of_other_files_does_not_wait_for_the_notes(team: Committers) -> None:
    team.notes.write(f"{team.notes.series}/{SECOND}.yaml", "broken: [")
    team.notes.commit()
    team.notes.write("code.py", "")
    team.notes.git("add", ".")
    done = team.notes.git("commit", "--message", "Code")
    assert "minutebook...............................................................Passed" in done.stderr


def test_a_mistake_stops_the_commit_and_writes_nothing(team: Committers) -> None:
    second = team.notes.write(f"{team.notes.series}/{SECOND}.yaml", f"date: {SECOND}\ntitel: Typo\n")
    team.notes.git("add", ".")
    said = team.commit(stops=True)
    assert f"{second}:2:1: " in said
    assert "Type:" not in said
    assert team.notes.git("status", "--porcelain").stdout == f"A  {second}\n"


def test_what_is_to_be_typed_is_told_for_the_folder_of_the_commit(team: Committers) -> None:
    team.notes.git("add", ".")
    said = team.commit(stops=True, folder="meetings")
    assert team.type(said, folder="meetings") == ["git add team/2020-10-26.md team/README.md"]
    team.commit(folder="meetings")
    team.insist_on_rest()


def test_what_is_to_be_typed_is_quoted(met_twice: Committers) -> None:
    met_twice.notes.git("mv", "meetings/team", "meetings/Tea & it's $HOME")
    met_twice.notes.series = "meetings/Tea & it's $HOME"
    meet(met_twice.notes, SECOND, 9)
    met_twice.notes.git("add", ".")
    met_twice.commit_twice()
    met_twice.insist_on_rest()


def test_a_hand_edit_that_is_not_staged_is_not_lost_and_the_commit_can_go_on(met_twice: Committers) -> None:
    notes = met_twice.notes
    minutes = notes.minutes(SECOND)
    meet(notes, SECOND, 9)
    notes.git("add", ".")
    notes.write(minutes, notes.read(minutes).replace("| 12    | +2      |", "| 12    | +2 (!)  |"))
    said = met_twice.commit(stops=True)
    assert "Rolling back fixes" in said
    assert "+2 (!)" in notes.read(minutes)
    met_twice.type(said)
    said = met_twice.commit(stops=True)
    assert "| 12    | +2 (!)  | Open  |" in said
    met_twice.type(said)
    met_twice.commit()
    met_twice.insist_on_rest()
