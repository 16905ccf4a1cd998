"""Minutes compared with what the import makes of them, from a few lines."""

from dataclasses import replace
from pathlib import PurePosixPath

from minutebook.counts import deltas
from minutebook.oldminutes.importer.comparison import compare
from minutebook.oldminutes.importer.counts import Books, enter, judge, renamed_counters
from minutebook.oldminutes.importer.decisions import Decided
from minutebook.oldminutes.importer.findings import Compared
from minutebook.oldminutes.importer.notes import write_meeting
from minutebook.oldminutes.importer.succession import Following, fates, items, left_open
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
) -> Compared:
    """Compare minutes with what the import makes of them.

    Changes are made by hand: `change` in the new minutes, `notes` in the notes; `missed` is a line as it stood in
    the file, of which reading has missed something.
    """
    found = sheet(text, number)
    earlier = [meeting(past)] if past else []
    books = Books({}, {}, {})
    for one in earlier:
        books = enter(books, one)
    how = Following("meetings/team", 4, newest=True)
    before = left_open(earlier[0], ()) if carried else ()
    tasks = [one.task for one in before]
    own = enumerate(items(found.root))
    continued = {now: tasks.index(one.task) for now, one in own if one.task in tasks}
    decided = Decided(
        fates(found, before, continued, None if goes_on else {}, how),
        {line: one.fate for line, one in judge(found, books).items()},
        renamed_counters(found, books),
    )
    lines = write_meeting(found, decided, PurePosixPath("meetings/team"), "None this week")
    now = meeting(_changed("\n".join([*(line for line, _ in lines), ""]), notes))
    written = _changed(minutes(*earlier, now), change)
    if missed:
        at, line = missed
        found = replace(found, lines=(*found.lines[: at - 1], line, *found.lines[at:]))
    return compare(found, written, decided, deltas.compute(now, history(*earlier, now)), knowing().roster)


def _changed(text: str, change: tuple[str, str]) -> str:
    assert change[0] in text
    return text.replace(*change, 1) if change[0] else text


def told(
    text: str, past: str = "", *, goes_on: bool = True, number: str = "", carried: bool = False
) -> list[TOLD]:
    """Return what differs in minutes of which nothing is lost."""
    found = compared(text, past, goes_on=goes_on, number=number, carried=carried)
    assert found.lost == ()
    return [(one.line, one.kind, one.stated, one.now) for one in found.differences]


HEAD = "# Weekly, 26 October 2020\n\n"
TABLE = "| State | Issues | Delta |\n|---|---|---|\n| open | 12 | +3 |\n| closed | 4 | 0 |\n"
PAST = (
    f"{BEFORE}sections:\n  - title: Issues\n    table: {{id: issues, labels: State, columns: [Issues], "
    "rows: {open: 9, closed: 4}}\n    counters: {builds: 2}\n"
)
