"""A file of a set-up, whole or as lines in one that is there: what it has, what it will have, what it is for."""

from collections.abc import Callable
from dataclasses import dataclass

from minutebook.source.edits.edited_text import newline_of

Read = Callable[[str], str | None]
"""Returns the text of a file in the repository, or None if there is no file."""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file with its text now and then; `advice` is what people must do to it by hand."""

    path: str
    current: str | None
    planned: str | None
    purpose: str
    advice: str = ""

    @property
    def changes(self) -> bool:
        """Whether the file is written, or added to."""
        return self.planned != self.current


def whole_file(
    path: str, text: str, purpose: str, read: Read, *, mark: str = "", insist: bool = False
) -> PlannedFile:
    """Return a file that is written if there is none.

    One that is there stays; the advice is what it lacks if it has no mark of ours, or, with `insist`, that it has
    another text.
    """
    current = read(path)
    if current is None:
        return PlannedFile(path, None, text, purpose)
    advice = ""
    if mark and mark not in current:
        advice = f"it has its own settings; add this to them:\n{text.rstrip()}"
    elif insist and current.replace("\r\n", "\n") != text:
        advice = "with these options it would be another file; delete it and run this again to get that one"
    return PlannedFile(path, current, current, purpose, advice)


def with_lines(path: str, comment: str, lines: tuple[str, ...], purpose: str, read: Read) -> PlannedFile:
    """Return a file with those of the lines added that it lacks, below a comment."""
    current = read(path)
    text = current or ""
    missing = [line for line in lines if line not in text.splitlines()]
    if not missing:
        return PlannedFile(path, current, current, purpose)
    newline = newline_of(text)
    start = text if text.endswith("\n") or not text else text + newline
    added = "".join(f"{line}{newline}" for line in (f"# {comment}", *missing))
    return PlannedFile(path, current, start + added, purpose)
