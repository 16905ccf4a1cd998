"""The pieces of a text that are compared with those of another, each as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from minutebook.actions.standings import without_age
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.html_tags import TAG
from minutebook.oldminutes.markdown_blocks import Document, strip_markup, words_of_line


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a text that is compared as one: its kind, how deep it is nested, its words, and its lines."""

    kind: str
    depth: int
    words: tuple[str, ...]
    first_line: int
    last_line: int

    @property
    def lines(self) -> range:
        """The numbers of its lines."""
        return range(self.first_line, self.last_line + 1)


def units(document: Document) -> Iterator[Unit]:
    """Yield the pieces of a text that are compared, in their order."""
    for block in document.blocks:
        yield from _units(block, document, 0, "paragraph")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text in small letters, entities and backslashes resolved."""
    return tuple(words_of_line(unescape(text).replace("\\", "")))


def words_of_row(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a row of a table, whose cells may stand in any order."""
    return tuple(sorted(word for cell in cells for word in words_of(strip_markup(cell))))


def _units(block: Block, document: Document, depth: int, role: str) -> Iterator[Unit]:
    match block.kind:
        case "front" | "code" | "html":
            texts = ((number, document.line(number)) for number in block.lines)
            is_html = block.kind == "html"
            lines = ((number, words_of(TAG.sub(" ", text) if is_html else text)) for number, text in texts)
            yield from (Unit(block.kind, depth, words, number, number) for number, words in lines if words)
        case "table":
            yield from (Unit("row", 0, words_of_row(cells), number, number) for number, cells in block.cells)
        case "list":
            for list_item in block.children:
                for place, child in enumerate(list_item.children):
                    yield from _units(child, document, depth + 1, "paragraph" if place else "item")
        case "quote":
            for child in block.children:
                yield from _units(child, document, depth + 1, "quote")
        case "heading" | "paragraph":
            links = " ".join(link for link in block.links)
            # The age of an action is computed.
            if words := words_of(f"{without_age(block.visible)} {links}"):
                yield Unit(
                    "heading" if block.kind == "heading" else role,
                    block.level or depth,
                    words,
                    block.first_line,
                    block.last_line,
                )
