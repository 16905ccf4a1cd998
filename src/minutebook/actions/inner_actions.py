"""Actions that begin in the middle of a line, behind what else it says."""

import re

from minutebook.actions.forms import MARK
from minutebook.actions.grammar import TypedAction, parse_marked
from minutebook.actions.known_people import KnownPeople
from minutebook.actions.words import TICK


def find_marked(line: str, people: KnownPeople) -> tuple[str, TypedAction] | None:
    """Return the action that a line is wherever it stands, or that begins in the middle of it, with its text."""
    return (line.strip(), action) if (action := parse_marked(line, people)) else find_within(line, people)


def find_within(line: str, people: KnownPeople) -> tuple[str, TypedAction] | None:
    """Return the action that begins in the middle of a line, with its text.

    Its owner must be like somebody, and a colon or `to` stand before its task: "asked the AI (Mat) again" is none.
    """
    if ":" not in line and "\uff1a" not in line and " to " not in line:
        return None
    any_mark = f"(?:{MARK}|{re.escape(people.mark)})" if people.mark else MARK
    edge = rf"(?<=[\s(\[])(?<!\bthe )(?<!\b[Nn]o )(?:{TICK}[ \t])?[*_]{{0,3}}"
    for mark in re.finditer(rf"{edge}{any_mark}(?=[*_]{{0,3}}[ \t:(])", line):
        text = line[mark.start() :].rstrip()
        closing = {"(": ")", "[": "]"}.get(line[mark.start() - 1], "")
        text = text.rpartition(closing)[0] if closing and closing in text else text
        action = parse_marked(text, people)
        before_task = text[: text.rfind(action.task)] if action else ""
        if action and people.are_alike(action.owners) and (":" in before_task or before_task.endswith("to ")):
            return text, action
    return None
