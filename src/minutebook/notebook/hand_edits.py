"""Lines of a generated file that somebody typed into it."""

import re
from collections.abc import Iterable

# With ||||||| in the styles diff3 and zdiff3 (git-config(1), merge.conflictStyle).
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")


def hand_typed_lines(text: str, versions: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Return the lines of a text, with their numbers from 1, that stand in none of the versions that were written."""
    written = {line.rstrip() for version in versions for line in version.split("\n")}
    numbered = enumerate(text.split("\n"), start=1)
    return tuple(
        (number, line)
        for number, line in numbered
        if line.strip() and line.rstrip() not in written and not _CONFLICT.match(line)
    )
