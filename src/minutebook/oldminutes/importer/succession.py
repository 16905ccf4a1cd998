"""Action items followed from one meeting to the next: which one is the same promise, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher

from minutebook.actions.ids import make_id
from minutebook.oldminutes.audit.vanished_actions import is_same_task
from minutebook.oldminutes.importer.decisions import ItemFate
from minutebook.oldminutes.importer.values import Group, Item, Items, Part, Sheet
from minutebook.records.meeting import Meeting

_NEAR = 0.8
"""What is so nearly the same is one promise though somebody else has it now."""
_FAR = 0.6
"""Less alike than this, two items of one id would be taken for two promises."""


@dataclass(frozen=True, slots=True)
class Open:
    """An item that a meeting leaves open: by whom and what, since when, and how often it was carried untouched."""

    id: str
    owners: tuple[str, ...]
    task: str
    since: date
    due: date | None
    said: tuple[str | None, str | None]
    untouched: int

    def carried(self, other: "Open", day: date) -> int:
        """Return how often it was carried untouched when a meeting has another in its place."""
        waits = other.due is not None and other.due > day
        same = (self.owners, self.task, self.due, self.said) == (
            other.owners,
            other.task,
            other.due,
            other.said,
        )
        return self.untouched + 1 if same and not waits else 0


@dataclass(frozen=True, slots=True)
class Following:
    """A series' folder and its limit of untouched carries, the earlier meetings' days, and whether the minutes are the newest."""

    series: str
    lapse: int
    newest: bool
    earlier: tuple[date, ...] = ()


def items(part: Part) -> Iterator[Item]:
    """Yield the action items of a part and of all below it."""
    for one in part.walk():
        for piece in one.pieces:
            for entry in piece.entries if isinstance(piece, Items) else ():
                yield from entry.items if isinstance(entry, Group) else (entry,)


def pairs(
    before: Sequence[tuple[tuple[str, ...], str]], after: Sequence[tuple[tuple[str, ...], str]]
) -> dict[int, int]:
    """Return which item of the next meeting each item is, by their places; none is two, and no two are one.

    An item is told by its owners and its task.
    """
    scored = sorted(
        (-score, one, other)
        for one, (owners, task) in enumerate(before)
        for other, (others, another) in enumerate(after)
        if (score := _score(owners, task, others, another)) > 0
    )
    found: dict[int, int] = {}
    for _, one, other in scored:
        if one not in found and other not in found.values():
            found[one] = other
    return found


def _score(owners: tuple[str, ...], task: str, others: tuple[str, ...], another: str) -> float:
    shared = bool(set(owners) & set(others))
    if task == another:
        return 3 + shared
    if not is_same_task(task, another):
        return 0
    ratio = SequenceMatcher(None, task.lower(), another.lower()).ratio()
    return ratio + shared if ratio >= (_FAR if shared else _NEAR) else 0


def fates(
    sheet: Sheet,
    before: Sequence[Open],
    continued: dict[int, int],
    following: dict[int, str | None] | None,
    how: Following,
) -> dict[int, ItemFate]:
    """Return what becomes of each item, by its line.

    `continued` tells by its place which item of the meeting before each is; `following` the id, if it has one
    already, of each that the next meeting goes on with, and is None where there is no next meeting.
    """
    made: dict[int, ItemFate] = {}
    taken = {one.id for one in before} | {one for one in (following or {}).values() if one}
    for at, item in enumerate(items(sheet.root)):
        old = before[continued[at]] if at in continued else None
        goes_on = following is None or at in following
        status = "lapsed" if item.status == "open" and not goes_on else item.status
        known = (following or {}).get(at)
        name = old.id if old else known or make_id(how.series, sheet.day, item.owners, item.task, taken)
        taken.add(name)
        stated = status == "open" and old is not None and _stated(item, old, sheet, how)
        made[item.line] = ItemFate(name, _since(item, old, sheet, how), status, stated)
    return made


def _since(item: Item, old: Open | None, sheet: Sheet, how: Following) -> date | None:
    """Return where an item began: as generated minutes say, or where it was first seen."""
    if sheet.generated and item.age == 1:
        return sheet.day - timedelta(days=1)
    if sheet.generated and item.age and item.age <= len(how.earlier) + 1:
        return how.earlier[1 - item.age]
    return old.since if old else None


def _stated(item: Item, old: Open, sheet: Sheet, how: Following) -> bool:
    """Whether a status must be written, because somebody repeated the item where it would lapse or be said to."""
    now = replace(old, owners=item.owners, task=item.task, due=item.due, said=(item.note, item.reason))
    count = old.carried(now, sheet.day)
    if not how.lapse or count >= how.lapse:
        return bool(how.lapse)
    return count == how.lapse - 1 > 0 and not item.lapsing and (sheet.generated or not how.newest)


def left_open(meeting: Meeting, before: Sequence[Open]) -> tuple[Open, ...]:
    """Return the items that a meeting leaves open, after those that the one before left."""
    earlier = {one.id: one for one in before}
    made = []
    for action in meeting.actions:
        if action.status != "open" or action.id is None:
            continue
        one = Open(
            action.id,
            action.owners,
            action.task,
            action.since or meeting.date,
            action.due,
            (action.note, action.reason),
            0,
        )
        old = earlier.get(action.id)
        if old and not action.stated:
            one = replace(one, untouched=old.carried(one, meeting.date))
        made.append(one)
    return tuple(made)
