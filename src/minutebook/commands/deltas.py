"""`deltas`: every delta of a meeting, with its baseline."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any

from minutebook.actions import outcome
from minutebook.actions.lookup import described
from minutebook.commands._call import Call
from minutebook.commands._option_values import parse_day
from minutebook.commands._options import add_format_option, add_snapshot_options
from minutebook.commands._series import find_meeting
from minutebook.counts.baseline import NO_BASELINE
from minutebook.counts.deltas import CounterWithDelta, CountWithDelta, Deltas, TableWithDeltas, compute
from minutebook.minutes.layout import count_text, counter_text, delta_text
from minutebook.notebook.notebook import Notebook
from minutebook.records.defaults import LABELS
from minutebook.records.iso_days import is_day
from minutebook.records.meeting import Meeting
from minutebook.records.problem import UsageError
from minutebook.reports.json_ import json_text
from minutebook.reports.looks import Look
from minutebook.reports.terminal import Cell, Screen

_NARROWEST_LABEL = 12
_STATES = ("opened", "closed", "carried", "lost")
"""What became of action items, in the order in which it is told."""


def options(parser: ArgumentParser) -> None:
    """Add the options of `deltas`."""
    parser.add_argument(
        "meeting", nargs="?", metavar="MEETING", help="its file or its date; the newest by default"
    )
    parser.add_argument(
        "--base", metavar="DATE-or-REV", help="against another meeting, or this file in a commit"
    )
    add_format_option(parser, "how they are shown")
    add_snapshot_options(parser)


def run(call: Call) -> int:
    """Print the deltas of one meeting, as text or JSON."""
    notebook, day = find_meeting(call, call.options.meeting)
    meeting = notebook.meeting(day)
    source, base = _base(call, notebook, day)
    deltas = compute(meeting, notebook.history, base)
    earlier = base or notebook.history.previous_held(day)
    since = earlier.date if earlier else day
    passed = takewhile(lambda passed: passed.date > since, notebook.history.earlier(day))
    actions = outcome.compare(meeting, earlier, passed)
    if call.console.form == "json":
        call.console.data(json_text(_json(meeting, deltas, actions)))
    else:
        lines = [
            *_count_lines(source, meeting, deltas, call.console.screen),
            *_action_lines(actions, (earlier, meeting)),
        ]
        call.console.data("\n".join(lines))
    return 0


def _base(call: Call, notebook: Notebook, day: date) -> tuple[Notebook, Meeting | None]:
    """Return the meeting that --base asks for, and the series as the snapshot with it has it."""
    base = call.options.base
    if base is None:
        return notebook, None
    if is_day(base):
        base_day = parse_day("--base", base, call.today)
        if base_day not in notebook.days:
            raise UsageError(f"{notebook.path} has no meeting on {base}")
        return notebook, notebook.meeting(base_day)
    from minutebook.merge.meeting_changes import by_new_folder

    series = {current.path: current for current in call.series_of(call.snapshot)}
    committed = by_new_folder(call.series_of(call.commits.commit(base)), series).get(notebook.path)
    if committed and day in committed.days:
        return committed, committed.meeting(day)
    raise UsageError(f"{notebook.days[day]} is not in {base}")


def _json(meeting: Meeting, deltas: Deltas, actions: outcome.Outcome) -> dict[str, Any]:
    return {
        "meeting": meeting.path,
        "date": meeting.date,
        "tables": {
            table.table.id: {"baseline": _day(table.baseline), "cells": list(_cells(table))}
            for table in deltas.tables
        },
        "counters": {
            counter.counter.label: {
                "value": counter.count.value,
                "delta": counter.count.delta,
                "baseline": _day(counter.baseline),
            }
            for counter in deltas.counters
        },
        "actions": {state: getattr(actions, state) for state in _STATES},
    }


def _cells(table: TableWithDeltas) -> Iterator[dict[str, Any]]:
    for label, counts in table.rows:
        for column, count in zip(table.columns, counts, strict=True):
            yield {"row": label, "column": column, "value": count.value, "delta": count.delta}


def _day(meeting: Meeting | None) -> date | None:
    return meeting.date if meeting else None


def _count_lines(source: Notebook, meeting: Meeting, deltas: Deltas, screen: Screen | None) -> Iterator[str]:
    yield meeting.path
    for table in deltas.tables:
        yield f"\n{table.table.id}, {_against(source, table)}"
        yield _table(table, screen)
    if deltas.counters:
        yield ""
    for counter in deltas.counters:
        text = counter_text(counter)
        painted = screen.paint(text, _look(counter.count)) if screen else text
        yield f"{painted} {counter.counter.label}, {_against(source, counter)}"


def _action_lines(actions: outcome.Outcome, meetings: Iterable[Meeting | None]) -> Iterator[str]:
    """Yield what became of action items; of two meetings, the later says how they are called."""
    named = {action.id: action for meeting in meetings if meeting for action in meeting.actions}
    for state in _STATES:
        if ids := getattr(actions, state):
            yield f"\n{state}:"
            yield from (f"    {described(named[action_id])}" for action_id in ids)


def _against(source: Notebook, measured: TableWithDeltas | CounterWithDelta) -> str:
    """Say what the deltas of a table or counter are measured against, and in which state of its file."""
    if measured.baseline:
        path = measured.baseline.path
        return f"against {PurePosixPath(path).name} {source.snapshot.label(path)}"
    if isinstance(measured, TableWithDeltas) and measured.table.baseline == NO_BASELINE:
        return "all from 0"
    return "no baseline"


def _table(table: TableWithDeltas, screen: Screen | None) -> str:
    headings = [heading for column in table.columns for heading in (column, "delta")]
    headings.append(table.table.labels or LABELS)
    rows = [[*_cells_of(counts), (label, "plain")] for label, counts in table.rows]
    if screen:
        label = len(headings) - 1
        return screen.table(headings, rows, range(label), [(label, _NARROWEST_LABEL)], name=label)
    from minutebook.minutes.tables import draw_columns

    return draw_columns(headings, [[text for text, _look in row] for row in rows])


def _cells_of(counts: Iterable[CountWithDelta]) -> Iterator[Cell]:
    for count in counts:
        yield count_text(count.value), "plain"
        yield delta_text(count), _look(count)


def _look(count: CountWithDelta) -> Look:
    delta = count.delta or 0
    return "grown" if delta > 0 else "shrunk" if delta < 0 else "plain"
