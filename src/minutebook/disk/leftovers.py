"""What a run that was killed has left behind: temporary files and folders, which the next run removes."""

import contextlib
import os
import time
from pathlib import Path

from minutebook.records.late_patterns import late_pattern

_DAY = 24 * 60 * 60
# With nothing between, as the versions before named them.
_NAME = late_pattern(
    r"\.?minutebook-(?:(?P<machine>[0-9a-f]{8})-(?P<process>[0-9]+)-)?[a-z0-9_]{8}(?:\.tmp)?"
)


def temporary_prefix(start: str = "") -> str:
    """Return how the name of what is temporary begins, by which the next run sees whether somebody still needs it."""
    return f"{start}minutebook-{_machine()}-{os.getpid()}-"


def remove_leftovers(folder: Path) -> None:
    """Remove what is temporary in a folder and belongs to no process any more; what can't be removed stays."""
    with contextlib.suppress(OSError):
        # The names alone: nearly all are those of meetings and minutes, of which there may be thousands.
        for file_name in os.listdir(folder):  # noqa: PTH208
            name = _NAME.fullmatch(file_name) if "minutebook-" in file_name else None
            if name and _is_stale(folder / file_name, name["machine"], name["process"]):
                _remove(folder / file_name)


def _is_stale(path: Path, machine: str | None, process: str | None) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        return False
    # Of a process elsewhere, such as on another machine that shares the folder, nobody can ask.
    if machine == _machine() and process and os.name == "posix":
        return not _is_running(int(process))
    return time.time() - status.st_mtime > _DAY


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            import shutil

            shutil.rmtree(path)
        else:
            path.unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _machine() -> str:
    import zlib

    # Containers that share a folder have names of their own.
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{zlib.crc32(name.encode('utf-8', 'surrogateescape')):08x}"
