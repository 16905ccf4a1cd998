"""Writing files whole or not at all."""

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from minutebook.disk.interrupts import interrupts_waiting
from minutebook.disk.leftovers import remove_leftovers, temporary_prefix
from minutebook.disk.locks import alone_in
from minutebook.records.file_kinds import NOT_REGULAR, SYMBOLIC_LINK
from minutebook.records.frozen_class import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A file to write, or to delete.

    `original` is what it held when it was read, None where there was none; `content` what it will hold, None to delete it.
    """

    path: Path
    original: bytes | None
    content: bytes | None


CHANGED = "{} was changed meanwhile, so nothing was written; run this again"
SAVED = "{} was saved by somebody else at the same moment, and was left alone; {}"
"""What is said of a file that an editor or another run has written, in the second case with what to do."""


def unified_diff(path: str, original: str | None, text: str | None) -> str:
    """Return how the text of a file changes."""
    from difflib import unified_diff as diff

    return "\n".join(diff((original or "").splitlines(), (text or "").splitlines(), path, path, lineterm=""))


class NotWritten(OSError):
    """Nothing was changed; the message is one sentence for the user."""


def apply(changes: Iterable[Change]) -> tuple[Path, ...]:
    """Make all changes or none, and return the files that somebody saved in between, which are left alone.

    All contents are on disk, in temporary files, before the first name is changed, so that a full disk or a power
    cut leaves each file as it was or as it must be. None is held in memory after that, however many there are. Each
    file is compared once more right before it is replaced, as an editor or another run may have written it since, and
    no other run may write meanwhile. Raises NotWritten with the reason.
    """
    with interrupts_waiting() as let_interrupt:
        return _apply(_in_tidy_folders(changes), let_interrupt)


def _in_tidy_folders(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield changes, each when its folder has nothing left of a run that was killed."""
    folders = set[Path]()
    for change in changes:
        if change.path.parent not in folders:
            folders.add(change.path.parent)
            remove_leftovers(change.path.parent)
        yield change


def _apply(changes: Iterable[Change], let_interrupt: Callable[[], None]) -> tuple[Path, ...]:
    prepared: list[tuple[Change, Path | None, bytes | None]] = []
    applied: list[tuple[Change, bytes | None]] = []
    change = None
    new_folders: list[Path] = []
    try:
        for change in changes:
            let_interrupt()
            _refuse_unsafe(change)
            if change.content is not None:
                _make_folder(change.path.parent, new_folders)
            prepared.append((replace(change, content=None), _prepare(change), _digest(change.content)))
        saved = _put_all(prepared, applied, let_interrupt)
        # Once for all files of a folder, because each time takes as long as a file itself.
        for folder in dict.fromkeys(change.path.parent for change, _ in applied):
            _sync_folder(folder)
        return saved
    except BaseException as error:  # Ctrl-C, too
        stuck = ", ".join(str(change.path) for change, digest in applied if not _undo(change, digest))
        if isinstance(error, NotWritten) or not isinstance(error, OSError):
            raise
        # Of a rename the second name is that of the file; the first is temporary.
        name = error.filename2 or error.filename or (change.path if change else "")
        outcome = f"{stuck} could not be put back, or was saved meanwhile" if stuck else "nothing was changed"
        raise NotWritten(f"{name}: {error.strerror or error}; {outcome}") from error
    finally:
        for _change, temporary, _ in prepared:
            if temporary:
                temporary.unlink(missing_ok=True)
        _remove_empty(new_folders)


def _put_all(
    prepared: Sequence[tuple[Change, Path | None, bytes | None]],
    applied: list[tuple[Change, bytes | None]],
    let_interrupt: Callable[[], None],
) -> tuple[Path, ...]:
    """Make the prepared changes and note each; return the files that are not as they were read, which stay."""
    saved = []
    with alone_in({change.path.parent for change, _, _ in prepared}, let_interrupt):
        for change, temporary, digest in prepared:
            let_interrupt()
            if _content_of(change.path) != change.original:
                saved.append(change.path)
                continue
            applied.append((change, digest))
            _put(change, temporary)
    return tuple(saved)


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file, or make it; raises NotWritten with the reason."""
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise NotWritten(f"{path} can't be written: {error.strerror or error}") from None


def irregular(path: Path) -> str:
    """Return what stands at a path instead of a regular file of the repository, such as a symbolic link, or nothing."""
    if _leads_outside(path.parent):
        return "behind a symbolic link out of the repository"
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return ""
    if stat.S_ISLNK(mode):
        return SYMBOLIC_LINK
    return "" if stat.S_ISREG(mode) else NOT_REGULAR


def _leads_outside(folder: Path) -> bool:
    # A link to another repository has a .git, too.
    tops = (parent for parent in (folder, *folder.parents) if (parent / ".git").exists())
    top = next((top for top in tops if not top.is_symlink()), None)
    return top is not None and not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(top))


def _refuse_unsafe(change: Change) -> None:
    if instead := irregular(change.path):
        raise NotWritten(f"{change.path} is {instead} and is not followed; nothing was changed")
    if change.path.exists() and not _is_writable(change.path):
        raise NotWritten(f"{change.path} is read-only; nothing was changed")
    if _content_of(change.path) != change.original:
        raise NotWritten(CHANGED.format(change.path))


def _prepare(change: Change) -> Path | None:
    if change.content is None:
        return None
    import tempfile

    # In the same folder, because a rename is atomic only within one file system (rename(2)).
    descriptor, name = tempfile.mkstemp(prefix=temporary_prefix("."), suffix=".tmp", dir=change.path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(change.content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(change.path.stat().st_mode if change.path.exists() else 0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _make_folder(folder: Path, new_folders: list[Path]) -> None:
    """Make a folder and the missing ones above it, and note each of them."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for parent in reversed(missing):
        new_folders.append(parent)
        parent.mkdir(exist_ok=True)


def _remove_empty(new_folders: Sequence[Path]) -> None:
    """Remove the new folders in which no file was written."""
    for folder in reversed(new_folders):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _is_writable(path: Path) -> bool:
    # The mode, too, because to the superuser every file is writable.
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def _put(change: Change, temporary: Path | None) -> None:
    if temporary:
        temporary.replace(change.path)
    else:
        change.path.unlink(missing_ok=True)


def _undo(change: Change, digest: bytes | None) -> bool:
    """Put back what a file held, whole or not at all; return whether it holds that again.

    What somebody has saved since, which is not what was written, stays.
    """
    restoration = Change(change.path, None, change.original)
    with contextlib.suppress(OSError):
        if _digest(_content_of(change.path)) == digest:
            temporary = _prepare(restoration)
            try:
                _put(restoration, temporary)
                _sync_folder(change.path.parent)
            finally:
                if temporary:
                    temporary.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        return _content_of(change.path) == change.original
    return False


def _digest(content: bytes | None) -> bytes | None:
    """Return what tells a content from others without holding it in memory."""
    return None if content is None else hashlib.blake2b(content).digest()


def _content_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


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
