"""What became of the action items between two meetings."""

from collections.abc import Collection, Iterable, Mapping

from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import CLOSED, Action, Meeting


@dataclass(frozen=True, slots=True)
class Outcome:
    """The ids of a meeting's actions by what became of them since an earlier one."""

    opened: tuple[str, ...]
    closed: tuple[str, ...]
    carried: tuple[str, ...]
    lost: tuple[str, ...]


def describe_update(former: Meeting, updated: Meeting, returned: Collection[str] = ()) -> str:
    """Say in a line what bringing a meeting up to date did to its actions; `returned` are ids that were lost."""
    former_actions, actions = _by_id(former), _by_id(updated)
    added = [
        action_id for action_id in actions if action_id not in former_actions and action_id not in returned
    ]
    carried = [action_id for action_id in added if actions[action_id].since]
    lapsed, had_lapsed = _lapsed(actions), _lapsed(former_actions)
    newly_lapsed, reopened = lapsed - had_lapsed, had_lapsed - lapsed
    short_paths = [section.key_path for section in former.sections_in_short]
    sections = [section for section in updated.sections if section.key_path in short_paths]
    placed_lines = _number_of_lines(former.quick) - _number_of_lines(updated.quick)
    details_by_change = {
        "lines put in place": [str(placed_lines)] if placed_lines else [],
        "attending": _once(section.attendance.attending for section in sections),
        "absent": _once(section.attendance.absent for section in sections),
        "carried": [action_id for action_id in carried if actions[action_id].status not in CLOSED],
        "closed here already, so put back": [
            action_id for action_id in carried if actions[action_id].status in CLOSED
        ],
        "ids given back": [action_id for action_id in actions if action_id in returned],
        "new ids": [action_id for action_id in added if not actions[action_id].since],
        "closed earlier, so removed": [action_id for action_id in former_actions if action_id not in actions],
        "lapsed": [action_id for action_id in actions if action_id in newly_lapsed],
        "touched earlier, so open again": [action_id for action_id in actions if action_id in reopened],
        # What was typed says no more than this which words were taken for nobody's name.
        "unassigned": [f"'{action.task}'" for action in former.actions if action.typed and not action.owners],
    }
    return "; ".join(
        f"{change}: {', '.join(details)}" for change, details in details_by_change.items() if details
    )


def _number_of_lines(text: str) -> int:
    return sum(bool(line.strip()) for line in text.split("\n"))


def _once(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(name for names in lists for name in names))


def compare(meeting: Meeting, earlier: Meeting | None, meetings_between: Iterable[Meeting] = ()) -> Outcome:
    """Return what became of the actions that were open in an earlier meeting, and which are new.

    An action that one of the meetings passed on the way closed is closed, and not lost.
    """
    closed_on_the_way = {
        action.id for passed in meetings_between for action in passed.actions if action.status != "open"
    }
    earlier_actions = _by_id(earlier) if earlier else {}
    actions = _by_id(meeting)
    were_open = [action_id for action_id, action in earlier_actions.items() if action.status == "open"]
    closed = [
        action_id
        for action_id in were_open
        if (actions[action_id].status != "open" if action_id in actions else action_id in closed_on_the_way)
    ]
    return Outcome(
        opened=tuple(action_id for action_id in actions if action_id not in earlier_actions),
        closed=tuple(closed),
        carried=tuple(
            action_id for action_id in were_open if action_id in actions and action_id not in closed
        ),
        lost=tuple(
            action_id for action_id in were_open if action_id not in actions and action_id not in closed
        ),
    )


def _by_id(meeting: Meeting) -> dict[str, Action]:
    return {action.id: action for action in meeting.actions if action.id}


def _lapsed(actions: Mapping[str, Action]) -> set[str]:
    return {action_id for action_id, action in actions.items() if action.status == "lapsed"}
