"""Action items as a table that fits the terminal."""

from collections.abc import Callable, Iterator, Sequence

from minutebook.actions.register import RegisteredAction
from minutebook.actions.standings import due_phrase
from minutebook.records.meeting import Status
from minutebook.reports.characters import width
from minutebook.reports.looks import Look
from minutebook.reports.terminal import Cell, Screen

GROUPS: dict[str, Callable[[RegisteredAction], str]] = {
    "owner": lambda registered: ", ".join(registered.owners),
    "section": lambda registered: registered.section,
    "series": lambda registered: registered.series,
    "status": lambda registered: registered.action.status,
}
"""By what a table is divided, and what is so of all action items of a group."""
_NARROWEST_TASK, _WIDE = 20, 100
_HEADINGS = ("id", "owner", "task", "status", "since", "due", "meetings")
_LOOKS: dict[Status, Look] = {"open": "plain", "done": "done", "dropped": "closed", "lapsed": "closed"}
_UNSAID: tuple[Cell, ...] = (("open", "plain"), ("", "plain"))


def action_table(actions: Sequence[RegisteredAction], grouped_by: str | None, screen: Screen | None) -> str:
    """Return a table of action items; in plain text each group has a table of its own."""
    groups: dict[str, list[RegisteredAction]] = {}
    for registered in actions:
        groups.setdefault(GROUPS[grouped_by](registered) if grouped_by else "", []).append(registered)
    rows = {name: [list(_cells(registered)) for registered in groups[name]] for name in sorted(groups)}
    if screen:
        owners = [width(owner) for registered in actions for owner in registered.owners]
        return _drawn(rows, grouped_by, max(owners), screen)
    from minutebook.minutes.tables import draw_columns

    tables = (
        (name, draw_columns(_HEADINGS, [[text for text, _look in row] for row in rows[name]]))
        for name in rows
    )
    return "\n\n".join(f"{name}\n{table}" if grouped_by else table for name, table in tables)


def _drawn(
    rows: dict[str, list[list[Cell]]], grouped_by: str | None, owner_width: int, screen: Screen
) -> str:
    # What is so of all items need not be said in each line, nor on a narrow terminal since when in two ways.
    columns = [
        number
        for number, heading in enumerate(_HEADINGS)
        if any(row[number] not in _UNSAID for group in rows.values() for row in group)
        and heading != grouped_by
        and (heading != "since" or screen.width >= _WIDE)
    ]
    headings = [_HEADINGS[number] for number in columns]
    least = {"due": len("overdue since"), "owner": owner_width, "task": _NARROWEST_TASK}
    wrapped = [
        (headings.index(heading), columns) for heading, columns in least.items() if heading in headings
    ]
    groups = {name: [[row[number] for number in columns] for row in group] for name, group in rows.items()}
    return screen.grouped_table(headings, groups, [headings.index("meetings")], wrapped)


def _cells(registered: RegisteredAction) -> Iterator[Cell]:
    action = registered.action
    yield str(action.id), "plain"
    yield ", ".join(registered.owners), "plain"
    yield action.task, "plain"
    yield action.status, _LOOKS[action.status]
    yield str(registered.since), "plain"
    yield _due(registered), "overdue" if registered.overdue else "plain"
    yield str(registered.meetings), "lapsing" if registered.stale else "plain"


def _due(registered: RegisteredAction) -> str:
    due = registered.action.due
    return due_phrase(due, overdue=True) if due and registered.overdue else str(due or "")
