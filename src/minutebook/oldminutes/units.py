"""The pieces of a text that are compared with those of another, each as one."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from minutebook.actions.standings import without_age
from minutebook.oldminutes.blocks import TAG, Block
from minutebook.oldminutes.markdown_blocks import Document, strip_markup, words_of_line

MOST_TRIED = 40
"""With how many new units an old one is compared that has no equal."""


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


def match(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[dict[int, int], set[int]]:
    """Return which new unit each old one equals, both by their index, and which of the old ones are not in order.

    Units that stand once in both texts are anchors; any other is matched with the next equal one before the next anchor,
    and what is left then with whatever equals it.
    """
    indexes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, unit in enumerate(new):
        indexes[unit.words].append(index)
    times = Counter(unit.words for unit in old)
    pairs = [
        (index, indexes[unit.words][0])
        for index, unit in enumerate(old)
        if times[unit.words] == 1 and len(indexes.get(unit.words, ())) == 1
    ]
    anchors, matches = dict(_longest_in_order(pairs)), dict(pairs)
    moved, used = matches.keys() - anchors.keys(), set(matches.values())
    limits = [*sorted(anchors.values()), len(new)]
    pointer, unmatched = 0, list[int]()
    for old_index, unit in enumerate(old):
        if old_index in matches:
            pointer = anchors.get(old_index, pointer - 1) + 1
            continue
        candidates = indexes.get(unit.words, [])
        start, limit = bisect_left(candidates, pointer), limits[bisect_left(limits, pointer)]
        nearest = (index for index in candidates[start : start + MOST_TRIED] if index not in used)
        new_index = next(nearest, len(new))
        if new_index >= limit:
            unmatched.append(old_index)
            continue
        matches[old_index], pointer = new_index, new_index + 1
        used.add(new_index)
    unused = {
        words: iter([index for index in indexes.get(words, ()) if index not in used])
        for words in {old[old_index].words for old_index in unmatched}
    }
    for old_index in unmatched:
        if (free_index := next(unused[old[old_index].words], None)) is not None:
            matches[old_index] = free_index
            moved.add(old_index)
    return matches, moved


def _longest_in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many pairs as there are of which both places ascend (patience sorting)."""
    tails: list[int] = []
    piles: list[int] = []
    previous: list[int] = []
    for old_index, (_, new_index) in enumerate(pairs):
        pile = bisect_left(tails, new_index)
        tails[pile : pile + 1] = [new_index]
        piles[pile : pile + 1] = [old_index]
        previous.append(piles[pile - 1] if pile else -1)
    chosen = []
    old_index = piles[-1] if piles else -1
    while old_index >= 0:
        chosen.append(pairs[old_index])
        old_index = previous[old_index]
    return chosen[::-1]
