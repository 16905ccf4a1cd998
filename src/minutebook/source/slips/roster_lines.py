"""People who were written into a roster as a list is, with a dash or a comma."""

import re
from collections.abc import Iterator, Sequence

from minutebook.source.slips.slip import Slip, repeated_slip
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.typed_line import before_comment, indent_of, run_end

_ROSTER = re.compile(r"roster: *(?:#.*)?\r?\Z")
_LISTED = re.compile(
    r" *- +(?P<name>[^\s:#{}\[\],][^:#{}\[\],\r]*)(?:, *|: *(?:(?P<about>\{.*\}) *)?(?:, *)?)?\r?\Z"
)
_STEP = 2


def roster_lines(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how a roster would be with each person as a key, and no dash before it."""
    start = next((number for number, line in enumerate(lines, 1) if _ROSTER.match(line)), len(lines))
    end = run_end(lines, start, lambda line: not line.strip() or line.startswith((" ", "- ", "#")))
    keys = (
        line for line in lines[start:end] if line.startswith(" ") and not line.lstrip().startswith(("-", "#"))
    )
    column = indent_of(next(keys, " " * _STEP))
    changes = {}
    for number, line in enumerate(lines[start:end], start):
        content = before_comment(line)
        if match := _LISTED.match(content):
            key = f"{' ' * column}{write_text(match['name'].rstrip())}: {match['about'] or '{}'}"
            changes[number] = key + line[len(content.rstrip()) :]
    if changes:
        yield repeated_slip(lines, changes, "a person of the roster must be a key, without a dash")
