"""What a commit changes, asked of git itself, so that one without notes ends before anything else is imported.

Importing what calls git by GitPython takes as long as three bare interpreters; this question and its answer take one.
"""

import os
from collections.abc import Iterable, Mapping

from minutebook.records.file_kinds import SERIES, is_read
from minutebook.repository.settings import PATHSPECS, SETTINGS

_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", *PATHSPECS)
"""Where one of these is set, more must be known than is asked here (minutebook.repository.access)."""


CHANGES = ("diff", "--cached", "--raw", "--no-abbrev", "-z", "--no-renames", "--no-ext-diff")
"""What git is asked for the changes that are staged."""
_NEW = "000000"


def find_staged() -> Mapping[str, tuple[str, str]] | None:
    """Return every path whose staged content is not that of the last commit; None where more must be known.

    With each stand the mode and the id that it has in that commit, or nothing where it is new.
    """
    if any(name in os.environ for name in _FOREIGN):
        return None
    raw = _ask(*CHANGES)
    return None if raw is None else parse_changes(raw)


def parse_changes(raw: bytes) -> Mapping[str, tuple[str, str]]:
    """Return what git has answered about the changes, as `find_staged` does."""
    changes = {}
    fields = iter(raw.decode("utf-8", "surrogateescape").split("\0"))
    for described, path in zip(fields, fields, strict=False):  # behind the last one stands a NUL, too
        former_mode, _mode, former_oid, _rest = described.removeprefix(":").split(" ", 3)
        changes[path] = ("", "") if former_mode == _NEW else (former_mode, former_oid)
    return changes


def concern_notes(staged: Iterable[str]) -> bool:
    """Whether some paths could be of a series, or of one that is gone."""
    read = [path for path in staged if is_read(path)]
    if not read or any(_is_named_as_notes(path) for path in read):
        return bool(read)
    listed = _ask("ls-files", "-z", "--full-name", "--", f":(top)*{SERIES}")
    if listed is None:
        return True
    paths = listed.decode("utf-8", "surrogateescape").split("\0")
    folders = {path.rpartition("/")[0] for path in paths if path.rpartition("/")[2] == SERIES}
    return any(_lies_in(path, folders) for path in read)


def _is_named_as_notes(path: str) -> bool:
    """Whether a file is named after a day, or tells of a series, which may be gone."""
    name = path.rpartition("/")[2]
    return name == SERIES or name[:1].isdigit()


def _lies_in(path: str, folders: set[str]) -> bool:
    """Whether a file lies in one of some folders, or below it; the top of the repository is the empty one."""
    parts = path.split("/")[:-1]
    return any("/".join(parts[:length]) in folders for length in range(len(parts) + 1))


def _ask(command: str, *arguments: str) -> bytes | None:
    settings = (word for setting in SETTINGS for word in ("-c", setting))
    options = ("--no-replace-objects", *settings)
    import subprocess

    try:
        completed = subprocess.run(["git", *options, command, *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return None if completed.returncode else completed.stdout
