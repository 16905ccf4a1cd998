"""What stands on the line of a key, where YAML wants it below: the first entry of its list, or the next key."""

import re
from collections.abc import Sequence

from minutebook.records.attendance import LISTS
from minutebook.records.phrases import counted
from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.typed_line import TypedLine, indent_of, next_line

_LIST_KEYS = frozenset(
    {
        *LISTS,
        *("actions", "aliases", "columns", "continues", "duty", "except", "note", "ok", "owner"),
        *("schedule", "sections"),
    }
)
"""The keys below which there can be a list, and whose text, if they have one, does not begin with a dash."""
_NEXT_KEY = re.compile(
    r"(?<=\S) +(?=(?:absent|actions|attending|counters|due|duty|guests|notes?|owner|reason|roster|rows|schedule|sections|"
    r"since|status|table|task):(?P<value> +\S.*)?\Z)"
)
_FIELD = re.compile(r"status: +(?:open|done|dropped|lapsed)\Z|(?:due|since): +[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
"""What nobody means as the end of a sentence."""
_WORD_KEYS = frozenset({*LISTS, "columns", "date", "due", "id", "owner", "since", "status"})
"""The keys whose values are no sentences, in which another key could be a word."""
_STEP = 2
"""The spaces by which an entry, and what belongs to it, is indented."""


def line_break(path: str, lines: Sequence[str], number: int, line: TypedLine) -> Problem | None:
    """Return the problem of what stands on the line of a key (from 0) and must begin one of its own."""
    return _entry_behind_key(path, lines, number, line) or _key_behind_value(path, lines, number, line)


def _entry_behind_key(path: str, lines: Sequence[str], number: int, line: TypedLine) -> Problem | None:
    """Return the problem of an entry on the line of its list's key (from 0): it must begin one of its own."""
    if line.key not in _LIST_KEYS or not line.value.startswith("- "):
        return None
    indent = _indent_of_list(next_line(lines, number), line.indent)
    key_end = len(line.lead.rstrip())
    stretch = Location(number + 1, key_end + 1, len(line.lead) - key_end + len(line.value))
    message = f"the first entry of `{line.key}` must begin on a line of its own"
    hint = _hint(indent, line.value)
    location = Location(number + 1, len(line.lead) + 1, len(line.value))
    mend = f"\n{' ' * indent}{line.value}"
    return Problem(path, location, "plain-text", message, hint, mend=mend, mend_at=stretch)


def _key_behind_value(path: str, lines: Sequence[str], number: int, line: TypedLine) -> Problem | None:
    """Return the problem of a key on the line of the one before it (from 0): it must begin one of its own."""
    gap = _NEXT_KEY.search(line.value)
    if not gap or not line.key:
        return None
    opens_lines = not gap["value"] and indent_of(next_line(lines, number)) > line.indent
    next_key = line.value[gap.end() :]
    is_apart = gap["value"] and (line.key in _WORD_KEYS or _FIELD.match(next_key))
    if not opens_lines and not is_apart:
        return None
    start = len(line.lead) + gap.start()
    hint = _hint(line.indent, next_key)
    location = Location(number + 1, len(line.lead) + gap.end() + 1, len(next_key))
    stretch = Location(number + 1, start + 1, gap.end() - gap.start())
    message = f"`{next_key.partition(':')[0]}` must begin on a line of its own"
    mend = f"\n{' ' * line.indent}"
    return Problem(path, location, "plain-text", message, hint, mend=mend, mend_at=stretch)


def _hint(indent: int, line: str) -> str:
    spaces = f"with {counted(indent, 'space')}" if indent else "without a space"
    return f"Write on the line below, {spaces} in front: {line}"


def _indent_of_list(line_below: str, key_indent: int) -> int:
    """Return how far the entries of a list are indented, by the line below the first: another one, or a key in it."""
    indent = indent_of(line_below)
    if line_below.lstrip().startswith("- ") and indent >= key_indent:
        return indent
    return indent - _STEP if indent >= key_indent + _STEP else key_indent + _STEP
