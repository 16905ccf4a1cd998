"""What a plain YAML scalar means."""

import re

from minutebook.records.problem import KeyPath
from minutebook.source.yaml.document import Ambiguous

Scalar = str | int | bool | Ambiguous | None

# Sixteen digits fit every reader's integers.
_COUNT = re.compile(r"(?:0|[1-9][0-9]{0,15})\Z")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_WORDS = _NULL | _TRUE | _FALSE
# Whatever YAML 1.1 or 1.2 reads as a number, a default value or a merge: https://yaml.org/type/ and YAML 1.2.2,
# section 10.3.2.
_AMBIGUOUS = re.compile(
    r"""(?: [-+]?[0-9][0-9_]*
        |   [-+]?0o?[0-7_]+ | [-+]?0b[01_]+ | [-+]?0x[0-9a-fA-F_]+
        |   [-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?
        |   [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
        |   = | <<
        )\Z""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\s#]+\Z")
_WORD_KEYS = frozenset({"id", "status", "totals", "show", "baseline", "schedule", "rule", "ok"})
"""Keys whose values are one word, and never text that could go on behind a ` #`."""
_MARKDOWN = frozenset({"actions", "notes", "task", "topic", "note", "reason", "empty", "quick"})
"""Keys of prose, and of lines that have some."""
ACTION_KEYS = ("id", "owner", "task", "since", "due", "status", "reason", "note")
"""The keys of an action item in the order in which they are written."""
LABELED = frozenset({"header", "duty", "counters", "rows", "roster"})
"""Keys of mappings whose keys are a team's own labels."""


def is_own_key(name: str) -> bool:
    """Whether a key is the user's own, which means nothing here."""
    return name.startswith("x-")


def is_word(key_path: KeyPath, text: str) -> bool:
    """Whether a value can only be one word, so that a comment may follow it after one space."""
    names = [name for name in key_path if isinstance(name, str)]
    if not names or names[-1] not in _WORD_KEYS or LABELED.intersection(names[-2:-1]):
        return False
    return _WORD.match(text) is not None and not any(map(is_own_key, names))


def is_name(key_path: KeyPath) -> bool:
    """Whether a value says who owns an action item or has a duty, in whose name there is no ` # `."""
    names = [name for name in key_path if isinstance(name, str)]
    is_owner = names[-2:] == ["actions", "owner"]
    return (is_owner or names[-2:-1] == ["duty"]) and not any(map(is_own_key, names))


def is_markdown(key_path: KeyPath) -> bool:
    """Whether a value is prose, or the user's own, and no name, title or label."""
    names = [name for name in key_path if isinstance(name, str)]
    in_header = names[-2:-1] == ["header"]
    return bool(names) and (names[-1] in _MARKDOWN or in_header or any(map(is_own_key, names)))


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means: a count, text, true or false, nothing, or Ambiguous."""
    if text[:1].isalpha() and text not in _WORDS:  # as most texts begin
        return text
    if _COUNT.match(text):
        return int(text)
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    return Ambiguous(text) if _AMBIGUOUS.match(text) else text
