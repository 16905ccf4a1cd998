"""Which lines of real minutes are prose and which are of action items, told by their marks and indents alone."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime

ITEM = re.compile(r" *(?:-[ ]+)?(?:\(?(?:AI|Action [Ii]tem)\b|\([A-Z]\w+\) AI\b|\w+ \(AI\))")
COUNTER = re.compile(r"- +\d+ (?:\([+-]\d+.*?\) )?.* tickets?\s*")


def seen(text: str) -> list[tuple[int, str]]:
    """Return the lines of minutes with their numbers: no empty ones, tables cell by cell, no rules of tables."""
    lines = []
    for at, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        shown = "|".join(cells) if line.startswith("|") else line
        if line.startswith(("**", "# ")):
            shown = " ".join(line.split())
        if line.strip() and not (line.startswith("|") and set("".join(cells)) <= {"-"}):
            lines.append((at, shown))
    return lines


def iso(written: str) -> str:
    """Return a day such as 2 December 2018 as in a calendar."""
    return str(datetime.strptime(written, "%d %B %Y").date())


Lines = list[tuple[int, str]]


def sections(text: str) -> Iterator[Lines]:
    """Yield the numbered lines of each section; the first is what stands above all headings."""
    found: Lines = []
    for at, line in enumerate(text.split("\n"), 1):
        # A section begins at its heading; minutes from notes begin with a comment.
        if line.startswith("#"):
            yield found
            found = []
        found.append((at, line))
    yield found


def depth(line: str) -> int:
    """Return how far a line is indented."""
    return len(line) - len(line.lstrip())


def of_items(lines: Lines, items: Collection[int] = ()) -> Lines:
    """Return the topics of action items, and the lines that go on with an item; the items' own lines not."""
    found: Lines = []
    inside: int | None = None
    for place, (at, line) in enumerate(lines):
        if not line.strip():
            continue
        if ITEM.match(line) or at in items:
            inside = depth(line)
        elif inside is not None and depth(line) > inside:
            found.append((at, line))
        else:
            inside = None
            if line.startswith("-") and holds_items(lines[place + 1 :]):
                found.append((at, line))
    return found


def holds_items(lines: Lines) -> bool:
    """Whether an item stands indented before the next line that is not."""
    for _, line in lines:
        if line.strip() and not depth(line):
            return False
        if ITEM.match(line):
            return True
    return False


def prose(lines: Lines, items: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield what is neither a heading, nor of the head, a table, a counter or an action item."""
    structured = {at for at, _ in of_items(lines, items)}
    head = False
    for at, line in lines:
        head = bool(line.strip()) and (head or line.startswith("**"))
        other = at in structured or line.startswith(("#", "|")) or COUNTER.fullmatch(line) or ITEM.match(line)
        if line.strip() and not head and not other:
            yield at, line
