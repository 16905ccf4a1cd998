"""One attempt to import all files: what it takes in, and what must be read otherwise in the next one."""

from collections.abc import Mapping
from datetime import date

from support.oldminutes.imports import WHERE

from minutebook.notebook.notebook import Notebook
from minutebook.notebook.reader import Reader
from minutebook.oldminutes.importer.attempt import Attempt, Inputs
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import OldFile
from minutebook.records.roster import Roster
from minutebook.repository import Snapshot

BELL = "# Team, 5 October 2020\n\n- AI (Ana): fix\x07 it\n"
"""A control character, which YAML can't hold."""


def make_attempt(texts: Mapping[str, str], prose: Mapping[str, frozenset[int]] | None = None) -> Attempt:
    """Return an attempt to import texts by the days of October that are their names."""
    notebook = Notebook(WHERE, Reader(Snapshot("nothing", {}, lambda _: b"", lambda _: "")))
    notebook = notebook.with_text(notebook.series_path, "title: Team\n")
    files = {date(2020, 10, int(day)): OldFile(day, date(2020, 10, int(day))) for day in texts}
    inputs = Inputs(files, texts.__getitem__, SeriesFacts(Roster(())), notebook, prose or {})
    attempt = Attempt(inputs, lambda _: None)
    attempt.run()
    return attempt


def test_files_are_taken_in_the_order_of_their_days() -> None:
    attempt = make_attempt({"12": "# Team, 12 October 2020\n", "5": "# Team, 5 October 2020\n"})
    assert attempt.days == [date(2020, 10, 5), date(2020, 10, 12)]
    assert (attempt.prose, attempt.stopped) == ({}, {})


def test_what_can_not_be_written_is_prose_in_the_next_attempt() -> None:
    attempt = make_attempt({"5": BELL})
    assert (attempt.days, attempt.prose, attempt.stopped) == ([], {"5": frozenset({3})}, {})


def test_a_line_that_even_prose_can_not_hold_stops_its_file() -> None:
    attempt = make_attempt({"5": BELL}, {"5": frozenset({3})})
    assert (attempt.prose, [stopped.line for stopped in attempt.stopped.values()]) == ({}, [3])


def test_a_file_that_can_not_be_read_stops_and_the_others_go_on() -> None:
    attempt = make_attempt({"5": "---\na:\n  b: c\n---\n", "12": "# Team, 12 October 2020\n"})
    assert ([*attempt.stopped], attempt.days) == (["5"], [date(2020, 10, 12)])


def test_an_action_of_one_meeting_that_the_next_repeats_has_one_id() -> None:
    texts = {
        day: f"# Team, {day} October 2020\n\nAttending: Ana\n\n- AI (Ana): fix it\n" for day in ("5", "12")
    }
    notebook = make_attempt(texts).notebook
    first, second = (notebook.meeting(date(2020, 10, day)).actions[0] for day in (5, 12))
    assert (first.id, second.since) == (second.id, date(2020, 10, 5))
