"""The files of hand-written minutes that a command is given."""

import glob
import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from minutebook.records.problem import UsageError
from minutebook.repository.objects import MOST

_MOST_FAULTS = 10
"""Files that can't be read, of which more are only counted."""
_UTF_16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_ASCII_END, _FEW = 0x80, 4
"""Where ASCII ends, and one letter in how many may be none of it in languages of Latin letters."""


class NoText(UsageError):
    """A file that holds no text: what is wrong with it, with its line and what to do about it."""

    def __init__(self, path: str, line: int, fault: str, hint: str) -> None:
        super().__init__(f"'{path}' {fault}")
        self.line, self.fault, self.hint = line, fault, hint


def find_files(arguments: Iterable[str]) -> tuple[str, ...]:
    """Return the files that are named, each once; raises UsageError, with the reasons, if some can't be read."""
    paths: dict[str, str] = {}
    faults: list[str] = []
    for path in (path for argument in arguments for path in _expand(argument)):
        if fault := _fault(path):
            faults.append(fault)
        paths.setdefault(os.path.realpath(path), path)
    if faults:
        raise UsageError(_fault_list(faults, len(paths)))
    return tuple(paths.values())


def read_text(path: str) -> str:
    """Return the text of a file; raises NoText if it holds none, and UsageError if it can't be read."""
    return read_guessed(path)[0]


def read_guessed(path: str) -> tuple[str, int]:
    """Return the text of a file, and the first line of which the encoding was guessed, or 0; raises as read_text."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(_unreadable(path, error)) from None
    text, guessed_line = "", 0
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        guessed_line = data[: error.start].count(b"\n") + 1
        if not (text := _as_windows_1252(data)):
            fault = f"is not text in UTF-8: byte {error.start + 1} can't be read"
            raise NoText(path, guessed_line, fault, "Save it as UTF-8 in your editor.") from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise NoText(
            path, line, "is not text: it has a NUL character", "Minutes are plain text, in Markdown."
        )
    return text, guessed_line


def _as_windows_1252(data: bytes) -> str:
    """Return the text of what old editors wrote in the west of Europe; nothing where it must be something else."""
    in_utf_8 = data.decode("utf-8", errors="replace")
    unread = in_utf_8.count("\ufffd")
    foreign = sum(byte >= _ASCII_END for byte in data)
    # Text in UTF-8 with a broken letter, and scripts of which each letter is foreign to ASCII, would be garbled.
    is_garbled = sum(not letter.isascii() for letter in in_utf_8) >= 2 * unread or foreign * _FEW > len(data)
    try:
        return "" if is_garbled else data.decode("cp1252")
    except UnicodeDecodeError:
        return ""


def _expand(argument: str) -> Iterator[str]:
    """Yield the files that fit a pattern, which not every shell looks for; else the argument as it is."""
    pattern = glob.has_magic(argument) and not os.path.lexists(argument)
    yield from (sorted(glob.glob(argument)) if pattern else ()) or (argument,)  # noqa: PTH207


def _fault(path: str) -> str:
    """Say why a path is no file that can be read; nothing if it is one."""
    file = Path(path)
    try:
        if file.is_dir():
            return f"'{path}' is a folder; name the files in it, such as {path.rstrip('/')}/*.md"
        if not file.exists():
            return f"there is no file {'like ' if glob.has_magic(path) else ''}'{path}'"
        if not file.is_file() or file.stat().st_size > MOST:
            return f"'{path}' is not a file of minutes: those are plain files of at most 8 MiB"
        file.open("rb").close()
    except OSError as error:
        return _unreadable(path, error)
    return ""


def _unreadable(path: str, error: OSError) -> str:
    return f"'{path}' can't be read: {error.strerror or error}"


def _fault_list(faults: Sequence[str], files: int) -> str:
    if len(faults) == 1:
        return faults[0]
    heading = f"{len(faults)} of {files} files can't be read, and nothing was done:"
    more = [f"and {len(faults) - _MOST_FAULTS} more"] if len(faults) > _MOST_FAULTS else []
    return "\n    ".join([heading, *faults[:_MOST_FAULTS], *more])
