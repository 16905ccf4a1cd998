"""Minutes compared with what the import makes of them, from a few lines."""

from dataclasses import replace
from pathlib import PurePosixPath

from minutebook.counts import deltas
from minutebook.oldminutes.importer.action_history import (
    Neighbours,
    actions_of,
    decide_actions,
    left_open,
)
from minutebook.oldminutes.importer.comparison import compare
from minutebook.oldminutes.importer.count_history import CountHistory, read_tables, renamed_counters
from minutebook.oldminutes.importer.decisions import Decisions
from minutebook.oldminutes.importer.findings import Comparison
from minutebook.oldminutes.importer.notes import write_meeting
from support.oldminutes.sheets import knowing, sheet
from support.samples import history, meeting, minutes

BEFORE = "date: 2020-10-19\n"
TOLD = tuple[int, str, str, str]


def compared(
    text: str,
    past: str = "",
    change: tuple[str, str] = ("", ""),
    *,
    notes: tuple[str, str] = ("", ""),
    missed: tuple[int, str] | None = None,
    goes_on: bool = True,
    number: str = "",
    carried: bool = False,
) -> Comparison:
    """Compare minutes with what the import makes of them.

    Changes are made by hand: `change` in the new minutes, `notes` in the notes; `missed` is a line as it stood in
    the file, of which reading has missed something.
    """
    found = sheet(text, number)
    earlier = [meeting(past)] if past else []
    counts = CountHistory()
    for one in earlier:
        counts = counts.with_meeting(one)
    neighbours = Neighbours("meetings/team", 4, is_newest=True)
    before = left_open(earlier[0], ()) if carried else ()
    tasks = [action.task for action in before]
    actions = enumerate(actions_of(found.root))
    continued = {index: tasks.index(action.task) for index, action in actions if action.task in tasks}
    decisions = Decisions(
        decide_actions(found, before, continued, None if goes_on else {}, neighbours),
        {line: reading.decision for line, reading in read_tables(found, counts).items()},
        renamed_counters(found, counts),
    )
    lines = write_meeting(found, decisions, PurePosixPath("meetings/team"), "None this week")
    now = meeting(_changed("\n".join([*(line for line, _ in lines), ""]), notes))
    written = _changed(minutes(*earlier, now), change)
    if missed:
        at, line = missed
        found = replace(found, lines=(*found.lines[: at - 1], line, *found.lines[at:]))
    return compare(found, written, decisions, deltas.compute(now, history(*earlier, now)), knowing().roster)


def _changed(text: str, change: tuple[str, str]) -> str:
    assert change[0] in text
    return text.replace(*change, 1) if change[0] else text


def told(
    text: str, past: str = "", *, goes_on: bool = True, number: str = "", carried: bool = False
) -> list[TOLD]:
    """Return what differs in minutes of which nothing is lost."""
    found = compared(text, past, goes_on=goes_on, number=number, carried=carried)
    assert found.lost == ()
    return [(one.line, one.kind, one.old_text, one.new_text) for one in found.differences]


HEAD = "# Weekly, 26 October 2020\n\n"
TABLE = "| State | Issues | Delta |\n|---|---|---|\n| open | 12 | +3 |\n| closed | 4 | 0 |\n"
PAST = (
    f"{BEFORE}sections:\n  - title: Issues\n    table: {{id: issues, labels: State, columns: [Issues], "
    "rows: {open: 9, closed: 4}}\n    counters: {builds: 2}\n"
)
