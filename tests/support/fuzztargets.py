"""What is tried on texts that nobody would write, in one process and without git; it must end, in whatever is said."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from minutebook.actions import grammar, inner_actions
from minutebook.actions.known_people import known_people
from minutebook.merge.conflicts import Labels
from minutebook.merge.meeting_file import Texts, merge_files
from minutebook.notebook.examination import examine
from minutebook.notebook.update import update
from minutebook.oldminutes.audit import audit_files
from minutebook.oldminutes.old_files import OldFiles
from minutebook.records.refusal import Refused
from minutebook.records.roster import Roster
from minutebook.records.spoken_days import spoken_day
from support.oldminutes.imports import import_texts
from support.series import FIRST, SECOND, series_of

PART = "\x1e"
"""What parts several texts in one."""
TEAM = "title: Team\nroster: {Mat: , Ann Lee: {aliases: [Ann]}}\n"
TALK = """\
sections:
  - title: Talk
    actions:
      - {id: k7q2m4, owner: Mat, task: order parts}
    table: {rows: {Open: 3}}
"""
OLD = "# Team, 6 January 2020\n\nPresent: Mat\n\n- AI (Mat): order parts\n- 3 (+1) open\n"


def try_notes(text: str) -> None:
    """Check and bring up to date a meeting with this text below its date, behind another one."""
    notebook = series_of({FIRST: TALK, SECOND: text}, TEAM)
    examine(notebook, notebook.days)
    with suppress(Refused):
        updated = update(notebook, gaps=True).notebook
        assert not update(updated, gaps=True).texts
        examine(updated, updated.days)


def try_old_minutes(text: str) -> None:
    """Audit and import one or several files of hand-written minutes."""
    texts = {f"2020-01-{6 + 7 * week:02}.md": part for week, part in enumerate(text.split(PART)[:3])}
    audit_files(tuple(texts), OldFiles(texts.__getitem__))
    assert all(stop.location.line >= 1 and stop.message for stop in import_texts(texts).report.stopped)


def try_merge(text: str) -> None:
    """Merge three versions of a meeting, both ways round."""
    text = text.replace("\0", "")  # git says of such a file that it is binary
    base, ours, theirs = (*text.split(PART), "", "", "")[:3]
    merged, turned = (merge_files(Texts(base, *sides), Labels) for sides in ((ours, theirs), (theirs, ours)))
    assert merged.conflicts == turned.conflicts
    assert merge_files(Texts(base, ours, base), Labels).text == ours.replace("\r\n", "\n") or "\r" in ours


def try_line(text: str) -> None:
    """Read a line as an action item and as a day."""
    spoken_day(text, date(2020, 10, 26))
    people = known_people(Roster(series_of({}, TEAM).series.roster), ())
    grammar.parse(text, people)
    inner_actions.find_marked(text, people)


TARGETS: Mapping[str, tuple[Callable[[str], None], tuple[str, ...]]] = {
    "notes": (try_notes, (TALK, "quick: |\n  Talk: Mat to order parts\n" + TALK)),
    "old": (try_old_minutes, (OLD, f"{OLD}{PART}{OLD.replace('6', '13')}")),
    "merge": (try_merge, (PART.join((TALK, TALK.replace("3", "4"), TALK.replace("parts", "more"))),)),
    "line": (
        try_line,
        ("Mat to order parts by 2020-11-09 (done)", "- [x] Ann: call, due friday", "in two weeks"),
    ),
}
"""What is tried by its name, with texts to begin with."""
