"""Action items followed from one meeting to the next: which one is the same, and what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from minutebook.actions import lapse
from minutebook.actions.ids import make_id
from minutebook.oldminutes.audit.vanished_actions import is_same_task
from minutebook.oldminutes.importer.decisions import ActionDecision
from minutebook.oldminutes.importer.values import Action, Actions, Section, Sheet, Topic
from minutebook.records.meeting import Action as Record
from minutebook.records.meeting import Meeting
from minutebook.records.series import Series

_ALIKE_WITHOUT_OWNER = 0.8
"""Tasks so much alike are one action item, though somebody else has it now."""
_ALIKE_WITH_OWNER = 0.6
"""Tasks of one owner must be so much alike: with less in common they are two, whatever words they share."""
_SPELT_ALIKE = Series("")
"""A series without aliases: the owners of old minutes are in one spelling already."""

OwnersAndTask = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that a meeting leaves open: its id and its record, where it began, how often it was carried untouched."""

    id: str
    record: Record
    since: date
    untouched: int

    def untouched_after(self, repeated: Record) -> int:
        """Return how often it was carried untouched, once the next meeting repeats it in some words."""
        return 0 if lapse.is_touched(_SPELT_ALIKE, repeated, self.record) else self.untouched + 1


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The series' folder and its `lapse`, the days of the meetings before, and whether one comes after."""

    series: str
    lapse: int
    is_newest: bool
    earlier_days: tuple[date, ...] = ()


def actions_of(root: Section) -> Iterator[Action]:
    """Yield the action items of a section and of all below it."""
    for section in root.walk():
        for block in section.blocks:
            for member in block.members if isinstance(block, Actions) else ():
                yield from member.actions if isinstance(member, Topic) else (member,)


def pair_actions(actions: Sequence[OwnersAndTask], next_actions: Sequence[OwnersAndTask]) -> dict[int, int]:
    """Return which action of the next meeting goes on with each action, both by their index.

    Each goes on with one at most, and none with two.
    """
    likenesses = sorted(
        (-likeness, index, next_index)
        for index, (owners, task) in enumerate(actions)
        for next_index, (next_owners, next_task) in enumerate(next_actions)
        if (likeness := _likeness(owners, task, next_owners, next_task)) > 0
    )
    pairs: dict[int, int] = {}
    for _, index, next_index in likenesses:
        if index not in pairs and next_index not in pairs.values():
            pairs[index] = next_index
    return pairs


def _likeness(owners: tuple[str, ...], task: str, next_owners: tuple[str, ...], next_task: str) -> float:
    shared_owner = not set(owners).isdisjoint(next_owners)
    if task == next_task:
        return 3 + shared_owner
    if not is_same_task(task, next_task):
        return 0
    ratio = SequenceMatcher(None, task.lower(), next_task.lower()).ratio()
    enough = _ALIKE_WITH_OWNER if shared_owner else _ALIKE_WITHOUT_OWNER
    return ratio + shared_owner if ratio >= enough else 0


def decide_actions(
    sheet: Sheet,
    open_before: Sequence[OpenAction],
    continued: dict[int, int],
    repeated_ids: dict[int, str | None] | None,
    neighbours: Neighbours,
) -> dict[int, ActionDecision]:
    """Return what is decided about each action of a sheet, by its line.

    By the index of the action, `continued` has the index of the one in `open_before` that it goes on with, and
    `repeated_ids` those that the next meeting repeats, with the id if they have one there; it is None if no meeting
    comes next.
    """
    decisions: dict[int, ActionDecision] = {}
    used_ids = {action.id for action in open_before} | {
        name for name in (repeated_ids or {}).values() if name
    }
    for index, action in enumerate(actions_of(sheet.root)):
        earlier = open_before[continued[index]] if index in continued else None
        lapsed = action.status == "open" and repeated_ids is not None and index not in repeated_ids
        status = "lapsed" if lapsed else action.status
        known_id = earlier.id if earlier else (repeated_ids or {}).get(index)
        name = known_id or make_id(neighbours.series, sheet.day, action.owners, action.task, used_ids)
        used_ids.add(name)
        states_open = (
            status == "open" and earlier is not None and _must_state_open(action, earlier, sheet, neighbours)
        )
        decisions[action.line] = ActionDecision(
            name, _since(action, earlier, sheet, neighbours), status, states_open
        )
    return decisions


def _since(action: Action, earlier: OpenAction | None, sheet: Sheet, neighbours: Neighbours) -> date | None:
    """Return where an action began: as generated minutes say, or where it was first seen."""
    # Carried, and yet in its first meeting: it began before the series did.
    if sheet.generated and action.age == 1:
        return sheet.day - timedelta(days=1)
    if sheet.generated and action.age and action.age <= len(neighbours.earlier_days) + 1:
        return neighbours.earlier_days[1 - action.age]
    return earlier.since if earlier else None


def _must_state_open(action: Action, earlier: OpenAction, sheet: Sheet, neighbours: Neighbours) -> bool:
    """Whether `status: open` must be written, because the action would lapse here, or be announced to lapse.

    In the old minutes somebody repeated it by hand; this counts as a touch.
    """
    repeated = Record(
        (), earlier.id, action.owners, action.task, due=action.due, notes=action.notes, reason=action.reason
    )
    untouched = earlier.untouched_after(repeated)
    if not lapse.can_lapse(repeated):
        return False
    if lapse.reaches(neighbours.lapse, untouched):
        return True
    announced = sheet.generated or not neighbours.is_newest
    return lapse.reaches_next(neighbours.lapse, untouched) and not action.lapsing and announced


def left_open(meeting: Meeting, open_before: Iterable[OpenAction]) -> tuple[OpenAction, ...]:
    """Return the actions that a meeting leaves open, where the meeting before left some."""
    earlier_actions = {action.id: action for action in open_before}
    open_actions = []
    for action in meeting.actions:
        if action.status != "open" or action.id is None:
            continue
        earlier = earlier_actions.get(action.id)
        untouched = earlier.untouched_after(action) if earlier else 0
        open_actions.append(OpenAction(action.id, action, action.since or meeting.date, untouched))
    return tuple(open_actions)
