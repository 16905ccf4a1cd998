"""The headings, pipe tables and lines of prose of a Markdown text; code and comments are left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# str.splitlines would split at form feeds and U+2028 as well, where editors begin no new line.
NEWLINE = re.compile(r"\r\n|\n|\r")
# CommonMark 4.5, and a fence in the first line of a list item.
_FENCE = re.compile(r"\s*(?:(?:[-*+]|[0-9]{1,9}[.)])\s+)?(?P<fence>`{3,}|~{3,})")
# CommonMark 4.2: without a space behind its signs a line is no heading, as in `#445 is open`.
_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<title>.*))?\Z")
# CommonMark 4.3 takes one hyphen, too, but by hand that is an empty bullet.
_SETEXT = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_TABLE_START = re.compile(r"(?:[ \t]*(?:>|[-*+][ \t]+(?=\|)))*[ \t]*")
_OTHER_START = re.compile(r"[ \t]*(?:[-*+>|]|[0-9]{1,9}[.)])")
"""How a line begins that is no heading, though a line of signs stands below it."""
_CELL = r"[ \t]*:?-+:?[ \t]*"
_DELIMITER = re.compile(rf"\|?{_CELL}(?:\|{_CELL})*\|?[ \t]*")
# GFM 4.10: a bar in a cell is escaped, in code as well.
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with its level."""

    line: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A pipe table: the cells of its headings and of its rows, each with its line."""

    line: int
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ProseLine:
    """A line of text as it stands; an empty one ends a paragraph."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class FrontMatterLine:
    """A line of the front matter."""

    line: int
    text: str


Block = Heading | PipeTable | ProseLine | FrontMatterLine


class PlacedBlock(NamedTuple):
    """A block, and the titles of the headings that it stands under."""

    block: Block
    section: tuple[str, ...]


def place_blocks(text: str) -> Iterator[PlacedBlock]:
    """Yield the blocks of a text, each with the titles above it, a heading's own among them."""
    headings: tuple[Heading, ...] = ()
    for block in split_blocks(text):
        if isinstance(block, Heading):
            headings = (*(heading for heading in headings if heading.level < block.level), block)
        yield PlacedBlock(block, tuple(heading.title for heading in headings))


def split_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text, in its order."""
    lines = NEWLINE.split(text)
    front_matter = tuple(_front_matter(lines))
    yield from front_matter
    position = len(front_matter)
    fence, in_comment = "", False
    while position < len(lines):
        line, number = lines[position], position + 1
        position += 1
        if fence or in_comment:
            fence = "" if fence and _closes(fence, line) else fence
            in_comment = in_comment and "-->" not in line
        elif opening := _FENCE.match(line):
            fence = opening["fence"]
        elif line.lstrip().startswith("<!--"):
            in_comment = "-->" not in line
        elif heading := _heading(lines, number):
            yield heading
            # The line of signs below a heading without # belongs to it.
            position += line.lstrip()[:1] != "#"
        elif table := _pipe_table(lines, number):
            yield table
            position = max(table.rows[-1][0] if table.rows else number + 1, number + 1)
        else:
            yield ProseLine(number, line)


def _front_matter(lines: Sequence[str]) -> Iterator[FrontMatterLine]:
    # Front matter is no part of CommonMark, but of Jekyll and most programs that publish pages.
    if lines[0].rstrip() != "---":
        return
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    # Without an end, or with an empty line in it, it is a rule and no front matter.
    if end and all(line.strip() for line in lines[1:end]):
        for number, line in enumerate(lines[: end + 1], 1):
            yield FrontMatterLine(number, line)


def _closes(fence: str, line: str) -> bool:
    stripped = line.strip()
    return len(stripped) >= len(fence) and not stripped.strip(fence[0])


def _heading(lines: Sequence[str], number: int) -> Heading | None:
    line = lines[number - 1]
    if match := _ATX.match(line):
        title = re.sub(r"[ \t]#+[ \t]*\Z", "", match["title"] or "").strip()
        return Heading(number, len(match["marks"]), title)
    underline = lines[number] if number < len(lines) else ""
    if line.strip() and _SETEXT.match(underline) and not _OTHER_START.match(line):
        return Heading(number, 1 if "=" in underline else 2, line.strip())
    return None


def _pipe_table(lines: Sequence[str], number: int) -> PipeTable | None:
    if number >= len(lines) or "|" not in lines[number - 1] or "-" not in lines[number]:
        return None
    delimiter = _without_start(lines[number])
    if "|" not in delimiter or not _DELIMITER.fullmatch(delimiter):
        return None
    headings = _cells(lines[number - 1])
    # GFM 4.10: with another number of cells the lines are a paragraph.
    if len(_cells(lines[number])) != len(headings):
        return None
    rows = []
    for row_number, line in enumerate(lines[number + 1 :], number + 2):
        if "|" not in line or not line.strip():
            break
        rows.append((row_number, _cells(line)))
    return PipeTable(number, headings, tuple(rows))


def _without_start(line: str) -> str:
    """Return a line of a table without its indent, and without the quotation or list that it stands in."""
    start = _TABLE_START.match(line)
    return line[start.end() :].rstrip() if start else line.rstrip()


def _cells(line: str) -> tuple[str, ...]:
    cells = _PIPE.split(_without_start(line))
    if cells and not cells[0].strip():
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(cell.strip() for cell in cells)
