"""git's own three-way merge of texts, as `git merge-file` does it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from minutebook.repository.access import NO_GIT, RepositoryError

if TYPE_CHECKING:
    import subprocess

ConflictStyle = Literal["merge", "diff3", "zdiff3"]
MARK_LENGTH = 57
"""So many signs begin the lines around a conflict; no text that people write has lines of so many."""
_FAILED = 128


def merge_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return merged lines; those of a conflict are marked with the base between.

    Raises RepositoryError where git fails.
    """
    import tempfile  # 5 ms that most merges need not pay

    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        paths = []
        for name, lines in (("ours", ours), ("base", base), ("theirs", theirs)):
            path = Path(folder) / name
            path.write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
            paths.append(str(path))
        merged = _git("merge-file", "-p", "--diff3", f"--marker-size={MARK_LENGTH}", *paths)
    if merged.returncode >= _FAILED or merged.returncode < 0:
        raise RepositoryError(f"git merge-file failed: {merged.stderr.decode('utf-8', 'replace').strip()}")
    return merged.stdout.decode("utf-8", "surrogateescape").split("\n")[:-1]


def conflict_style() -> ConflictStyle:
    """Return how the user wants conflicts to be marked."""
    style = _git("config", "--get", "merge.conflictStyle").stdout.decode("utf-8", "replace").strip().lower()
    return "diff3" if style == "diff3" else "zdiff3" if style == "zdiff3" else "merge"


def _git(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    import subprocess

    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError:
        raise RepositoryError(NO_GIT) from None
