"""The tree of headings of a Markdown text, and the blocks below each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from minutebook.minutes.layout import TITLE_LINE, has_section_gap, is_generated
from minutebook.oldminutes.handwritten.blocks import FrontMatterLine, split_blocks
from minutebook.oldminutes.importer.plain import parser


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and the blocks up to the next one; the first chapter of a text has no heading.

    Lines are counted from 1; `first` and `last` bound what stands below the heading.
    """

    level: int
    title: str
    line: int
    first: int
    last: int
    nodes: tuple[SyntaxTreeNode, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as its lines, how many of them are front matter, and its chapters in their order."""

    lines: tuple[str, ...]
    front: int
    chapters: tuple[Chapter, ...]
    generated: bool


def outline(text: str) -> Outline:
    """Return the chapters of a text whose lines end in LF."""
    lines = text.split("\n")
    front = sum(isinstance(block, FrontMatterLine) for block in split_blocks(text))
    # FrontMatterLine matter is no Markdown; blank lines in its place keep the numbers of the others.
    body = "\n".join(["" for _ in lines[:front]] + lines[front:])
    nodes = SyntaxTreeNode(parser().parse(body)).children
    heads = [at for at, node in enumerate(nodes) if node.type == "heading"]
    if generated := is_generated(lines[0]):
        heads = list(_written(nodes, heads, lines))
    return Outline(tuple(lines), front, tuple(_chapters(nodes, heads, front, len(lines))), generated)


def _written(nodes: Sequence[SyntaxTreeNode], heads: Sequence[int], lines: Sequence[str]) -> Iterator[int]:
    """Yield the headings that minutebook wrote; others are part of somebody's notes."""
    above = 0
    for at in heads:
        line, level = span(nodes[at])[0], int(nodes[at].tag[1])
        apart = line == TITLE_LINE or has_section_gap(lines, line)
        if (level == 1) == (line == TITLE_LINE) and level <= min(above + 1, 6) and apart:
            above = level
            yield at


def span(node: SyntaxTreeNode) -> tuple[int, int]:
    """Return the first and last line of a block, counted from 1."""
    start, end = node.map or (0, 0)
    return start + 1, end


def _chapters(nodes: Sequence[SyntaxTreeNode], heads: Sequence[int], front: int, last: int) -> list[Chapter]:
    bounds = [*heads, len(nodes)]
    ends = [span(nodes[at])[0] - 1 for at in heads] + [last]
    made = [Chapter(0, "", 0, front + 1, ends[0], tuple(nodes[: bounds[0]]))]
    for number, at in enumerate(heads):
        node = nodes[at]
        content = node.children[0].content if node.children else ""
        below = tuple(nodes[at + 1 : bounds[number + 1]])
        first, own_last = span(node)
        made.append(Chapter(int(node.tag[1]), content, first, own_last + 1, ends[number + 1], below))
    return made
