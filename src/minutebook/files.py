"""Writing files whole or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Change:
    """A file to write: what it held when it was read (None: it was not there), what it shall hold (None: go)."""

    path: Path
    before: bytes | None
    after: bytes | None


class NotWritten(OSError):
    """Nothing was changed; the message is one sentence for the user."""


def apply(changes: Sequence[Change]) -> None:
    """Make all changes or none; raises NotWritten with the reason.

    New contents are on disk in full before the first name is changed, so that a full disk or a power cut
    leaves every file as it was or as it shall be.
    """
    prepared: list[tuple[Change, Path | None]] = []
    done: list[Change] = []
    try:
        for change in changes:
            _check(change)
            prepared.append((change, _prepare(change)))
        for change, temporary in prepared:
            _put(change, temporary)
            done.append(change)
    except OSError as error:
        _undo(done)
        if isinstance(error, NotWritten):
            raise
        name = error.filename or (changes[0].path if changes else "")
        raise NotWritten(f"{name}: {error.strerror or error}; nothing was changed") from error
    finally:
        for _change, temporary in prepared:
            if temporary:
                temporary.unlink(missing_ok=True)


def _check(change: Change) -> None:
    if change.path.is_symlink():
        raise NotWritten(f"{change.path} is a symbolic link and is not followed; nothing was changed")
    if change.path.exists() and not os.access(change.path, os.W_OK):
        raise NotWritten(f"{change.path} is read-only; nothing was changed")
    now = change.path.read_bytes() if change.path.exists() else None
    if now != change.before:
        raise NotWritten(f"{change.path} was changed meanwhile; nothing was changed here, run it again")


def _prepare(change: Change) -> Path | None:
    if change.after is None:
        return None
    change.path.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, because only within one file system is a rename atomic.
    descriptor, name = tempfile.mkstemp(prefix=".minutebook-", suffix=".tmp", dir=change.path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(change.after)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(change.path.stat().st_mode if change.path.exists() else 0o666 & ~_umask())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _put(change: Change, temporary: Path | None) -> None:
    if temporary:
        temporary.replace(change.path)
    else:
        change.path.unlink(missing_ok=True)
    _sync_folder(change.path.parent)


def _undo(done: Sequence[Change]) -> None:
    for change in done:
        with contextlib.suppress(OSError):
            if change.before is None:
                change.path.unlink(missing_ok=True)
            else:
                change.path.write_bytes(change.before)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders can't be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
