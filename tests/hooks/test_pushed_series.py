"""What becomes of a series, its meetings and its action items does not pass a server unseen."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from support.server import FIRST, SECOND, write_well

from minutebook.repository.commits import Commits
from minutebook.repository.objects import MOST

if TYPE_CHECKING:
    from support.notes import Notes
    from support.server import Server

pytestmark = pytest.mark.long
OPEN = "    actions:\n      - id: k7q2m4\n        owner: Ann\n        task: call the bank\n"


def test_meetings_in_another_spelling_are_meetings_that_were_left(server: Server) -> None:
    notes = server.notes
    notes.git("rm", "--quiet", f"{notes.series}/series.yaml")
    notes.git("mv", f"{notes.series}/{FIRST}.yaml", f"{notes.series}/{FIRST}.YAML")
    notes.git(
        "rm", "--quiet", "--ignore-unmatch", "--force", notes.minutes(FIRST), f"{notes.series}/README.md"
    )
    notes.commit()
    assert "series-missing: meetings/team/series.yaml is missing" in server.push("main", refused=True)


def test_a_series_that_moves_above_its_meetings_takes_them_along(server: Server) -> None:
    notes = server.notes
    notes.git("mv", f"{notes.series}/series.yaml", "meetings/series.yaml")
    notes.git("rm", "--quiet", f"{notes.series}/README.md")
    notes.run("sync")
    notes.commit()
    assert notes.problems() == []
    assert server.push("main") == ""


def test_a_file_that_is_far_too_large_for_minutes_is_not_read_whole(server: Server) -> None:
    notes = server.notes
    notes.write(f"{notes.series}/README.md", "\n" * (40 * MOST // 8))
    notes.commit()
    commits = Commits(notes.top)
    assert len(commits.commit("HEAD").read(f"{notes.series}/README.md")) == MOST
    assert (
        commits.commit("HEAD").read(f"{notes.series}/{FIRST}.yaml")
        == notes.read(f"{notes.series}/{FIRST}.yaml").encode()
    )
    commits.close()
    assert "minutes-stale" in server.push("main", refused=True)


def test_a_series_that_goes_without_its_meetings_is_refused(server: Server) -> None:
    server.notes.git("rm", "--quiet", f"{server.notes.series}/series.yaml")
    server.notes.commit()
    told = server.push("main", refused=True)
    assert "series-missing: meetings/team/series.yaml is missing" in told
    assert told.endswith("and push again.\n")
    server.notes.git("rm", "-r", "--quiet", server.notes.series)
    server.notes.commit()
    assert server.push("main") == ""


def open_action(server: Server) -> str:
    """Push a meeting with an open action item, and return its path."""
    path = server.notes.meeting(SECOND, extra=OPEN, Open=12)
    server.notes.run("sync")
    server.notes.commit()
    server.push("main")
    return path


def delete_action(server: Server) -> None:
    """Commit the deletion of the action item as one does whose hooks do not run."""
    server.notes.meeting(SECOND, Open=12)
    server.notes.run("sync")
    server.notes.commit()


def vanished(notes: Notes, *words: str) -> list[str]:
    return [problem["message"] for problem in notes.problems(*words) if problem["rule"] == "action-lost"]


def test_a_push_without_an_action_item_that_the_branch_has_is_refused(server: Server) -> None:
    open_action(server)
    delete_action(server)
    answer = server.push("main", refused=True)
    assert "action-lost: action k7q2m4: Ann: 'call the bank' is open on 2020-10-26" in answer
    assert "fix what is named above, then type:" in answer
    assert len(vanished(server.notes, "--base", "HEAD~1")) == 1


def test_a_forced_push_of_a_history_without_it_is_refused(server: Server) -> None:
    open_action(server)
    server.notes.git("reset", "--quiet", "--hard", "HEAD~1")
    write_well(server.notes, SECOND, Open=13)
    answer = server.push("--force", "main", refused=True)
    assert "action-lost: action k7q2m4" in answer
    assert (
        "To keep them, type: git pull   and push without --force\nTo replace them, type first: git fetch\n"
        in answer
    )
    (words,) = re.findall(r"Put it back: minutebook (.*)$", answer, re.MULTILINE)
    assert server.notes.run(*shlex.split(words)).returncode == 0
    server.notes.run("sync", "--stage")
    server.notes.git("commit", "--quiet", "--message", "Notes")
    assert server.push("--force", "main") == ""


def test_a_new_branch_without_it_is_refused(server: Server) -> None:
    open_action(server)
    server.notes.git("checkout", "--quiet", "-b", "side")
    delete_action(server)
    assert "Branch side:" in server.push("side", refused=True)


def test_a_branch_that_never_had_it_needs_not_have_it(server: Server) -> None:
    server.notes.git("branch", "side")
    open_action(server)
    server.notes.git("checkout", "--quiet", "side")
    write_well(server.notes, SECOND, Open=13)
    server.push("side")


def test_a_push_that_closes_it_is_taken(server: Server) -> None:
    open_action(server)
    server.notes.meeting(SECOND, extra=f"{OPEN}        status: done\n", Open=12)
    server.notes.run("sync")
    server.notes.commit()
    server.push("main")
