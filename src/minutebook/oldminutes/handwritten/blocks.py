"""The headings, pipe tables and lines of prose of a Markdown text; code and comments are left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NEWLINE = re.compile(r"\r\n|\n|\r")
_FENCE = re.compile(r"\s*(?:(?:[-*+]|[0-9]{1,9}[.)])\s+)?(?P<fence>`{3,}|~{3,})")
_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<title>.*))?\Z")
_SETEXT = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_BEFORE = re.compile(r"(?:[ \t]*(?:>|[-*+][ \t]+(?=\|)))*[ \t]*")
_CELL = r"[ \t]*:?-+:?[ \t]*"
_DELIMITER = re.compile(rf"\|?{_CELL}(?:\|{_CELL})*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with its level."""

    line: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A pipe table: the cells of its headings and of its rows, each with its line."""

    line: int
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A line of text as it stands; an empty one ends a paragraph."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Front:
    """A line of the front matter."""

    line: int
    text: str


Block = Heading | Grid | Prose | Front


def blocks(text: str) -> Iterator[Block]:
    """Yield what a text is made of, in its order."""
    lines = NEWLINE.split(text)
    front = tuple(_front(lines))
    yield from front
    at = len(front)
    fence, comment = "", False
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if fence or comment:
            fence = "" if fence and _closes(fence, line) else fence
            comment = comment and "-->" not in line
        elif opening := _FENCE.match(line):
            fence = opening["fence"]
        elif line.lstrip().startswith("<!--"):
            comment = "-->" not in line
        elif heading := _heading(lines, number):
            yield heading
            at += line.lstrip()[:1] != "#"
        elif grid := _grid(lines, number):
            yield grid
            at = max(grid.rows[-1][0] if grid.rows else number + 1, number + 1)
        else:
            yield Prose(number, line)


def _front(lines: Sequence[str]) -> Iterator[Front]:
    if lines[0].rstrip() != "---":
        return
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    # Without an end, or with a blank line in it, it is a rule and no front matter.
    if end and all(line.strip() for line in lines[1:end]):
        for at in range(end + 1):
            yield Front(at + 1, lines[at])


def _closes(fence: str, line: str) -> bool:
    plain = line.strip()
    return len(plain) >= len(fence) and not plain.strip(fence[0])


def _heading(lines: Sequence[str], number: int) -> Heading | None:
    line = lines[number - 1]
    if found := _ATX.match(line):
        return Heading(
            number, len(found["marks"]), re.sub(r"[ \t]#+[ \t]*\Z", "", found["title"] or "").strip()
        )
    below = lines[number] if number < len(lines) else ""
    if line.strip() and _SETEXT.match(below) and not re.match(r"[ \t]*(?:[-*+>|]|[0-9]{1,9}[.)])", line):
        return Heading(number, 1 if "=" in below else 2, line.strip())
    return None


def _grid(lines: Sequence[str], number: int) -> Grid | None:
    if number >= len(lines) or "|" not in lines[number - 1] or "-" not in lines[number]:
        return None
    below = _inner(lines[number])
    if "|" not in below or not _DELIMITER.fullmatch(below):
        return None
    headings = _cells(lines[number - 1])
    if len(_cells(lines[number])) != len(headings):
        return None
    rows = []
    for at in range(number + 1, len(lines)):
        if "|" not in lines[at] or not lines[at].strip():
            break
        rows.append((at + 1, _cells(lines[at])))
    return Grid(number, headings, tuple(rows))


def _inner(line: str) -> str:
    found = _BEFORE.match(line)
    return line[found.end() :].rstrip() if found else line.rstrip()


def _cells(line: str) -> tuple[str, ...]:
    cells = _PIPE.split(_inner(line))
    if cells and not cells[0].strip():
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(cell.strip() for cell in cells)
