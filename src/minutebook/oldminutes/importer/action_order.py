"""The order of action items: minutes show new ones above carried ones, so some of the old minutes' move."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from minutebook.oldminutes.importer.decisions import Decisions
from minutebook.oldminutes.importer.values import Action, Sheet, Topic

Member = TypeVar("Member", bound=Action | Topic)


def moved_members(
    members: Sequence[Member], decisions: Decisions, sheet: Sheet
) -> Iterator[tuple[Member, str]]:
    """Yield the fewest action items and topics that have to move, each with where to."""
    carried = [_is_carried(member, decisions, sheet) for member in members]
    # Above some index the carried ones move down, and from there on the new ones move up.
    costs = [sum(carried[:index]) + carried[index:].count(False) for index in range(len(members) + 1)]
    split = costs.index(min(costs))
    for index, member in enumerate(members):
        if index < split and carried[index]:
            yield member, "below the new items"
        elif index >= split and not carried[index]:
            yield member, "above the items of earlier meetings"


def _is_carried(member: Action | Topic, decisions: Decisions, sheet: Sheet) -> bool:
    if isinstance(member, Topic):
        return all(_is_carried(action, decisions, sheet) for action in member.actions)
    since = decisions.actions[member.line].since
    return since is not None and since < sheet.day
