"""What a commit changes, asked of git itself, so that one without notes ends before anything else is imported.

Importing GitPython takes as long as eight bare interpreters; this question and its answer take one.
"""

import os
import subprocess
from collections.abc import Sequence

from minutebook.records.file_kinds import SERIES, is_read
from minutebook.repository.settings import PATHSPECS, SETTINGS

_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", *PATHSPECS)
"""Where one of these is set, more must be known than is asked here (minutebook.repository.access)."""


def find_staged() -> tuple[str, ...] | None:
    """Return every path whose staged content is not that of the last commit; None where more must be known."""
    if any(name in os.environ for name in _FOREIGN):
        return None
    return _ask("diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff")


def concern_notes(staged: Sequence[str]) -> bool:
    """Whether some paths could be of a series, or of one that is gone."""
    read = [path for path in staged if is_read(path)]
    if not read or any(_is_named_as_notes(path) for path in read):
        return bool(read)
    listed = _ask("ls-files", "-z", "--full-name", "--", f":(top)*{SERIES}")
    folders = {path.rpartition("/")[0] for path in listed or () if path.rpartition("/")[2] == SERIES}
    return listed is None or any(_lies_in(path, folders) for path in read)


def _is_named_as_notes(path: str) -> bool:
    """Whether a file is named after a day, or tells of a series, which may be gone."""
    name = path.rpartition("/")[2]
    return name == SERIES or name[:1].isdigit()


def _lies_in(path: str, folders: set[str]) -> bool:
    """Whether a file lies in one of some folders, or below it; the top of the repository is the empty one."""
    parts = path.split("/")[:-1]
    return any("/".join(parts[:length]) in folders for length in range(len(parts) + 1))


def _ask(command: str, *arguments: str) -> tuple[str, ...] | None:
    settings = (word for setting in SETTINGS for word in ("-c", setting))
    try:
        completed = subprocess.run(["git", *settings, command, *arguments], capture_output=True, check=False)
    except OSError:
        return None
    if completed.returncode:
        return None
    return tuple(path for path in completed.stdout.decode("utf-8", "surrogateescape").split("\0") if path)
