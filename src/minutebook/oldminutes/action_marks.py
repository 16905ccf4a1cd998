"""What old minutes write before action items, beside the marks of the grammar: the words of their titles, too."""

import re

from minutebook.actions.words import CLOSING_WORDS, MARK_WORDS
from minutebook.oldminutes.languages import is_mark_title
from minutebook.records.defaults import ACTION_WORD

MARKS = frozenset(
    {
        *MARK_WORDS,
        *CLOSING_WORDS,
        *("to", "do", "for", "and", "will", "shall", "should", "must", "due", "by", "on", "deadline", "x"),
        *("overdue", "since", "meeting", "lapses", "next", "time"),
        *("und", "et", "og", "och", "en", "ja", "i", "y", "e"),
    }
)
"""Words by which a line says that it is an action, and which the minutes write in their own way."""
_LABELED = re.compile(
    r"(?P<sign>[*_]{0,3})(?P<label>[^\W\d_][^:*_()\uff1a]{1,38})(?P<closed>[*_]{0,3})"
    r"[ \t]?[:\uff1a](?P<end>[*_]{0,3})[ \t]*(?=\w|@)"
)


def with_usual_label(text: str) -> str:
    """Return a line with the usual mark in the place of a title of action items before a colon, such as Next steps: Ann to call."""
    labeled = _LABELED.match(text)
    if not labeled or not is_mark_title(labeled["label"]):
        return text
    is_closed = labeled["closed"] or labeled["end"]
    return f"{'' if is_closed else labeled['sign']}{ACTION_WORD}: {text[labeled.end() :]}"
