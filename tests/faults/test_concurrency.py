"""Several at once end as one after the other would."""

import subprocess
import sys

from support.filetrees import bytes_of
from support.notes import Notes

SYNC = [sys.executable, "-m", "minutebook", "sync"]


def test_two_at_once_end_as_one_after_the_other(kept: Notes) -> None:
    kept.meeting(
        "2020-10-26", Open=12, Done=3, extra="  - title: Talk\n    actions:\n      - unassigned: x\n"
    )
    runs = [
        subprocess.Popen(SYNC, cwd=kept.top, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    said = [run.communicate() for run in runs]
    # One that finds a file changed meanwhile writes nothing, and says to run it again.
    assert {run.returncode for run in runs} <= {0, 1, 2}, said
    kept.run("sync")
    at_once = bytes_of(kept.top)
    assert kept.run("check").returncode == 0
    assert not [path for path in at_once if path.endswith(".tmp")]


def test_hooks_in_two_worktrees_do_not_disturb_each_other(kept: Notes) -> None:
    kept.git("worktree", "add", "--quiet", "-b", "side", "../side")
    side = Notes(kept.top.parent / "side")
    for notes, count in ((kept, 11), (side, 12)):
        notes.meeting("2020-10-26", Open=count, Done=3)
        notes.git("add", "--all")
    hook = [*SYNC, "--staged", "--exit-code"]
    runs = [subprocess.Popen(hook, cwd=notes.top, stderr=subprocess.DEVNULL) for notes in (kept, side)]
    assert [run.wait() for run in runs] == [1, 1]
    assert [
        "| 11 " in kept.read(kept.minutes("2020-10-26")),
        "| 12 " in side.read(side.minutes("2020-10-26")),
    ] == [True, True]
