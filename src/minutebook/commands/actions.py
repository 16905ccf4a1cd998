"""`actions`: the register of action items across meetings and series."""

import csv
import io
import json
import shutil
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from minutebook.actions.register import RegisteredAction, register
from minutebook.commands._call import Call
from minutebook.commands._option_values import parse_day
from minutebook.commands._options import FORMATS_OF_DATA, add_snapshot_options
from minutebook.notebook.scope import Scope, everything
from minutebook.records.filenames import is_day
from minutebook.records.roster import Roster

_FIELDS = (
    "id", "series", "owner", "task", "status", "since", "due", "closed", "meetings", "section", "topic", "path", "line",
)  # fmt: skip
_GROUPS: dict[str, Callable[[RegisteredAction], str]] = {
    "owner": lambda entry: ", ".join(entry.action.owners),
    "section": lambda entry: entry.section,
    "series": lambda entry: entry.series,
    "status": lambda entry: entry.action.status,
}
_NARROWEST = 20


def options(parser: ArgumentParser) -> None:
    """Add the options of `actions`."""
    parser.add_argument("--owner", metavar="N", help="those of one person or group")
    parser.add_argument("--status", choices=("open", "done", "dropped", "lapsed"), help="those of one status")
    parser.add_argument("--section", metavar="TITLE", help="those of one section")
    parser.add_argument("--overdue", action="store_true", help="open ones whose due date has passed")
    parser.add_argument("--stale", action="store_true", help="open ones that lapse next time")
    parser.add_argument("--as-of", metavar="DATE-or-REV", help="as they stood on a day, or in a commit")
    parser.add_argument("--group-by", choices=tuple(_GROUPS), help="one table for each")
    parser.add_argument(
        "--format", choices=(*FORMATS_OF_DATA, "csv"), default="text", help="how they are shown"
    )
    add_snapshot_options(parser)


def run(call: Call) -> int:
    """Print the items that the options choose, as a table, JSON or CSV."""
    snapshot, until = call.snapshot, None
    wanted = call.options.as_of
    if wanted and is_day(wanted):
        until = parse_day("--as-of", wanted)
    elif wanted:
        snapshot = call.commits.commit(wanted)
    found = [row for one in everything(snapshot) for row in _rows(call, one, until)]
    call.console.data(_shown(call, found))
    return 0


Row = tuple[RegisteredAction, int]


def _rows(call: Call, one: Scope, until: date | None) -> Iterator[Row]:
    notebook = one.notebook
    roster = Roster(notebook.series.roster)
    for entry in register(str(notebook.path), notebook.history, until):
        if _is_wanted(call.options, entry, roster):
            yield entry, notebook.document(entry.path).location(entry.action.key_path).line


def _is_wanted(options: Any, entry: RegisteredAction, roster: Roster) -> bool:
    owners = {roster.canonical(owner) or owner for owner in entry.action.owners}
    return (
        (options.owner is None or (roster.canonical(options.owner) or options.owner) in owners)
        and (options.status is None or entry.action.status == options.status)
        and (options.section is None or options.section in (*entry.titles, entry.section))
        and (not options.overdue or entry.overdue)
        and (not options.stale or entry.stale)
    )


def _shown(call: Call, rows: list[Row]) -> str:
    form = call.console.form
    if form == "json":
        return json.dumps([_record(*row) for row in rows], indent=2, ensure_ascii=False)
    if form == "csv":
        return _csv(rows)
    if not rows:
        call.console.say("no action item matches")
        return ""
    width = shutil.get_terminal_size().columns if call.console.terminal else None
    key = _GROUPS.get(call.options.group_by or "")
    if key is None:
        return _table(rows, width)
    names = sorted({key(entry) for entry, _ in rows})
    return "\n\n".join(
        f"{name}\n{_table([row for row in rows if key(row[0]) == name], width)}" for name in names
    )


def _record(entry: RegisteredAction, line: int) -> dict[str, Any]:
    action = entry.action
    return {
        "id": action.id,
        "series": entry.series,
        "owner": list(action.owners),
        "task": action.task,
        "status": action.status,
        "since": str(entry.since),
        "due": str(action.due) if action.due else None,
        "closed": str(entry.closed) if entry.closed else None,
        "meetings": entry.meetings,
        "section": entry.section,
        "topic": entry.topic,
        "path": entry.path,
        "line": line,
    }


def _csv(rows: list[Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _FIELDS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        record = _record(*row)
        writer.writerow({**record, "owner": ", ".join(record["owner"])})
    return out.getvalue()


def _table(rows: list[Row], width: int | None) -> str:
    from minutebook.minutes.tables import draw_columns

    headings = ["id", "owner", "task", "status", "since", "due", "meetings"]
    cells = [
        [
            str(entry.action.id),
            ", ".join(entry.action.owners),
            entry.action.task,
            entry.action.status,
            str(entry.since),
            _due(entry),
            str(entry.meetings),
        ]
        for entry, _ in rows
    ]
    if width is not None:
        _fit(headings, cells, width)
    return draw_columns(headings, cells)


def _fit(headings: list[str], cells: list[list[str]], width: int) -> None:
    """Shorten the tasks so that a table fits the terminal."""
    place = headings.index("task")
    widths = [max(len(row[i]) for row in [headings, *cells]) + 2 for i in range(len(headings))]
    room = max(width - sum(widths) + widths[place], _NARROWEST)
    for row in cells:
        row[place] = row[place] if len(row[place]) <= room else row[place][: room - 1] + "\u2026"


def _due(entry: RegisteredAction) -> str:
    due = str(entry.action.due or "")
    return f"{due} overdue" if entry.overdue else due
