"""Lines of a generated file that somebody typed into it."""

import re
from collections.abc import Iterable

_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")


def foreign_lines(text: str, known: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Return the lines of a text, with their numbers from 1, that stand in none of the known texts."""
    old = {line.rstrip() for other in known for line in other.split("\n")}
    numbered = enumerate(text.split("\n"), start=1)
    return tuple(
        (number, line)
        for number, line in numbered
        if line.strip() and line.rstrip() not in old and not _CONFLICT.match(line)
    )
