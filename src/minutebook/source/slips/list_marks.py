"""Lists whose entries begin as those of Markdown or of a word processor do, and not with a dash and a space."""

import re
from collections.abc import Iterator, Sequence

from minutebook.records.pasted_signs import BULLETS
from minutebook.source.schema import schemas
from minutebook.source.slips.slip import Slip, repeated_slip
from minutebook.source.yaml.typed_line import indent_of, lines_outside_blocks

_KEY_OF_LIST = re.compile(
    r"(?P<lead> *(?:- +)*)(?P<key>actions|sections|attending|absent|guests): *(?:#.*)?\r?\Z"
)
_MARK = re.compile(rf"- +|-(?=[^\s-])|(?:[*+{BULLETS}]|\(?[0-9]{{1,3}}[.)]) +(?=\S)")
_PAIR = re.compile(r"(?P<key>[^\W\d_][^:#]{0,79}): +[^\s|>].*")


def list_marks(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the lines would be with a dash and a space before each entry of a list."""
    keys = {number: match for number, line in enumerate(lines) if (match := _KEY_OF_LIST.match(line))}
    outside = list(lines_outside_blocks(lines)) if keys else []
    changes: dict[int, str] = {}
    for position, number in enumerate(outside):
        if match := keys.get(number):
            entries = dict(_entries_below(lines, outside[position + 1 :], len(match["lead"])))
            changes |= _with_dashes(entries, may_lack_marks=match["key"] == "actions")
    if changes:
        message = "each entry of a list must begin with a dash and a space"
        yield repeated_slip(lines, changes, message, count_words="begin otherwise")


def _entries_below(
    lines: Sequence[str], numbers: Sequence[int], key_column: int
) -> Iterator[tuple[int, str]]:
    """Yield the first line of each entry of the list below a key, with its number from 0."""
    column = -1
    for number in numbers:
        line, indent = lines[number], indent_of(lines[number])
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        column = indent if column < 0 else column
        is_key = indent == key_column and not _MARK.match(line, indent)
        if indent < max(column, key_column) or is_key:
            return
        if indent == column:
            yield number, line


def _with_dashes(entries: dict[int, str], *, may_lack_marks: bool) -> dict[int, str]:
    """Return the lines that are to be written otherwise; none where it can't be told which of them are entries."""
    marks = {number: _MARK.match(line, indent_of(line)) for number, line in entries.items()}
    if may_lack_marks and not any(marks.values()) and all(map(_is_pair, entries.values())):
        return {number: f"{' ' * indent_of(line)}- {line.lstrip()}" for number, line in entries.items()}
    if not all(marks.values()):
        return {}
    return {
        number: f"{line[: mark.start()]}- {line[mark.end() :]}"
        for number, line in entries.items()
        if (mark := marks[number]) and not mark.group().startswith("- ")
    }


def _is_pair(line: str) -> bool:
    """Whether a line is what somebody must do, behind a name, and no field of an action item."""
    pair = _PAIR.match(line.lstrip())
    return pair is not None and pair["key"].lower() not in schemas.format_keys()
