"""How an action item stands in generated files: its owners, its task and what is computed for it, both ways."""

import re
from dataclasses import field

from minutebook.actions.standings import Standing, split_standing, standing_text, status_mark
from minutebook.records.defaults import ACTION_WORD
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Status

ACTION_START = f"{ACTION_WORD} ("
"""Begins an action item, behind its bullet, where the style of a series says no other word."""

_CLOSED: dict[str, Status] = {"DONE": "done", "DROPPED": "dropped", "LAPSED": "lapsed"}
_ACTION = re.compile(
    rf"{re.escape(ACTION_START)}(?P<owners>[^()]+)\): (?P<task>\S.*?)(?: \[(?P<status>{'|'.join(_CLOSED)})\])?"
)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action item as the minutes have it; owners and task are Markdown."""

    owners: tuple[str, ...]
    task: str
    standing: Standing = field(default_factory=Standing)
    status: Status = "open"


def action_text(action: ActionLine, word: str = ACTION_WORD) -> str:
    """Return an action item without its bullet, such as AI (Mat): order parts (2nd meeting) [DONE]."""
    ending = f"{standing_text(action.standing)}{status_mark(action.status)}"
    return f"{word} ({', '.join(action.owners)}): {action.task}{ending}"


def read_action(text: str) -> ActionLine | None:
    """Return the action item of an item of a list, without its bullet, or None where minutebook wrote none."""
    action = _ACTION.fullmatch(text)
    if not action:
        return None
    task, standing = split_standing(action["task"])
    status = _CLOSED.get(action["status"], "open")
    return ActionLine(tuple(action["owners"].split(", ")), task, standing, status)
