"""`actions`: the register of action items across meetings and series."""

import csv
import io
import re
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, get_args

from minutebook.actions.register import RegisteredAction, register
from minutebook.commands._action_table import GROUPS, action_table
from minutebook.commands._call import Call
from minutebook.commands._option_values import parse_day
from minutebook.commands._options import add_snapshot_options
from minutebook.commands._series import series_meant
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import everything
from minutebook.records.frozen_class import dataclass
from minutebook.records.iso_days import is_day
from minutebook.records.likeness import letters_of, suggestion, twin
from minutebook.records.meeting import Status
from minutebook.records.problem import UsageError
from minutebook.records.roster import UNASSIGNED, Roster
from minutebook.records.series import Person
from minutebook.records.spoken_days import past_day
from minutebook.reports.json_ import json_text

Row = tuple[RegisteredAction, str]
"""An action item as it is registered, and the file of the last meeting that has it."""
_FIELDS = (
    "id", "series", "owner", "task", "status", "since", "due", "closed", "meetings", "section", "topic", "path", "line",
)  # fmt: skip
_COMMIT = re.compile(r"[0-9a-f]{4,}|HEAD|.*[~^@].*")
"""Commits that are sought as no day: 1234d would be one as well, and the days of ten languages take 0.1 s."""
_MOST_NAMES = 12


def options(parser: ArgumentParser) -> None:
    """Add the options of `actions`."""
    parser.add_argument(
        "--series",
        metavar="SERIES",
        help="those of one series; by default of the one that you stand in, or all",
    )
    parser.add_argument("--owner", metavar="N", help="those of one person or group")
    parser.add_argument("--status", choices=("open", "done", "dropped", "lapsed"), help="those of one status")
    parser.add_argument("--section", metavar="TITLE", help="those of one section")
    parser.add_argument("--overdue", action="store_true", help="open ones whose due date has passed")
    parser.add_argument("--stale", action="store_true", help="open ones that lapse next time")
    parser.add_argument("--as-of", metavar="DATE-or-REV", help="as they stood on a day, or in a commit")
    parser.add_argument("--group-by", choices=tuple(GROUPS), help="one table for each")
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text", help="how they are shown")
    add_snapshot_options(parser)


def run(call: Call) -> int:
    """Print the action items that the options choose, as a table, JSON or CSV."""
    as_of = call.options.as_of
    until = _day(as_of, call.today) if as_of else None
    # Where a commit is asked about, nothing on disk is looked at.
    snapshot = call.commits.commit(as_of) if as_of and until is None else call.snapshot
    notebooks = [scope.notebook for scope in everything(snapshot, call.store)]
    chosen = series_meant(call, notebooks, call.options.series)
    states = _states(call.options)
    series = [_registered(notebook, until, states) for notebook in ([chosen] if chosen else notebooks)]
    call.options.owner = _owner_meant(call.options.owner, series)
    call.options.section = _section_meant(call.options.section, series)
    rows = [row for registered in series for row in _rows(registered, call.options)]
    call.console.data(_FORMATS[call.options.format](call, rows))
    return 0


def _day(as_of: str, today: date) -> date | None:
    """Return the day that is asked about, or None where it is a commit."""
    if is_day(as_of):
        return parse_day("--as-of", as_of, today)
    return None if _COMMIT.fullmatch(as_of) else past_day(as_of, today)


@dataclass(frozen=True, slots=True)
class _RegisteredSeries:
    """A series with its people and its action items."""

    notebook: Notebook
    roster: Roster
    actions: tuple[RegisteredAction, ...]


def _states(options: Any) -> tuple[Status, ...]:
    """Return the states of the actions that are looked for; owners and sections are sought among all, for a near-twin."""
    if options.owner is not None or options.section is not None or options.status is None:
        return get_args(Status)
    return (options.status,)


def _registered(notebook: Notebook, until: date | None, states: tuple[Status, ...]) -> _RegisteredSeries:
    path, history = str(notebook.path), notebook.history
    actions = register(path, history, until, filed=notebook.filed_actions, states=states)
    return _RegisteredSeries(notebook, notebook.history.roster, actions)


def _owner_meant(owner: str | None, series: Iterable[_RegisteredSeries]) -> str | None:
    """Return the owner who is looked for; raises UsageError for one whom no roster has, and who owns nothing."""
    names = [name for registered in series for name in registered.roster.people]
    rosters = [registered.roster for registered in series]
    owners = {name for registered in series for action in registered.actions for name in action.owners}
    people = list(dict.fromkeys((*names, *sorted(owners - {UNASSIGNED}))))
    if owner is None or not people or owner in (UNASSIGNED, *people):
        return owner
    if any(roster.canonical(owner) for roster in rosters):
        return owner
    everybody = Roster(
        [*(person for roster in rosters for person in roster.people.values()), *map(Person, owners)]
    )
    if (owner_in_roster := everybody.meant(owner)) != owner:
        return owner_in_roster
    ending = ", \u2026" if len(people) > _MOST_NAMES else ""
    choices = f"; there are {', '.join(people[:_MOST_NAMES])}{ending}"
    called_so = [name for name in people if owner.casefold() in name.casefold().split()]
    nearest = everybody.nearest(owner) or (called_so[0] if len(called_so) == 1 else None)
    raise UsageError(f"nobody here is called '{owner}'{suggestion(nearest, choices)}")


def _section_meant(name: str | None, series: Iterable[_RegisteredSeries]) -> str | None:
    """Return the section that is looked for; raises UsageError if it has no action items and another is called nearly so."""
    titles = {
        title
        for registered in series
        for action in registered.actions
        for title in (*action.titles, action.section)
    }
    nearest = twin(name, sorted(titles)) if name is not None and name not in titles else None
    if nearest and letters_of(nearest) != letters_of(name or ""):
        raise UsageError(f"no section '{name}' has action items{suggestion(nearest)}")
    return nearest or name


def _rows(registered: _RegisteredSeries, options: Any) -> Iterator[Row]:
    for action in registered.actions:
        if _matches(action, options, registered.roster):
            yield action, registered.notebook.days[action.day]


def _matches(registered: RegisteredAction, options: Any, roster: Roster) -> bool:
    return (
        (options.owner is None or roster.as_known(options.owner) in registered.owners)
        and (options.status is None or registered.action.status == options.status)
        and (options.section is None or options.section in (*registered.titles, registered.section))
        and (not options.overdue or registered.overdue)
        and (not options.stale or registered.stale)
    )


def _json(_call: Call, rows: list[Row]) -> str:
    return json_text([_record(*row) for row in rows])


def _record(registered: RegisteredAction, path: str) -> dict[str, Any]:
    action = registered.action
    return {
        "id": action.id,
        "series": registered.series,
        "owner": list(registered.owners),
        "task": action.task,
        "status": action.status,
        "since": registered.since,
        "due": action.due,
        "closed": registered.closed,
        "meetings": registered.meetings,
        "section": registered.section,
        "topic": registered.topic,
        "path": path,
        "line": registered.line,
    }


def _csv(_call: Call, rows: list[Row]) -> str:
    lines = io.StringIO()
    writer = csv.DictWriter(lines, _FIELDS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        record = _record(*row)
        writer.writerow({**record, "owner": ", ".join(record["owner"])})
    return lines.getvalue()


def _text(call: Call, rows: list[Row]) -> str:
    """Return one table, or one for each group, that fits the terminal where there is one."""
    if not rows:
        call.console.say("no action item matches")
        return ""
    actions = [registered for registered, _path in rows]
    return action_table(actions, call.options.group_by, call.console.screen)


_FORMATS: dict[str, Callable[[Call, list[Row]], str]] = {"text": _text, "json": _json, "csv": _csv}
