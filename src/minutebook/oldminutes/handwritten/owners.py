"""Who an action item can belong to: a name that looks like one, a handle, or a word for several people."""

import re
from collections.abc import Callable

from minutebook.actions.words import CLOSING_WORDS

IsKnown = Callable[[str], bool]
"""Whether somebody goes by a name."""
_GROUP_WORDS = frozenset({"all", "everyone", "everybody", "team", "group"})
_LONE_GROUP_WORDS = frozenset(
    {
        *("ops", "operations", "admins", "devs", "developers", "support", "staff", "management", "office"),
        *("anyone", "anybody", "someone", "somebody", "both", "us", "we", "volunteers", "committee", "board"),
    }
)
"""What stands for several people if it stands alone, in small letters."""
_SENTENCE_WORDS = frozenset(
    {"a", "an", "the", "our", "this", "that", "to", "with", "of", "for", "from", "by"}
)
"""What stands inside a sentence that speaks of a team, and not inside a team's name."""
_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:[.'\u2019-][^\W\d_]*)*")
_MOST_WORDS = 3
"""How many words a name has at most."""
_LABELS = frozenset(
    {
        *CLOSING_WORDS,
        *("open", "note", "notes", "nb", "fyi", "info", "todo", "action", "actions", "task", "tasks"),
        *("update", "updates", "status", "next", "due", "deadline", "question", "questions", "idea", "ideas"),
        *("topic", "see", "re", "ps", "optional", "urgent", "reminder", "decision", "goal", "blocker"),
    }
)
"""What begins a line with a colon behind it, and is nobody."""


def know_nobody(_name: str) -> bool:
    """Know nobody."""
    return False


def is_group(name: str) -> bool:
    """Whether a name is a usual word for several people, or has one."""
    return name in _LONE_GROUP_WORDS or not _GROUP_WORDS.isdisjoint(re.findall(r"\w+", name.casefold()))


def is_owner(name: str, is_known: IsKnown) -> bool:
    """Whether a word before a task can well be whose task that is."""
    # A word such as `support` begins sentences as well, and stands for people only alone.
    is_several = name in _LONE_GROUP_WORDS or _is_team(name)
    return is_known(name) or is_handle(name) or is_several or _is_name(name)


def _is_team(name: str) -> bool:
    """Whether a name is that of a team, and no sentence that speaks of one."""
    *words, last_word = name.split() or [""]
    is_lone = last_word in _LONE_GROUP_WORDS
    return is_group(last_word) and not is_lone and _SENTENCE_WORDS.isdisjoint(words[1:])


def is_handle(name: str) -> bool:
    """Whether a name is written as on a platform: `@ada`."""
    return name.startswith("@")


def _is_name(name: str) -> bool:
    """Whether a name looks like a person's: words of letters, none of them small."""
    words = name.removesuffix("?").split()
    return (
        0 < len(words) <= _MOST_WORDS
        and all(_WORD.fullmatch(word) and not word[0].islower() for word in words)
        and name.casefold() not in _LABELS
    )
