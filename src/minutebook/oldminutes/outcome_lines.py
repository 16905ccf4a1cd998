"""Lines that say of the action above them that it is done."""

import re

from minutebook.actions.words import TICK
from minutebook.oldminutes.languages import STATUSES

_OUTCOME = re.compile(
    rf"{TICK}\s*(?P<ticked>.*)|"
    r"[*_~]*(?:(?P<before>(?i:all|already|now|is|was|bereits|déjà|già|já|już|reeds|ya))[ \t]+)?(?P<word>[^\W\d_]+)[*_~.!]*(?:\s*[:,(\u2013\u2014-]\s*(?P<rest>.*?)\)?)?",
    re.DOTALL,
)
"""What became of an action, alone in the line below it: DONE - in May. Already done"""
_DONE = frozenset(word for word, status in STATUSES.items() if status == "done") - {"x", "yes"}


def closing_outcome(text: str) -> re.Match[str] | None:
    """Return what closes an action where it stands alone in a line: its `word`, what is said `before` it and the `rest`."""
    outcome = _OUTCOME.fullmatch(text)
    return outcome if outcome and (outcome["word"] or "done").casefold() in _DONE else None
