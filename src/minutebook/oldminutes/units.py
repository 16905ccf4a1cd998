"""The pieces of a text that are compared with those of another, each as one."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from minutebook.actions.standings import without_age
from minutebook.oldminutes.blocks import TAG, Block
from minutebook.oldminutes.markdown_blocks import Document, strip_markup, words_of_line

_Chain = tuple[int, "_Chain"] | None
"""The last of some places, and the chain of those before it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a text that is compared as one: its kind, how deep it is nested, its words, and its lines."""

    kind: str
    depth: int
    words: tuple[str, ...]
    lines: range


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
            yield from (
                Unit(block.kind, depth, words, range(number, number + 1)) for number, words in lines if words
            )
        case "table":
            yield from (
                Unit("row", 0, words_of_row(cells), range(number, number + 1))
                for number, cells in block.cells
            )
        case "list":
            for list_item in block.children:
                for place, child in enumerate(list_item.children):
                    yield from _units(child, document, depth + 1, "paragraph" if place else "item")
        case "quote":
            for child in block.children:
                yield from _units(child, document, depth + 1, "quote")
        case "heading" | "paragraph":
            links = " ".join(block.links)
            # The age of an action is computed.
            if words := words_of(f"{without_age(block.visible)} {links}"):
                kind = "heading" if block.kind == "heading" else role
                yield Unit(kind, block.level or depth, words, block.lines)


def match(
    old: Sequence[Unit], new: Sequence[Unit], spare: Collection[int] = ()
) -> tuple[dict[int, int], set[int]]:
    """Return which new unit each old one equals, both by their index, and which of the old ones are not in order.

    Equal units are matched in their turn: first those below equal headings, then what is left; what the text says may
    stand in its front matter as well, which comes last, or in what need not be shown, such as the headings of a table of
    actions.
    """
    turns = sorted(range(len(old)), key=lambda index: index in spare or old[index].kind == "front")
    matches: dict[int, int] = {}
    for look in (_below_headings, _by_words):
        free: dict[Hashable, deque[int]] = defaultdict(deque)
        used = set(matches.values())
        for index, key in enumerate(look(new)):
            if index not in used:
                free[key].append(index)
        old_keys = list(look(old))
        for index in turns:
            if index not in matches and free[old_keys[index]]:
                matches[index] = free[old_keys[index]].popleft()
    return matches, {*matches}.difference(_longest_in_order(matches))


def _below_headings(pieces: Sequence[Unit]) -> Iterator[Hashable]:
    heading: tuple[str, ...] = ()
    for unit in pieces:
        heading = unit.words if unit.kind == "heading" else heading
        yield heading, unit.words


def _by_words(pieces: Sequence[Unit]) -> Iterator[Hashable]:
    return (unit.words for unit in pieces)


def _longest_in_order(pairs: Mapping[int, int]) -> Iterator[int]:
    """Yield the old places of as many pairs as there are of which both places ascend (patience sorting), the last first."""
    tops: list[int] = []
    chains: list[_Chain] = [None]
    for old_index, new_index in sorted(pairs.items()):
        pile = bisect_left(tops, new_index)
        tops[pile : pile + 1] = [new_index]
        chains[pile + 1 : pile + 2] = [(old_index, chains[pile])]
    chain = chains[-1]
    while chain:
        old_index, chain = chain
        yield old_index
