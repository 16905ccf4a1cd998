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
from minutebook.oldminutes.importer.meeting_yaml import write_meeting
from support.oldminutes.sheets import facts_about, sheet_of
from support.samples import history, meeting, minutes

DATE_BEFORE = "date: 2020-10-19\n"
Reported = tuple[int, str, str, str]
"""The line, the kind, the old and the new text of a difference."""


def comparison_of(
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
    sheet = sheet_of(text, number)
    earlier = [meeting(past)] if past else []
    counts = CountHistory()
    for meeting_before in earlier:
        counts = counts.with_meeting(meeting_before)
    neighbours = Neighbours("meetings/team", 4, is_newest=True)
    open_before = left_open(earlier[0], ()) if carried else ()
    tasks = [action.record.task for action in open_before]
    actions = enumerate(actions_of(sheet.root))
    continued = {index: tasks.index(action.task) for index, action in actions if action.task in tasks}
    decisions = Decisions(
        decide_actions(sheet, open_before, continued, None if goes_on else {}, neighbours),
        {line: reading.decision for line, reading in read_tables(sheet, counts).items()},
        renamed_counters(sheet, counts),
    )
    lines = write_meeting(sheet, decisions, PurePosixPath("meetings/team"), "None this week")
    written = meeting(_replace_once("\n".join([*(line for line, _ in lines), ""]), notes))
    new_minutes = _replace_once(minutes(*earlier, written), change)
    if missed:
        number_missed, line = missed
        before, behind = sheet.lines[: number_missed - 1], sheet.lines[number_missed:]
        sheet = replace(sheet, lines=(*before, line, *behind))
    computed = deltas.compute(written, history(*earlier, written))
    return compare(sheet, new_minutes, decisions, computed, facts_about().roster)


def _replace_once(text: str, change: tuple[str, str]) -> str:
    assert change[0] in text
    return text.replace(*change, 1) if change[0] else text


def reported(
    text: str, past: str = "", *, goes_on: bool = True, number: str = "", carried: bool = False
) -> list[Reported]:
    """Return what differs in minutes of which nothing is lost."""
    comparison = comparison_of(text, past, goes_on=goes_on, number=number, carried=carried)
    assert comparison.lost == ()
    return [
        (difference.line, difference.kind, difference.old_text, difference.new_text)
        for difference in comparison.differences
    ]


HEAD = "# Weekly, 26 October 2020\n\n"
TABLE = "| State | Issues | Delta |\n|---|---|---|\n| open | 12 | +3 |\n| closed | 4 | 0 |\n"
PAST = (
    f"{DATE_BEFORE}sections:\n  - title: Issues\n    table: {{id: issues, labels: State, columns: [Issues], "
    "rows: {open: 9, closed: 4}}\n    counters: {builds: 2}\n"
)
