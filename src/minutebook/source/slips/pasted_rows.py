"""Rows and counters that YAML can't read: pasted from a table, or with a label that must be in quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from minutebook.records.problem import Location, Problem
from minutebook.source.schema.pasted_counts import UNKNOWN, read_cells
from minutebook.source.yaml.quotes import QUOTED, quote, write_text
from minutebook.source.yaml.typed_line import indent_of, lines_outside_blocks

_PARENT = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>rows|counters): *(?:#.*)?\Z")
_COLUMNS = re.compile(r"(?P<lead> *(?:- +)*)columns: *(?P<value>.*)\Z")
_NAME = re.compile(rf"{QUOTED}|[^\s,\[\]#][^,\[\]]*")
_COMMENT = re.compile(r"(?<!\s)\s{2,}# .*\Z")
_QUOTED = re.compile(QUOTED)
_READABLE = re.compile(r"[0-9]+|~|\[[0-9 ~]+(?:,[0-9 ~]+)*\]|\{.*\}|")
_BROKEN_LABEL = re.compile(r"[\[\]{}&*!|>%@`]|\? |.*(?:: |\s#)")
_DIVIDED = re.compile(r"(?P<label>[^\t|]*[^\s|:])(?:\s*+:)?\s*[\t|](?P<cells>.*)")
_CELL = re.compile(r"[^:#\[\]{}]{0,16}")
"""A cell of a sheet in which there may be a count, and no second label."""
_DRAFT = re.compile(r"^status: *draft\b", re.MULTILINE)
_COUNT_FIRST = re.compile(
    r"(?:- +)?(?P<count>0|[1-9][0-9]*)(?: *\([^()]*\))?(?: *:)? +(?P<label>[^\W\d_][^:#]*[^:#\s])"
)
_BRACES = re.compile(r"(?:.*[ {,])?(?:rows|counters): +\{")
_LARGE_COUNT = re.compile(r"(?<=: )[1-9][0-9]{0,2}(?:,[0-9]{3})+(?= *[,}])")
_LONGEST = 400
_NEAR = 200
"""Lines between `columns` and `rows` at most."""


class RowGroup(NamedTuple):
    """The lines of rows or counters, and the columns of their table, none where these are not known."""

    key: str
    numbers: Sequence[int]
    columns: Sequence[str]

    @property
    def width(self) -> int | None:
        """How many counts each has, if that is known."""
        return 1 if self.key == "counters" else len(self.columns) or None


def pasted_rows(path: str, text: str) -> Iterator[Problem]:
    """Yield the lines below `rows` and `counters` that can't be read, each with the line to write."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    for group in row_groups(lines):
        for number in group.numbers:
            if len(lines[number]) <= _LONGEST and (problem := _problem(path, lines[number], number, group)):
                yield problem
    for number in lines_outside_blocks(lines):
        if len(lines[number]) <= _LONGEST and (problem := _thousands(path, lines[number], number)):
            yield problem


def without_unknown_counts(text: str, problem: Problem) -> Problem:
    """Return the problem of a row as it is told: only a draft may leave a count open."""
    row_text = problem.mend or ""
    if UNKNOWN not in row_text.rpartition(": ")[2] or _DRAFT.search(text):
        return problem
    hint = f"Write the count that is missing, or `{row_text}` in a meeting with `status: draft`."
    return replace(problem, hint=hint, mend=None, mend_at=None)


def _problem(path: str, line: str, number: int, group: RowGroup) -> Problem | None:
    lead = " " * indent_of(line)
    content = _COMMENT.sub("", line).strip()
    comment = line.rstrip()[len(lead) + len(content) :]
    if labeled := _labeled(content, group.width):
        message, rule = "the label must be in quotes", "plain-text"
    elif group.key == "counters":
        message, rule = "a counter must be written `label: count`", "not-a-count"
    else:
        message, rule = "a row must be written `label: [count, count]`", "not-a-count"
    row_text = (
        labeled or _divided(content, group.width) or (_turned(content) if group.key == "counters" else "")
    )
    if not row_text or row_text == content:
        return None
    location = Location(number + 1, len(lead) + 1, len(content + comment))
    problem = Problem(path, location, "tab" if "\t" in content else rule, message, f"Write: {row_text}")
    # What has two colons may be two rows, or one with a word too many.
    certain = not labeled or ": " not in labeled[: labeled.rindex(": ")]
    return replace(problem, mend=row_text + comment, mend_at=location, is_certain=certain)


def _thousands(path: str, line: str, number: int) -> Problem | None:
    """Return the problem of commas in counts between braces, where what stands behind one is no label."""
    braces = _BRACES.match(line)
    mended_line = _LARGE_COUNT.sub(lambda count: count.group().replace(",", ""), line) if braces else line
    if not braces or mended_line == line:
        return None
    location = Location(number + 1, braces.end(), len(line) - braces.end() + 1)
    message = "a count must be written in digits only, without a comma"
    problem = Problem(path, location, "not-a-count", message, f"Write: {mended_line.strip()}")
    return replace(problem, mend=mended_line[braces.end() - 1 :], mend_at=location)


def row_groups(lines: Sequence[str]) -> Iterator[RowGroup]:
    """Yield what stands below each `rows` and `counters`."""
    outside = list(lines_outside_blocks(lines))
    for position, number in enumerate(outside):
        parent = _PARENT.match(lines[number])
        if not parent:
            continue
        column = len(parent["lead"])
        members: list[int] = []
        for number_below in map(outside.__getitem__, range(position + 1, len(outside))):
            indent = indent_of(lines[number_below])
            if not lines[number_below].strip() or lines[number_below].lstrip().startswith("#"):
                continue
            if indent <= column:
                break
            if not members or indent == indent_of(lines[members[0]]):
                members.append(number_below)
        is_table = parent["key"] == "rows"
        yield RowGroup(parent["key"], members, _columns(lines, number, column) if is_table else ())


def _columns(lines: Sequence[str], number: int, column: int) -> Sequence[str]:
    """Return the columns of a table, by the nearest line with `columns` above its rows or below them."""
    numbers_above, numbers_below = range(number - 1, number - _NEAR, -1), range(number + 1, number + _NEAR)
    for numbers in (numbers_above, numbers_below):
        for index in numbers:
            line = lines[index] if 0 <= index < len(lines) else ""
            match = _COLUMNS.match(line)
            if match and len(match["lead"]) == column:
                return _names(match["value"].strip(), lines[index + 1 : index + _NEAR])
            if _PARENT.match(line) or (line.strip() and len(line) - len(line.lstrip(" -")) < column):
                break
    return ()


def _names(value: str, lines: Sequence[str]) -> Sequence[str]:
    if value.startswith("["):
        return _NAME.findall(value) if value.endswith("]") else ()
    return [entry[1] for entry in takewhile(bool, (re.match(r" *- +(.*)", line) for line in lines)) if entry]


def _labeled(content: str, width: int | None) -> str:
    """Return a row whose label only lacks quotes."""
    label, colon, value = content.rpartition(": ")
    is_broken = colon and not _QUOTED.match(label) and _BROKEN_LABEL.match(label)
    if not is_broken or not value or re.search(r"[\t|]", label):
        return ""
    if not _READABLE.fullmatch(value.strip()):
        cells = read_cells(value.strip(), width) if width and width > 1 else None
        value = f"[{', '.join(cells.counts)}]" if cells and not cells.in_doubt else ""
    return f"{quote(label.strip())}: {value.strip()}" if value else ""


def _turned(content: str) -> str:
    """Return a counter whose count stands before its label, as the minutes have it."""
    match = _COUNT_FIRST.fullmatch(content)
    return f"{write_text(match['label'])}: {match['count']}" if match else ""


def _divided(content: str, width: int | None) -> str:
    """Return a row whose cells are divided by tabs or bars, or whose list lacks some."""
    is_divided = re.search(r"[\t|]", content) is not None
    if not is_divided and not re.search(r"[\[,]\s*+(?:\?\s*)?[,\]]", content):
        return ""
    match = re.match(r"(?P<label>.*[^\s:])\s*:\s+(?P<cells>.*)", content)
    for divided in (match, _DIVIDED.match(content.lstrip("| "))) if is_divided else (match,):
        text = divided["cells"].strip(" ") if divided else ""
        text = text[1:-1] if text.startswith("[") and text.endswith("]") else text
        cells = read_cells(text, width) if divided and text.strip() else None
        if divided and cells and not cells.in_doubt:
            label = divided["label"].strip()
            label = label if _QUOTED.fullmatch(label) else write_text(" ".join(label.split()))
            return _row(label, cells.counts)
    return _by_tabs(content)


def _by_tabs(content: str) -> str:
    """Return a row with a cell for each tab, whatever is wrong with them: with spaces a count may end in the label."""
    label, *cells = (cell.strip() for cell in content.split("\t"))
    label = label.removesuffix(":").rstrip()
    if not label or ": " in label or not cells or not all(map(_CELL.fullmatch, cells)):
        return ""
    return _row(write_text(label), [_cell_text(cell) for cell in cells])


def _cell_text(cell: str) -> str:
    return (cell or UNKNOWN) if not cell or cell.isdecimal() else write_text(cell, in_flow=True)


def _row(label: str, counts: Sequence[str]) -> str:
    text = ", ".join(counts)
    return f"{label}: {text if len(counts) == 1 else f'[{text}]'}"
