"""Lines that YAML drops as comments, though they look like what is read: rows, counters and headings."""

import re
from collections.abc import Iterator

from minutebook.records.late_patterns import late_pattern
from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.typed_line import lines_outside_blocks

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


def dropped_lines(path: str, text: str) -> Iterator[Problem]:
    """Yield a warning for each comment that may be none; one with one # and a space behind it is meant as one."""
    if not _QUICK.search(text):
        return
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
