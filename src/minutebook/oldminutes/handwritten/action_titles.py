"""Titles of lists of action items, and what stands in such a list where there is none."""

import re

from minutebook.oldminutes.handwritten.plain_text import fold_label

_ACTION_TITLES = frozenset(
    {"action items", "action item", "actions", "open action items", "todo", "to do", "to-do"}
)
_POSSIBLE_TITLES = frozenset(
    {
        *("next steps", "next step", "follow-ups", "follow ups", "followups", "follow-up", "follow up"),
        *("action summary", "summary of actions", "takeaways", "take-aways", "tasks"),
    }
)
"""What stands above lists of action items, and above other lists as well."""
_NO_ACTIONS = frozenset(
    {"none", "n/a", "na", "nil", "nothing", "no action items", "no actions", "-", "\u2013", "\u2014"}
)
"""What stands in a list of action items where there is none."""


def is_action_list(title: str) -> bool:
    """Whether a title says that what stands below it are action items."""
    return fold_label(title) in _ACTION_TITLES


def is_possible_action_list(title: str) -> bool:
    """Whether a title may say that what stands below it are action items."""
    return fold_label(title) in _POSSIBLE_TITLES


def says_none(plain: str) -> bool:
    """Whether a line in a list of action items says that there is none."""
    words = re.sub(r"[ \t](?:this|so)[ \t](?:week|month|time|far)\Z", "", fold_label(plain))
    return words in _NO_ACTIONS
