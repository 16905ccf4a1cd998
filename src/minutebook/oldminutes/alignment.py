"""Which pieces of one text are equal to which of another: in order as far as can be, in time that grows with their number."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from minutebook.oldminutes.units import Unit

MOST_TRIED = 40
"""With how many new units an old one is compared that has no equal."""


def match(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[dict[int, int], set[int]]:
    """Return which new unit each old one equals, both by their index, and which of the old ones are not in order."""
    return _Alignment(old, new).result()


class _Alignment:
    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old, self.new = old, new
        self.indexes: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, unit in enumerate(new):
            self.indexes[unit.words].append(index)
        self.matches: dict[int, int] = {}
        self.used: set[int] = set()
        self.moved: set[int] = set()

    def result(self) -> tuple[dict[int, int], set[int]]:
        times = Counter(unit.words for unit in self.old)
        pairs = [
            (old_index, self.indexes[unit.words][0])
            for old_index, unit in enumerate(self.old)
            if times[unit.words] == 1 and len(self.indexes.get(unit.words, ())) == 1
        ]
        anchors = dict(_longest_in_order(pairs))
        for old_index, new_index in pairs:
            self._take(old_index, new_index, is_moved=old_index not in anchors)
        unmatched = self._match_between(anchors)
        unused = {
            words: iter([index for index in self.indexes.get(words, ()) if index not in self.used])
            for words in {self.old[old_index].words for old_index in unmatched}
        }
        for old_index in unmatched:
            free_index = next(unused[self.old[old_index].words], None)
            if free_index is not None:
                self._take(old_index, free_index, is_moved=True)
        return self.matches, self.moved

    def _take(self, old_index: int, new_index: int, *, is_moved: bool) -> None:
        self.matches[old_index] = new_index
        self.used.add(new_index)
        if is_moved:
            self.moved.add(old_index)

    def _match_between(self, anchors: Mapping[int, int]) -> list[int]:
        """Match units that are not alone with the next equal one before the next anchor; return those without one."""
        limits = [*sorted(anchors.values()), len(self.new)]
        pointer, unmatched = 0, []
        for old_index, unit in enumerate(self.old):
            if old_index in self.matches:
                pointer = anchors.get(old_index, pointer - 1) + 1
                continue
            candidates = self.indexes.get(unit.words, [])
            start, limit = bisect_left(candidates, pointer), limits[bisect_left(limits, pointer)]
            new_index = self._next_unused(candidates[start : start + MOST_TRIED])
            if new_index is None or new_index >= limit:
                unmatched.append(old_index)
            else:
                self._take(old_index, new_index, is_moved=False)
                pointer = new_index + 1
        return unmatched

    def _next_unused(self, candidates: Sequence[int]) -> int | None:
        return next((index for index in candidates if index not in self.used), None)


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
