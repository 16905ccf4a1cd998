"""Lines with less indent."""

import re
from collections.abc import Sequence

from minutebook.oldminutes.importer.values import NumberedLine

_TAB = 4


def dedent(lines: Sequence[str], first_line: int, last_line: int) -> list[NumberedLine]:
    """Return the lines from the first to the last number, less the indent of the first."""
    indent = re.match(r"[ \t]*", lines[first_line - 1])
    columns = len(indent[0].expandtabs(_TAB)) if indent else 0
    return [
        (number, _without_columns(lines[number - 1], columns)) for number in range(first_line, last_line + 1)
    ]


def _without_columns(line: str, columns: int) -> str:
    """Take columns off the indent of a line."""
    text = line.lstrip(" \t")
    indent = line[: len(line) - len(text)]
    # A tab reaches to the next column that four divides (CommonMark 0.31, section 2.2).
    if "\t" in indent[:columns]:
        indent = indent.expandtabs(_TAB)
    return indent[columns:] + text
