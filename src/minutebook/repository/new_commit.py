"""A commit that is made of some files, as a user makes one in the shell."""

import contextlib
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from minutebook.repository.commits import pathspec
from minutebook.repository.settings import TOLD

_UNFINISHED = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}
"""What lies in the git directory while git waits for people to finish something."""


def find_unfinished(git_dir: Path) -> str:
    """Return what git is in the midst of, such as a merge, else nothing."""
    return next((word for name, word in _UNFINISHED.items() if (git_dir / name).exists()), "")


def has_unpushed(top: Path, folder: str) -> bool:
    """Whether a folder changed in commits that the branch which they are pushed to lacks, if there is one."""
    words = ["git", "rev-list", "--max-count=1", "@{upstream}..HEAD"]
    completed = subprocess.run([*words, "--", pathspec(folder)], cwd=top, capture_output=True, check=False)
    return bool(completed.stdout.strip())


def create_commit(folder: Path, paths: Sequence[str], message: str, show: Callable[[str], None]) -> bool:
    """Commit exactly these paths of the repository as they are on disk; return whether that was done.

    What git and its hooks say is shown line by line: for a first commit pre-commit installs hooks, which takes long.
    Hooks learn from git in which folder somebody stands who will type what they say.
    """
    options = ("--quiet", f"--message={message}", "--pathspec-from-file=-", "--pathspec-file-nul")
    # Not by GitPython, whose settings for reading would reach the hooks.
    with subprocess.Popen(
        ["git", "commit", *options],
        cwd=folder,
        env={**os.environ, TOLD: "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdin and process.stdout  # noqa: S101, PT018  as it was started
        with contextlib.suppress(BrokenPipeError):  # git says why it doesn't read on
            process.stdin.write(
                "\0".join(f":(top,literal){path}" for path in paths).encode("utf-8", "surrogateescape")
            )
            process.stdin.close()
        for line in process.stdout:
            show(line.decode("utf-8", "replace").rstrip())
    return process.returncode == 0
