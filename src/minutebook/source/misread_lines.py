"""Lines that YAML may read otherwise than they are meant.

It drops as comments what looks like a row, a counter or a heading, and takes a comma within a number for one between two.
"""

import re
from collections.abc import Callable, Iterator

from minutebook.records.late_patterns import late_pattern
from minutebook.records.problem import Finding, Location, Problem
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.quotes import write_text

_COUNTS = r"(?:[0-9]+|\[[^\]#]*\])"
_DROPPED = late_pattern(
    rf"""(?P<lead>[ ]*)(?:
        (?P<title>\#{{2,6}}[ ]+[^\W_](?:.*[^\#\s])?)
        |(?P<label>\#[0-9][^:]*):(?P<counts>[ ]+{_COUNTS})?
        |(?P<text>\#[0-9].*\S))\s*\Z
    |(?P<counted>[^\#]*:[ ]+{_COUNTS}[ ]+)(?P<remark>\#[0-9].*\S)\s*\Z""",
    re.VERBOSE,
)
_QUICK = late_pattern(r"^ *#[#0-9]|[0-9\]] +#[0-9]", re.MULTILINE)
_LONGEST = 40
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])")
_MAY_BE_ONE = re.compile(r"[0-9],[0-9]{3}(?![0-9])")


def dropped_lines(path: str, text: str) -> Iterator[Problem]:
    """Yield a warning for each comment that may be none; one with one # and a space behind it is meant as one."""
    if not _QUICK.search(text):
        return
    from minutebook.source.yaml.typed_line import lines_outside_blocks

    lines = text.split("\n")
    for number in lines_outside_blocks(lines):
        if line := _DROPPED.fullmatch(lines[number].rstrip("\r")):
            sign = next(name for name in ("title", "label", "text", "remark") if line[name])
            dropped = lines[number][line.start(sign) :].rstrip()
            location = Location(number + 1, line.start(sign) + 1, len(dropped))
            message = f"YAML drops '{dropped[:_LONGEST]}' as a comment"
            comment = f"If it is a comment, write: # {dropped.lstrip('# ')}"
            hint = f"{_hint(line, sign)}\n{comment}"
            yield Problem(path, location, "plain-text", message, hint, severity="warning")


def _hint(line: re.Match[str], sign: str) -> str:
    """Return what to write where it is no comment."""
    if sign == "title":
        return f"For a section, write as one of `sections`: - title: {write_text(line['title'].strip('# '))}"
    if sign == "label":
        return f"Write: {write_text(line['label'].rstrip())}:{line['counts'] or ''}"
    return "Text that begins with # must be in quotes, or below `notes: |`."


def unclear_counts(text: str, document: Callable[[], Document]) -> Iterator[Finding]:
    """Yield what may be one count of several digits, and is read as several."""
    if not _MAY_BE_ONE.search(text):
        return
    lines = text.split("\n")
    reported_rows = set()
    for key_path, location in document().values.items():
        if "rows" not in key_path or not isinstance(key_path[-1], int):
            continue
        match = _THOUSANDS.match(lines[location.line - 1], location.column - 1)
        if match and key_path[:-1] not in reported_rows and not _is_compact(lines[location.line - 1]):
            reported_rows.add(key_path[:-1])
            digits = match.group()
            message = f"{digits} is read as {digits.count(',') + 1} counts: {digits.replace(',', ' and ')}"
            hint = f"Write a space after each comma, or {digits.replace(',', '')} if it is one count."
            yield Finding(key_path, message, "not-a-count", hint, severity="warning")


def _is_compact(line: str) -> bool:
    """Whether the counts of a line are parted by commas alone, of which some can be of no thousands."""
    return re.search(r"[0-9~],[0-9~]", _THOUSANDS.sub("0", line)) is not None
