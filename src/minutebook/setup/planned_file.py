"""A file of a set-up, whole or as lines in one that is there: what it holds, what it shall hold, what it is for."""

from collections.abc import Callable
from dataclasses import dataclass

Read = Callable[[str], str | None]
"""Returns what stands in a file of the repository, or None where there is none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A file; `advice` is what people must do to it by hand."""

    path: str
    before: str | None
    after: str | None
    purpose: str
    advice: str = ""


def whole(path: str, text: str, purpose: str, read: Read, *, mark: str = "", insist: bool = False) -> Placed:
    """Return a file that is written where there is none.

    One that is there stays: it is told what it lacks if it has no mark of ours, or, where that is insisted on,
    that it is another.
    """
    before = read(path)
    if before is None:
        return Placed(path, None, text, purpose)
    advice = ""
    if mark and mark not in before:
        advice = f"it has settings of its own; what it lacks:\n{text.rstrip()}"
    elif insist and before.replace("\r\n", "\n") != text:
        advice = "it is not what these options give; delete it and run this again, and it is written anew"
    return Placed(path, before, before, purpose, advice)


def with_lines(path: str, comment: str, lines: tuple[str, ...], purpose: str, read: Read) -> Placed:
    """Return a file with those lines added that it lacks, below a comment."""
    before = read(path)
    there = (before or "").splitlines()
    missing = [line for line in lines if line not in there]
    if not missing:
        return Placed(path, before, before, purpose)
    newline = "\r\n" if "\r\n" in (before or "") else "\n"
    start = (before or "") + (newline if before and not before.endswith("\n") else "")
    added = "".join(f"{line}{newline}" for line in (f"# {comment}", *missing))
    return Placed(path, before, start + added, purpose)
