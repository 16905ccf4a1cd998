"""One look at a series finds what is wrong in it and what is generated from it."""

from datetime import date, timedelta

import pytest
from support.series import FIRST, FOLDER, SECOND, SERIES, THIRD, minutes_of, path_of, series_of

from minutebook.notebook.examination import Only, examine, judge
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import Scope
from minutebook.records.history import Brief

OPEN = "actions:\n  - {id: k7q2m4, owner: Mat, task: ask for a date}\n"
STRANGER = "attending: [Mat, Zoe]\n"
ROSTER = "title: Team\nroster: {Mat: {}, Diego: {}}\n"


def test_what_is_wrong_stands_in_the_order_of_files_and_lines() -> None:
    notebook = series_of({FIRST: STRANGER + OPEN, SECOND: STRANGER}, ROSTER)
    examined = examine(notebook, [SECOND, FIRST])
    assert [(problem.path, problem.rule) for problem in examined.problems] == [
        (path_of(FIRST), "unknown-person"),
        (path_of(SECOND), "action-lost"),
        (path_of(SECOND), "unknown-person"),
    ]


def test_the_minutes_of_the_days_and_the_index_are_generated() -> None:
    examined = examine(series_of({FIRST: "", SECOND: ""}), [SECOND])
    assert [file.path for file in examined.generated] == [minutes_of(SECOND), f"{FOLDER}/README.md"]


def test_of_what_is_current_no_text_is_held() -> None:
    stale = examine(series_of({FIRST: "", SECOND: ""}), [FIRST, SECOND])
    (first, *others) = stale.generated
    examined = examine(
        series_of({FIRST: "", SECOND: ""}, files={first.path: first.text or ""}), [FIRST, SECOND]
    )
    assert examined.generated == tuple(others)
    assert examined.current == {first.path}


def test_each_meeting_adds_the_same_work_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[date] = []
    brief = Notebook.brief

    def ask(notebook: Notebook, day: date) -> Brief:
        asked.append(day)
        return brief(notebook, day)

    monkeypatch.setattr(Notebook, "brief", ask)

    def look(weeks: int) -> int:
        """Return how often something is asked about a meeting, each of which has an action item of its own."""
        asked.clear()
        days = [FIRST + timedelta(weeks=week) for week in range(weeks)]
        own = "actions:\n  - {id: a1%04d, owner: Mat, task: ask for a date, status: done}\n"
        examine(series_of({day: own % week for week, day in enumerate(days)}), days)
        return len(asked)

    assert look(24) < 2.2 * look(12)


def test_a_file_that_can_not_be_read_stops_what_needs_others_and_what_is_generated() -> None:
    examined = examine(series_of({FIRST: "colour: red\n", SECOND: OPEN + OPEN}), [FIRST, SECOND])
    assert (examined.readable, examined.generated) == (False, ())
    assert {problem.path for problem in examined.problems} == {path_of(FIRST), path_of(SECOND)}


def test_an_earlier_meeting_that_can_not_be_read_is_found_where_it_is_needed() -> None:
    examined = examine(series_of({FIRST: "colour: red\n", SECOND: ""}), [SECOND])
    assert not examined.readable
    assert [problem.path for problem in examined.problems] == [path_of(FIRST)]


def test_a_series_that_can_not_be_read_is_reported_once() -> None:
    examined = examine(series_of({FIRST: "", SECOND: ""}, "schedule: Mondays\n"), [FIRST, SECOND])
    assert [(problem.path, problem.rule) for problem in examined.problems] == [(SERIES, "bad-schedule")]


@pytest.mark.parametrize(
    ("only", "rules", "generates"),
    [
        (None, {"action-lost", "unknown-person"}, True),
        ("validate", {"action-lost", "unknown-person"}, False),
        ("carry", {"action-lost"}, False),
        ("render", set(), True),
    ],
)
def test_one_part_can_be_looked_at_alone(only: Only, rules: set[str], generates: bool) -> None:
    examined = examine(series_of({FIRST: OPEN, SECOND: STRANGER}, ROSTER), [SECOND], only)
    assert {problem.rule for problem in examined.problems} == rules
    assert bool(examined.generated) is generates


def test_warnings_about_old_meetings_rest() -> None:
    table = "table: {id: jira, columns: [Open], rows: {New: 1}}\n"
    absent_once = {FIRST: table, SECOND: "", THIRD: table}
    later = {date(2020, 10, 26): table, date(2020, 11, 2): table}
    for meetings, rules in ((absent_once, ["table-absent"]), (absent_once | later, [])):
        notebook = series_of(meetings)
        assert [problem.rule for problem in examine(notebook, notebook.days).problems] == rules


def test_warnings_about_old_meetings_rest_where_a_new_one_can_not_be_read() -> None:
    notes = "notes: |\n  # Heading\n"
    meetings = {FIRST: notes, SECOND: notes, THIRD: "colour: red\n"}
    notebook = series_of(meetings)
    assert [(problem.path, problem.rule) for problem in examine(notebook, notebook.days).problems] == [
        (path_of(SECOND), "heading-in-notes"),
        (path_of(THIRD), "unknown-key"),
    ]


def test_a_judgement_has_what_is_wrong_in_generated_files_as_well() -> None:
    notebook = series_of({FIRST: STRANGER}, ROSTER)
    _examined, problems = judge(Scope(notebook, (FIRST,)))
    assert [problem.rule for problem in problems] == ["unknown-person", "minutes-missing", "minutes-missing"]
