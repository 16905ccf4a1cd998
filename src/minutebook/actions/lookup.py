"""Which action item is meant by some of its words, and how it is called in a sentence."""

import re
from collections.abc import Iterable, Sequence

from minutebook.records.likeness import twin, wording
from minutebook.records.meeting import Action
from minutebook.records.roster import UNASSIGNED

_WORD = re.compile(r"\w+")
_MOST_LISTED = 10


def described(action: Action) -> str:
    """Return how an action is called in a sentence, such as Diego's 'diagnose XRootD 5' (k7q2m4)."""
    owners = " and ".join(action.owners)
    whose = UNASSIGNED if owners in {"", UNASSIGNED} else f"{owners}'s"
    return f"{whose} '{action.task}' ({action.id})"


def action_lines(actions: Sequence[Action]) -> str:
    """Return lines with the id and the words of some actions, below a sentence."""
    lines = [f"    {action.id}  {', '.join(action.owners)}: {action.task}" for action in actions]
    more = len(lines) - _MOST_LISTED
    return "\n".join([*lines[:_MOST_LISTED], *([f"    and {more} more"] if more > 0 else [])])


def with_phrase(phrase: str, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions whose task is a phrase, else those that have it in their task, its words in a row."""
    words = _words(phrase)
    tasks = [(action, _words(action.task)) for action in actions] if words else []
    exact = tuple(action for action, task in tasks if task == words)
    return exact or tuple(action for action, task in tasks if f" {' '.join(words)} " in f" {' '.join(task)} ")


def with_words(text: str, actions: Sequence[Action]) -> tuple[Action, ...]:
    """Return the actions that are meant by some words of their owners and tasks, or by parts of words."""
    words = _words(text)
    if not words:
        return ()
    if in_a_row := with_phrase(text, actions):
        return in_a_row
    spoken = [(action, _spoken(action)) for action in actions]
    exact = tuple(action for action, spoken_words in spoken if set(words) <= set(spoken_words))
    return exact or tuple(
        action
        for action, spoken_words in spoken
        if all(any(word in spoken_word for spoken_word in spoken_words) for word in words)
    )


def nearest_by_words(text: str, actions: Sequence[Action]) -> Action | None:
    """Return the only action that has some words once they are spelt as its own are."""
    vocabulary = sorted({word for action in actions for word in _spoken(action)})
    spelt = [twin(word, vocabulary) for word in _words(text)]
    if not all(spelt):
        return None
    matches = with_words(" ".join(map(str, spelt)), actions)
    return matches[0] if len(matches) == 1 else None


def _spoken(action: Action) -> list[str]:
    return _words(" ".join((*action.owners, action.task)))


def _words(text: str) -> list[str]:
    return _WORD.findall(wording(text))
