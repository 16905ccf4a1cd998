"""Old minutes against the new ones that were written from them: word by word, in order, block by block.

Both texts become units: a heading, a paragraph, an item, a row of a table, a line of code. Equal units are matched in
their order, those that are alone in both texts first; then those that moved; then an old unit is shown by a new one that
has all its words but those that a record stands for. What is shown by none is lost.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from minutebook.minutes.markdown import long_date
from minutebook.oldminutes.markdown_blocks import Document, read_markdown, without_bullet
from minutebook.oldminutes.sheet import Decision, Sheet
from minutebook.oldminutes.units import Unit, match, units, words_of

_HOLDS_STATED = frozenset(
    {
        *("alias resolved", "corrected delta", "corrected total", "corrected title date", "label as before"),
        *("delta without a baseline", "left out", "owner repeated"),
    }
)
"""Decisions whose stated words the new minutes need not show."""
_VERBATIM = frozenset({"code", "html"})
_FORMS = {
    "heading": "a heading",
    "paragraph": "a paragraph",
    "item": "a bullet",
    "quote": "a quotation",
    "row": "a row of a table",
    "html": "HTML",
}
_MOST_TRIED = 40
"""With how many new units on either side an old one is compared that has no equal."""
_MOST_PARTS = 24
"""Into how many new units one old unit may have been parted: each line of a paragraph may be an action."""


def compare(sheet: Sheet, minutes: str, decisions: Sequence[Decision]) -> tuple[list[Unit], list[Decision]]:
    """Return what of a sheet the new minutes do not show, and what they show otherwise without a decision about it."""
    new_document = read_markdown(minutes)
    old_units, new_units = tuple(units(sheet.document)), tuple(units(new_document))
    explained = _explain(sheet, decisions)
    essentials = [_essential(unit, sheet, explained) for unit in old_units]
    spare = {old_index for old_index, essential in enumerate(essentials) if not essential}
    matches, moved = match(old_units, new_units, spare)
    remainder = _Remainder(new_units, set(matches.values()))
    lost: list[Unit] = []
    decisions_found: list[Decision] = []
    shown_by: dict[int, tuple[list[Unit], set[int]]] = {}
    expected = 0
    for old_index, (unit, essential) in enumerate(zip(old_units, essentials, strict=True)):
        if old_index in matches:
            expected = matches[old_index]
            new_unit = new_units[expected]
            if (unit.kind, unit.depth) != (new_unit.kind, new_unit.depth) and unit.kind != "row":
                decisions_found.append(_decide(sheet, "rewritten", unit, new_document, new_unit))
            elif old_index in moved:
                kind = "item moved" if unit.kind == "item" else "text moved"
                decisions_found.append(_decide(sheet, kind, unit, new_document, new_unit))
            continue
        if new_indexes := remainder.take(unit.kind, essential, expected):
            group, group_indexes = shown_by.setdefault(new_indexes[0], ([], set()))
            group.append(unit)
            group_indexes.update(new_indexes)
        elif essential:
            lost.append(unit)
    for new_index, (group, group_indexes) in shown_by.items():
        explained_words = set().union(*(explained.get(line, set()) for unit in group for line in unit.lines))
        if _differs(group, [new_units[index] for index in sorted(group_indexes)], explained_words):
            decisions_found.append(_decide(sheet, "rewritten", group[0], new_document, new_units[new_index]))
    decisions_found.sort(key=lambda decision: decision.line)
    return lost, list(dict.fromkeys(decisions_found))


def _explain(sheet: Sheet, decisions: Sequence[Decision]) -> dict[int, set[str]]:
    """Return the words of each line that decisions are about, and those of the day in the title."""
    explained: dict[int, set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.kind in _HOLDS_STATED:
            explained[decision.line].update(words_of(f"{decision.stated} {decision.now}"))
    explained[sheet.title_line].update(words_of(long_date(sheet.day)))
    return explained


def _essential(unit: Unit, sheet: Sheet, explained: Mapping[int, set[str]]) -> Counter[str]:
    by_line = (explained.get(line, set()).union(sheet.marks.get(line, ())) for line in unit.lines)
    spoken = set().union(*by_line)
    return Counter(word for word in unit.words if word not in spoken)


def _differs(group: Sequence[Unit], new_units: Sequence[Unit], explained_words: set[str]) -> bool:
    """Whether old units have other words than the new ones that show them, but for those that a decision is about."""
    # Rows of tables are drawn anew with what is computed, and cells in another order.
    if group[0].kind == new_units[0].kind == "row":
        return False
    words = Counter(word for unit in group for word in unit.words)
    new_words = Counter(word for unit in new_units for word in unit.words)
    if words == new_words and len(group) == 1 == len(new_units) and group[0].words != new_units[0].words:
        return True
    looks = (group[0].kind, group[0].depth), (new_units[0].kind, new_units[0].depth)
    return looks[0] != looks[1] or not {*(words - new_words), *(new_words - words)} <= explained_words


class _Remainder:
    """The words of new units that nothing was found for yet."""

    def __init__(self, new_units: Sequence[Unit], used_indexes: set[int]) -> None:
        unused = {index: unit for index, unit in enumerate(new_units) if index not in used_indexes}
        self.words = {index: Counter(unit.words) for index, unit in unused.items()}
        # Words in code or HTML are no text, and the other way round.
        self.places: dict[tuple[bool, str], list[int]] = defaultdict(list)
        for index, unit in unused.items():
            for word in self.words[index]:
                self.places[unit.kind in _VERBATIM, word].append(index)

    def take(self, unit_kind: str, essential: Counter[str], expected: int) -> Sequence[int]:
        """Take some words out of the nearest new unit that has them, or out of a few together; return which these are."""
        is_verbatim, shown = unit_kind in _VERBATIM, dict[int, Counter[str]]()
        while essential and len(shown) < _MOST_PARTS:
            rarest = min((self.places.get((is_verbatim, word), []) for word in essential), key=len)
            start = bisect_left(rarest, expected)
            tried = rarest[max(start - _MOST_TRIED, 0) : start + _MOST_TRIED]
            # A word may stand in two of them: | 8 | 8 |.
            nearest = sorted(set(tried).difference(shown), key=lambda index: abs(index - expected))
            new_index = max(nearest, key=lambda index: (essential & self.words[index]).total(), default=None)
            if new_index is None:
                return ()
            shown[new_index] = essential & self.words[new_index]
            essential = essential - shown[new_index]
        for new_index, words in shown.items() if not essential else ():
            self.words[new_index] -= words
        return () if essential else sorted(shown)


def _decide(sheet: Sheet, kind: str, unit: Unit, document: Document, new_unit: Unit) -> Decision:
    stated, now = (
        " ".join(
            without_bullet(text.line(number)) if piece.kind == "item" else text.line(number).strip()
            for number in piece.lines
        )
        for text, piece in ((sheet.document, unit), (document, new_unit))
    )
    if stated == now and kind == "rewritten":
        now = f"the same, {_change_of_form(unit, new_unit)}"
    return Decision(sheet.path, unit.lines.start, kind, stated, now)


def _change_of_form(unit: Unit, new_unit: Unit) -> str:
    """Return as what the words of a unit are shown now, where they are the same."""
    if unit.kind != new_unit.kind:
        return f"as {_FORMS.get(new_unit.kind, new_unit.kind)}"
    return "further in" if new_unit.depth > unit.depth else "further out"
