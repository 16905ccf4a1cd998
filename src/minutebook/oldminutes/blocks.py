"""The blocks of a text, such as paragraphs, lists and tables, with their lines, and the cells of tables as they are written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from minutebook.records.frozen_class import dataclass

Kind = Literal["front", "heading", "paragraph", "list", "item", "quote", "table", "code", "html", "rule"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block and its first and last line, from 1."""

    kind: Kind
    first_line: int
    last_line: int
    level: int = 0
    visible: str = ""  # what a reader sees of its text
    is_plain: bool = True  # whether plain text can say all of it
    links: tuple[str, ...] = ()  # the addresses that it leads to
    children: tuple["Block", ...] = ()
    cells: tuple[tuple[int, tuple[str, ...]], ...] = ()  # of the rows of a table, each with its line
    numbers: tuple[int, ...] = ()  # the lines in which those of `visible` stand

    @property
    def lines(self) -> range:
        """The numbers of its lines."""
        return range(self.first_line, self.last_line + 1)

    @property
    def texts(self) -> list[tuple[int, str]]:
        """What a reader sees as lines, each with the number of that in which it stands."""
        return list(zip(self.numbers, self.visible.split("\n"), strict=False))

    @property
    def is_title(self) -> bool:
        """Whether it can be written as a title, which has no markup and nothing that can't be seen."""
        visible = self.visible.replace("\u3000", " ")
        return self.is_plain and bool(visible) and visible.isprintable()

    def part(self, lines: range) -> "Block":
        """Return a paragraph with some of its lines alone."""
        texts = [(number, text) for number, text in self.texts if number in lines]
        visible, numbers = "\n".join(text for _, text in texts), tuple(number for number, _ in texts)
        return replace(self, first_line=lines[0], last_line=lines[-1], visible=visible, numbers=numbers)

    def links_of(self, lines: range, count: int, source: str) -> tuple[str, ...]:
        """Return the links of some of the lines, of how many it has: of all, those in their source, or one in each."""
        written = self.links if len(lines) == count else tuple(link for link in self.links if link in source)
        if written:
            return written
        return self.links[lines.start : lines.stop] if len(self.links) == count else ()

    @property
    def heads(self) -> list["Block"]:
        """The first block of each item of a list."""
        return [item.children[0] for item in self.children if item.children]

    def paragraphs(self, *, is_item: bool = False) -> Iterator[tuple["Block", bool] | None]:
        """Yield the paragraphs of a block and whether they are those of a list, however deep it is; None for anything else."""
        if self.kind == "paragraph":
            yield self, is_item
        elif self.kind == "list":
            for list_item in self.children:
                for child in list_item.children:
                    yield from child.paragraphs(is_item=True)
        else:
            yield None

    def walk(self) -> Iterator["Block"]:
        """Yield the block and all in it, in the order of the text; what HTML says stays in one piece."""
        yield self
        for child in self.children if self.kind != "html" else ():
            yield from child.walk()


def unquoted(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks, and those in quotations and in HTML, however deep, in the place of these."""
    return [
        nested
        for block in blocks
        for nested in (
            unquoted(block.children) if block.kind in {"quote", "html"} and block.children else (block,)
        )
    ]


BOLD_LINE = re.compile(r"[ ]{0,3}(?P<sign>\*\*|__)[^*_]+(?P=sign):?[ \t]*")
"""A line in bold, which some write in the place of a heading."""
BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
"""What ends a line of text within a line of Markdown."""
NAME_TAG = re.compile(r"\[name=(?P<name>\w[^\[\] ]{0,30}(?: [^\W\d_a-z][^\[\] ]{0,30}){0,3})\]")
"""How HackMD names who says or does something: [name=Ann Lee] oil it."""
WIKI_LINK = re.compile(r"\[\[(?P<address>[^\[\]|]*[|/])?(?P<name>[^\[\]|/]+)\]\]")
"""A link of a wiki, which shows a name alone: [[Ann Lee]], [[people/Ann Lee]], [[Ann Lee|Ann]]."""
TAG = re.compile(
    r"</?(?:b|big|blockquote|body|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|html|i|li|ol|p|s|section|small|span"
    r"|strike|strong|summary|table|tbody|td|tfoot|th|thead|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
"""A tag that says nothing by itself, as a picture or what stands above the line does."""
_BOLD = re.compile(r"</?(?:b|strong|u|summary|h[1-6])\b[^<>]*>", re.IGNORECASE)
_ITALIC = re.compile(r"</?(?:i|em)\b[^<>]*>", re.IGNORECASE)
# GFM 4.10: a bar in a cell is escaped, in code as well.
_BAR = re.compile(r"(?<!\\)\|")
STRUCK = re.compile(r"</?(?:s|del|strike)\b[^<>]*>", re.IGNORECASE)
"""A tag around what was struck out, which says more than others."""


def without_tags(line: str) -> str:
    """Return a line with signs of Markdown in the place of its tags."""
    return TAG.sub(" ", _ITALIC.sub("*", _BOLD.sub("**", STRUCK.sub("~~", line))))


def with_names(text: str) -> str:
    """Return a text with names in the place of links to pages about people, and accounts in that of tags that name them."""
    unlinked = WIKI_LINK.sub(r"\g<name>", text) if "[[" in text else text
    return NAME_TAG.sub(r"@\g<name>", unlinked) if "[name=" in unlinked else unlinked


def read_cells(lines: Sequence[str], numbers: range) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of a table but for the line below its headings, each cell as it is written; empty ones beside all headings are none."""
    width = 0
    for number in (numbers[0], *numbers[2:]):
        cells = _BAR.split(_without_quotes(lines[number - 1]))
        cells = cells if cells[0].strip() else cells[1:]
        if cells and not cells[-1].strip():
            cells = cells[:-1]
        width = width or len(cells)
        cells = cells if any(map(str.strip, cells[width:])) else cells[:width]
        cells += [""] * (width - len(cells))
        yield number, tuple(BREAK.sub("\n", cell).strip() for cell in cells)


def _without_quotes(line: str) -> str:
    """Return a line of a table without the quotations or the list that it stands in."""
    stripped = line.strip()
    while stripped[:1] in {">", "-", "*", "+"} and "|" in stripped:
        stripped = stripped[1:].lstrip()
    return stripped
