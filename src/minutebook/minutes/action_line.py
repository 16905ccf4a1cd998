"""How an action item stands in generated files: its owners, its task and what is computed for it, both ways."""

import re
from dataclasses import field

from minutebook.actions.standings import Standing, split_standing, standing_text, status_mark
from minutebook.actions.usual_words import BOLD, STRIKE
from minutebook.minutes.layout import USUAL
from minutebook.minutes.markdown import escape
from minutebook.records.defaults import ACTION_WORD
from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Status
from minutebook.records.roster import UNASSIGNED
from minutebook.records.series import Style

ACTION_START = f"{ACTION_WORD} ("
"""Begins an action item, behind its bullet, where the style of a series says no other word."""

_CLOSED: dict[str, Status] = {"DONE": "done", "DROPPED": "dropped", "LAPSED": "lapsed"}
_ACTION = late_pattern(
    rf"{re.escape(ACTION_START)}(?P<owners>[^()]+)\): (?P<task>\S.*?)(?: \[(?P<status>{'|'.join(_CLOSED)})\])?"
)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action item as the minutes have it; owners and task are Markdown."""

    owners: tuple[str, ...]
    task: str
    standing: Standing = field(default_factory=Standing)
    status: Status = "open"


def action_text(action: ActionLine, style: Style = USUAL) -> str:
    """Return an action item without its bullet, such as AI (Mat): order parts (2nd meeting) [DONE]."""
    wording = style.wording
    owners = (escape(wording.unassigned) if owner == UNASSIGNED else owner for owner in action.owners)
    standing = standing_text(action.standing, wording, BOLD if style.overdue == "bold" else "")
    text = f"{escape(style.action)} ({wording.comma.join(owners)}): {action.task}{standing}"
    # What is struck through within a task would end the line through all of it.
    is_struck = style.done == "struck" and action.status == "done" and STRIKE not in text
    return f"{STRIKE * is_struck}{text}{STRIKE * is_struck}{status_mark(action.status, wording)}"


def read_action(text: str) -> ActionLine | None:
    """Return the action item of an item of a list, without its bullet, or None where minutebook wrote none."""
    action = _ACTION.fullmatch(text)
    if not action:
        return None
    task, standing = split_standing(action["task"])
    status = _CLOSED.get(action["status"], "open")
    return ActionLine(tuple(action["owners"].split(", ")), task, standing, status)
