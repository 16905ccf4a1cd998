"""Deltas counted again from minutes in Markdown and notes in YAML, and the chains of their action items.

It reads both with no help of the program, so that it can disagree with it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

Counts = dict[str, dict[str, int]]
"""The counts of a table by label and column, without its sums."""

_COUNTER = re.compile(r"- +(?P<count>\d+) \((?P<delta>[+-]\d+)(?: since (?P<since>[\d-]+))?\) (?P<label>.+)")
_BELOW = re.compile(r"Changes are since (?P<day>[0-9]{1,2} [A-Z][a-z]+ [0-9]{4})\.")
"""What a table of several columns says below it."""
_DELTA = re.compile(r"&Delta;(?: since (?P<since>[\d-]+))?")


@dataclass(frozen=True)
class Grid:
    """A table with deltas: its columns, what each delta is since, and its rows as label, counts and deltas."""

    columns: list[str]
    since: list[str | None]
    rows: list[tuple[str, list[int], list[str]]]

    @property
    def inner(self) -> Counts:
        """The counts without sums."""
        return {
            label: {name: count for name, count in zip(self.columns, counts, strict=True) if name != "Total"}
            for label, counts, _ in self.rows
            if label != "Total"
        }


@dataclass(frozen=True)
class Meeting:
    """The minutes and the notes of a day."""

    day: str
    minutes: str
    notes: dict[str, Any]

    @cached_property
    def grids(self) -> dict[str, tuple[dict[str, Any], Grid]]:
        """The tables of the notes by their ids, each with what the minutes show of it."""
        tables = list(_under(self.notes, "table"))
        return {
            table["id"]: pair for pair in zip(tables, _grids(self.minutes), strict=True) for table in pair[:1]
        }

    @property
    def counters(self) -> dict[str, Any]:
        """The counters of the notes by their labels."""
        return {label: value for found in _under(self.notes, "counters") for label, value in found.items()}

    @property
    def items(self) -> list[dict[str, Any]]:
        """The action items, those of topics too."""
        return [item for entries in _under(self.notes, "actions") for item in entries if "topic" not in item]


def meetings(folder: Path) -> list[Meeting]:
    """Return all meetings of a series in the order of their days."""
    yaml = YAML(typ="safe")
    return [
        Meeting(path.stem, path.with_suffix(".md").read_text("utf-8"), yaml.load(path))
        for path in sorted(folder.glob("????-??-??.yaml"))
    ]


def wrong_deltas(series: Sequence[Meeting]) -> Iterator[str]:
    """Yield each delta of the minutes that is not the count less the one of the meeting it names."""
    days = {meeting.day: meeting for meeting in series}
    for before, meeting in pairwise(series):
        for name, (table, grid) in meeting.grids.items():
            for label, counts, deltas in grid.rows:
                for column, count, delta, since in zip(grid.columns, counts, deltas, grid.since, strict=True):
                    old = _old(table, grid, days[since or before.day], name)
                    expected = count - _cell(old, label, column)
                    if delta != f"{expected:+d}":
                        yield f"{meeting.day} {name}: {label}, {column}: {delta}, not {expected:+d}"
        for found in map(_COUNTER.fullmatch, meeting.minutes.splitlines()):
            if found and found["label"] in meeting.counters:
                value = meeting.counters[found["label"]]
                name = value["continues"] if isinstance(value, dict) else found["label"]
                base = days[found["since"] or before.day].counters[name]
                base = base["value"] if isinstance(base, dict) else base
                if int(found["count"]) - base != int(found["delta"]):
                    yield f"{meeting.day} {found[0]}: it was {base}"


def deltas(series: Sequence[Meeting]) -> int:
    """Return how many deltas the tables of the minutes show."""
    return sum(
        len([delta for delta in found if delta])
        for meeting in series
        for _, grid in meeting.grids.values()
        for _, _, found in grid.rows
    )


def _old(table: dict[str, Any], grid: Grid, base: Meeting, name: str) -> Counts:
    """Return the earlier counts under the names that the columns have now."""
    if table.get("baseline") == "none":
        return {}
    own = [column for column in grid.columns if column != "Total"]
    names = dict(zip(table.get("continues", own), own, strict=True))
    inner = base.grids[name][1].inner
    # A column that is gone still counts for the sum of its row.
    return {
        label: {names.get(column, f"{column} (gone)"): count for column, count in row.items()}
        for label, row in inner.items()
    }


def _cell(counts: Counts, label: str, column: str) -> int:
    rows = counts.values() if label == "Total" else [counts.get(label, {})]
    return sum(sum(row.values()) if column == "Total" else row.get(column, 0) for row in rows)


def _grids(text: str) -> Iterator[Grid]:
    rows: list[list[str]] = []
    lines = [*text.splitlines(), "", ""]
    for number, line in enumerate(lines[:-1]):
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            deltas_ = [_DELTA.fullmatch(cell) for cell in rows[0]]
            if any(deltas_):
                body = [(row[-1], [*map(int, row[:-1:2])], row[1:-1:2]) for row in rows[2:]]
                below = _BELOW.fullmatch(lines[number + 1])
                since = str(datetime.strptime(below["day"], "%d %B %Y").date()) if below else None
                yield Grid(rows[0][:-1:2], [since or found["since"] for found in deltas_ if found], body)
            rows = []


def _under(notes: Any, key: str) -> Iterator[Any]:
    """Yield what stands under a key anywhere in notes, in the order of the file."""
    if isinstance(notes, dict):
        for name, value in notes.items():
            if name == key:
                yield value
            yield from _under(value, key)
    elif isinstance(notes, list):
        for value in notes:
            yield from _under(value, key)
