"""Of what is pushed, a server checks what changes notes of a branch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.server import FIRST, SECOND, Server, said, write_badly, write_well

if TYPE_CHECKING:
    from support.notes import Notes

pytestmark = pytest.mark.long
UNGUARDED = "git -c core.hooksPath=/nowhere receive-pack"


def test_a_tag_passes(server: Server) -> None:
    write_badly(server.notes)
    server.notes.git("tag", "--annotate", "--message", "Said", "said")
    assert server.push("said", "main:refs/notes/x") == ""
    assert {"refs/tags/said", "refs/notes/x"} < server.refs().keys()


def test_a_branch_that_is_made_from_a_tag_is_checked(server: Server) -> None:
    write_badly(server.notes)
    server.push("main:refs/tags/loophole")
    assert "Branch side:" in server.push("main:side", refused=True)


def test_a_branch_holds_commits(server: Server) -> None:
    server.notes.git("tag", "--annotate", "--message", "Said", "said")
    before = server.refs()
    assert "is a tag, not a commit" in server.push("--force", "said:refs/heads/main", refused=True)
    assert "non-commit object" in said(server.notes.git("push", server.url, "said:refs/heads/x", code=1))
    assert server.refs() == before


def test_a_branch_goes(server: Server) -> None:
    server.push("main:side")
    assert server.push("--delete", "side") == ""
    assert server.refs().keys() == {"refs/heads/main"}


def test_work_beside_notes_that_were_broken_before_passes(broken: Server) -> None:
    broken.notes.write("code.py", "")
    broken.notes.write("README.md", "Text\n")
    broken.notes.commit()
    assert broken.push("main") == ""
    broken.notes.write("code.py", "\n")
    broken.notes.commit()
    assert broken.push("main:side") == ""


def test_a_change_of_notes_that_were_broken_before_is_checked(broken: Server) -> None:
    write_badly(broken.notes, FIRST)
    assert "minutes-missing" in broken.push("main", refused=True)


def test_another_series_than_the_one_that_was_broken_before_can_change(broken: Server) -> None:
    other = broken.notes.write("meetings/other/series.yaml", "title: Other\n")
    broken.notes.run("sync", str(Path(other).parent))
    broken.notes.commit()
    assert broken.push("main") == ""


def test_a_branch_at_a_commit_that_is_there_passes(broken: Server) -> None:
    broken.push("main:side")
    assert broken.refs().keys() == {"refs/heads/main", "refs/heads/side"}


def test_a_new_branch_with_new_commits_is_checked(server: Server) -> None:
    server.notes.git("checkout", "--quiet", "-b", "side")
    write_badly(server.notes)
    server.notes.write("code.py", "")
    server.notes.commit()
    assert "Branch side:" in server.push("side", refused=True)


def test_a_branch_without_a_past_is_checked_whole(server: Server) -> None:
    write_badly(server.notes)
    server.notes.git("checkout", "--quiet", "--orphan", "side")
    server.notes.commit()
    assert "Branch side:" in server.push("side", refused=True)


def test_the_first_push_of_all_is_checked_whole(notes: Notes) -> None:
    server = Server(notes)
    server.guard()
    write_badly(notes)
    assert "minutes-missing" in server.push("main", refused=True)


def test_a_merge_that_breaks_what_both_lines_had_right_is_refused(server: Server) -> None:
    notes = server.notes
    for branch, day in (("one", SECOND), ("two", "2020-11-02")):
        notes.git("checkout", "--quiet", "-b", branch, "main")
        write_well(notes, day, Open=12)
        server.push(branch)
    notes.git("merge", "--quiet", "--strategy=ours", "--no-edit", "one")
    notes.git("checkout", "one", "--", f"{notes.series}/{SECOND}.yaml", notes.minutes(SECOND))
    notes.git("commit", "--quiet", "--amend", "--no-edit", "--no-verify")
    assert "minutes-stale" in server.push("two:merged", refused=True)


def test_a_merge_that_leaves_the_notes_of_one_line_as_they_were_passes(broken: Server) -> None:
    notes = broken.notes
    notes.git("checkout", "--quiet", "-b", "code")
    write_badly(notes, FIRST)
    notes.git("push", "--quiet", str(broken.folder), "code:refs/heads/unguarded", "--receive-pack", UNGUARDED)
    notes.git("checkout", "--quiet", "main")
    notes.write("code.py", "")
    notes.commit()
    notes.git("merge", "--quiet", "--strategy=ours", "--no-edit", "code")
    assert broken.push("main:merged") == ""


def test_a_forced_push_is_compared_with_what_the_branch_had(server: Server) -> None:
    write_well(server.notes, SECOND, Open=12)
    server.push("main")
    server.notes.git("reset", "--quiet", "--hard", "HEAD~1")
    write_badly(server.notes)
    assert "minutes-missing" in server.push("--force", "main", refused=True)
    server.notes.git("reset", "--quiet", "--hard", "HEAD~1")
    assert server.push("--force", "main") == ""
