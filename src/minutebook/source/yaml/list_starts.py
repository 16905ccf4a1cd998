"""A list whose first entry stands on the line of its key, where YAML wants it below."""

from collections.abc import Sequence

from minutebook.records.attendance import LISTS
from minutebook.records.phrases import counted
from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.typed_line import TypedLine, indent_of, next_line

_LIST_KEYS = frozenset({*LISTS, "actions", "sections", "columns", "ok"})
"""The keys below which there is a list, and never a text."""
_STEP = 2
"""The spaces by which an entry, and what belongs to it, is indented."""


def entry_behind_key(path: str, lines: Sequence[str], number: int, line: TypedLine) -> Problem | None:
    """Return the problem of an entry on the line of its list's key (from 0): it must begin one of its own."""
    if line.key not in _LIST_KEYS or not line.value.startswith("- "):
        return None
    indent = _indent_of_list(next_line(lines, number), line.indent)
    key_end = len(line.lead.rstrip())
    stretch = Location(number + 1, key_end + 1, len(line.lead) - key_end + len(line.value))
    message = f"the first entry of `{line.key}` must begin on a line of its own"
    spaces = f"with {counted(indent, 'space')}" if indent else "without a space"
    hint = f"Write on the line below, {spaces} in front: {line.value}"
    location = Location(number + 1, len(line.lead) + 1, len(line.value))
    mend = f"\n{' ' * indent}{line.value}"
    return Problem(path, location, "plain-text", message, hint, mend=mend, mend_at=stretch)


def _indent_of_list(line_below: str, key_indent: int) -> int:
    """Return how far the entries of a list are indented, by the line below the first: another one, or a key in it."""
    indent = indent_of(line_below)
    if line_below.lstrip().startswith("- ") and indent >= key_indent:
        return indent
    return indent - _STEP if indent >= key_indent + _STEP else key_indent + _STEP
