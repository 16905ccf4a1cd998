"""`deltas`: every delta of a meeting, with its baseline."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from minutebook.actions import outcome
from minutebook.commands._call import Call
from minutebook.commands._option_values import parse_day
from minutebook.commands._options import FORMATS_OF_DATA, add_snapshot_options
from minutebook.commands._series import find_meeting
from minutebook.counts.deltas import CounterWithDelta, CountWithDelta, Deltas, TableWithDeltas, compute
from minutebook.minutes.layout import counter_text, delta_text
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.filenames import is_day
from minutebook.records.meeting import Meeting
from minutebook.records.problem import UsageError


def options(parser: ArgumentParser) -> None:
    """Add the options of `deltas`."""
    parser.add_argument(
        "meeting", nargs="?", metavar="MEETING", help="its file or its date; the newest by default"
    )
    parser.add_argument(
        "--base", metavar="DATE-or-REV", help="against another meeting, or this file in a commit"
    )
    parser.add_argument("--format", choices=FORMATS_OF_DATA, default="text", help="how they are shown")
    add_snapshot_options(parser)


def run(call: Call) -> int:
    """Print the deltas of one meeting, as text or JSON."""
    notebook, day = find_meeting(call, call.options.meeting)
    meeting = notebook.meeting(day)
    source, base = _base(call, notebook, day)
    found = compute(meeting, notebook.history, base)
    before = base or notebook.history.previous_held(day)
    between = [one for one in notebook.history.earlier(day) if before and one.date > before.date]
    items = outcome.compare(meeting, before, between)
    if call.console.form == "json":
        call.console.data(json.dumps(_json(meeting, found, items), indent=2, ensure_ascii=False))
    else:
        call.console.data("\n".join(_text(source, meeting, found, items)))
    return 0


def _base(call: Call, notebook: Notebook, day: date) -> tuple[Notebook, Meeting | None]:
    """Return the meeting that --base asks for, and the series as the snapshot with it has it."""
    wanted = call.options.base
    if wanted is None:
        return notebook, None
    if is_day(wanted):
        named = parse_day("--base", wanted)
        if named not in notebook.days:
            raise UsageError(f"{notebook.path} has no meeting on {wanted}")
        return notebook, notebook.meeting(named)
    snapshot = call.commits.commit(wanted)
    path = notebook.days[day]
    earlier = next((one for one in notebooks(snapshot) if one.days.get(day) == path), None)
    if earlier is None:
        raise UsageError(f"{path} is not in {wanted}")
    return earlier, earlier.meeting(day)


def _json(meeting: Meeting, found: Deltas, items: outcome.Outcome) -> dict[str, Any]:
    return {
        "meeting": meeting.path,
        "date": str(meeting.date),
        "tables": {
            one.table.id: {"baseline": _day(one.baseline), "cells": list(_cells(one))} for one in found.tables
        },
        "counters": {
            one.counter.label: {
                "value": one.count.value,
                "delta": one.count.delta,
                "baseline": _day(one.baseline),
            }
            for one in found.counters
        },
        "actions": {
            "opened": list(items.opened),
            "closed": list(items.closed),
            "carried": list(items.carried),
            "lost": list(items.lost),
        },
    }


def _cells(found: TableWithDeltas) -> Iterator[dict[str, Any]]:
    for label, cells in found.rows:
        for column, cell in zip(found.columns, cells, strict=True):
            yield {"row": label, "column": column, "value": cell.value, "delta": cell.delta}


def _day(meeting: Meeting | None) -> str | None:
    return str(meeting.date) if meeting else None


def _text(source: Notebook, meeting: Meeting, found: Deltas, items: outcome.Outcome) -> Iterator[str]:
    yield meeting.path
    for one in found.tables:
        yield f"\n{one.table.id}, {_against(source, one)}"
        yield _table(one)
    for counter in found.counters:
        yield f"\n{counter_text(counter)} {counter.counter.label}, {_against(source, counter)}"
    for name in ("opened", "closed", "carried", "lost"):
        if ids := getattr(items, name):
            yield f"\n{name}: {', '.join(ids)}"


def _against(source: Notebook, found: TableWithDeltas | CounterWithDelta) -> str:
    if found.baseline:
        path = found.baseline.path
        return f"against {PurePosixPath(path).name} {source.snapshot.label(path)}"
    if isinstance(found, TableWithDeltas) and found.table.baseline == "none":
        return "all from 0"
    return "no baseline"


def _table(found: TableWithDeltas) -> str:
    from minutebook.minutes.tables import draw_columns

    headings = [heading for column in found.columns for heading in (column, "delta")]
    rows = [[*(text for cell in cells for text in _pair(cell)), label] for label, cells in found.rows]
    return draw_columns([*headings, found.table.labels], rows)


def _pair(cell: CountWithDelta) -> tuple[str, str]:
    return ("?" if cell.value is None else str(cell.value)), delta_text(cell)
