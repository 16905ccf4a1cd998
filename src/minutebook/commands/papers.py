"""The files of hand-written minutes that a command is given."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from minutebook.problem import UsageError
from minutebook.repository.objects import MOST


def once(paths: Iterable[str]) -> Iterator[str]:
    """Yield each path, but a file that is named twice only once."""
    seen = set()
    for path in paths:
        if (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            yield path


def text(path: str) -> str:
    """Return the text of a file; raises UsageError, with the reason, if it is none."""
    try:
        data = _bytes(path)
    except OSError as error:
        raise UsageError(f"'{path}' can't be read: {error.strerror or error}") from None
    try:
        found = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"'{path}' is no text in UTF-8: byte {error.start + 1} can't be read") from None
    if "\0" in found:
        raise UsageError(f"'{path}' is no text: it has a NUL character")
    return found


def _bytes(path: str) -> bytes:
    file = Path(path)
    if file.is_dir():
        raise UsageError(f"'{path}' is a folder; name the files in it, such as {path.rstrip('/')}/*.md")
    if not file.exists():
        raise UsageError(f"there is no file '{path}'")
    if not file.is_file() or file.stat().st_size > MOST:
        raise UsageError(f"'{path}' is no file of minutes: those are plain files of at most 8 MiB")
    return file.read_bytes()
