"""The headings of a Markdown text, and the nodes of Markdown below each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from markdown_it.tree import SyntaxTreeNode

from minutebook.minutes.layout import TITLE_LINE, has_section_gap, is_generated
from minutebook.oldminutes.handwritten.blocks import FrontMatterLine, split_blocks
from minutebook.oldminutes.importer.inline_markdown import parser
from minutebook.oldminutes.importer.section_tree import DEEPEST


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and what stands up to the next one; the first chapter of a text has no heading.

    Lines are counted from 1; `first` and `last` are those of what stands below the heading.
    """

    level: int
    title: str
    line: int
    first_line: int
    last_line: int
    nodes: tuple[SyntaxTreeNode, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as its lines, how many of them are front matter, and its chapters in their order."""

    lines: tuple[str, ...]
    front: int
    chapters: tuple[Chapter, ...]
    generated: bool


def read_outline(text: str) -> Outline:
    """Return the chapters of a text whose lines end in LF."""
    lines = text.split("\n")
    front = count_front_lines(text)
    # Front matter is no Markdown; empty lines in its place keep the numbers of the others.
    body = "\n".join(["" for _ in lines[:front]] + lines[front:])
    nodes = SyntaxTreeNode(parser().parse(body)).children
    headings = [index for index, node in enumerate(nodes) if node.type == "heading"]
    if generated := is_generated(lines[0]):
        headings = list(_generated_headings(nodes, headings, lines))
    return Outline(tuple(lines), front, tuple(_chapters(nodes, headings, front, len(lines))), generated)


def count_front_lines(text: str) -> int:
    """Return how many lines of a text are front matter."""
    return sum(1 for _ in takewhile(lambda block: isinstance(block, FrontMatterLine), split_blocks(text)))


def line_span(node: SyntaxTreeNode) -> tuple[int, int]:
    """Return the first and last line of a node, counted from 1."""
    # The map counts from 0, and ends with the line below the last one.
    start, end = node.map or (0, 0)
    return start + 1, end


def _generated_headings(
    nodes: Sequence[SyntaxTreeNode], headings: Sequence[int], lines: Sequence[str]
) -> Iterator[int]:
    """Yield the indexes of headings that minutebook wrote; others belong to somebody's notes."""
    level_above = 0
    for index in headings:
        line, level = line_span(nodes[index])[0], int(nodes[index].tag[1])
        is_title = line == TITLE_LINE
        apart = is_title or has_section_gap(lines, line)
        if (level == 1) == is_title and level <= min(level_above + 1, DEEPEST) and apart:
            level_above = level
            yield index


def _chapters(
    nodes: Sequence[SyntaxTreeNode], headings: Sequence[int], front: int, line_count: int
) -> Iterator[Chapter]:
    next_headings = [*headings, len(nodes)][1:]
    last_lines = [line_span(nodes[index])[0] - 1 for index in headings] + [line_count]
    preamble = nodes[: headings[0]] if headings else nodes
    yield Chapter(0, "", 0, front + 1, last_lines[0], tuple(preamble))
    for index, next_heading, last_line in zip(headings, next_headings, last_lines[1:], strict=True):
        heading = nodes[index]
        title = heading.children[0].content if heading.children else ""
        line, last_heading_line = line_span(heading)
        nodes_below = tuple(nodes[index + 1 : next_heading])
        yield Chapter(int(heading.tag[1]), title, line, last_heading_line + 1, last_line, nodes_below)
