"""Two counts between brackets that may be one with a comma for its thousands."""

import re
from collections.abc import Callable, Iterator

from minutebook.records.problem import Finding
from minutebook.source.yaml.document import Document

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])")
_QUICK = re.compile(r"[0-9],[0-9]{3}(?![0-9])")


def unclear_counts(text: str, document: Callable[[], Document]) -> Iterator[Finding]:
    """Yield what may be one count of several digits, and is read as several."""
    if not _QUICK.search(text):
        return
    lines = text.split("\n")
    found = set()
    for key_path, location in document().values.items():
        if "rows" not in key_path or not isinstance(key_path[-1], int):
            continue
        match = _THOUSANDS.match(lines[location.line - 1], location.column - 1)
        if match and key_path[:-1] not in found and not _is_compact(lines[location.line - 1]):
            found.add(key_path[:-1])
            typed = match.group()
            message = f"{typed} is read as {typed.count(',') + 1} counts: {typed.replace(',', ' and ')}"
            hint = f"Write a space after each comma, or {typed.replace(',', '')} if it is one count."
            yield Finding(key_path, message, "not-a-count", hint, severity="warning")


def _is_compact(line: str) -> bool:
    """Whether the counts of a line are parted by commas alone, of which some can be of no thousands."""
    return re.search(r"[0-9~],[0-9~]", _THOUSANDS.sub("0", line)) is not None
