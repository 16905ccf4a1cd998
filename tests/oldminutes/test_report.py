"""What an import decided and what an audit found, for people and for programs."""

import json
from collections import Counter
from datetime import date

import pytest

from minutebook.oldminutes import report
from minutebook.oldminutes.audit import SKIPPED, AuditResult
from minutebook.oldminutes.judgement import FIRST
from minutebook.oldminutes.series_import import stopped_file
from minutebook.oldminutes.sheet import Decision
from minutebook.records.series import ScheduleRule
from minutebook.reports.terminal import Screen

DAY = date(2020, 10, 26)
WRONG = Decision(
    "a.md",
    9,
    "corrected delta",
    "-3",
    "-2",
    "delta",
    "Tickets, Open",
    date(2020, 10, 19),
    DAY,
    label="Open, n",
)
GONE = Decision("a.md", 3, "left out", "# tags: a", "")
VANISHED = Decision("b.md", 4, "item lapsed", "AI: oil", "gone", "action-vanished", "Door", DAY, mark=SKIPPED)
STOPPED = stopped_file("c.md", 2, "front matter", "Move it.")


def test_each_decision_is_a_line() -> None:
    assert list(report.decision_lines([WRONG, GONE])) == [
        "a.md:9: corrected delta: Open, n: -3 -> -2",
        "a.md:3: left out: # tags: a",
    ]


def test_a_long_text_is_shortened() -> None:
    (line,) = report.decision_lines([Decision("a.md", 3, "left out", 80 * "x", "")])
    assert line == f"a.md:3: left out: {69 * 'x'}…"


def test_of_long_texts_that_begin_alike_the_words_around_the_difference_are_shown() -> None:
    old, new = (f"{'the same words ' * 6}{end}" for end in ("at the end.", "in the end."))
    (line,) = report.decision_lines([Decision("a.md", 3, "rewritten", old, new)])
    assert (
        line
        == "a.md:3: rewritten: \u2026words the same words at the end. -> \u2026words the same words in the end."
    )


def test_counts_without_a_baseline_are_told_once_a_file() -> None:
    kind, paths = "delta without a baseline", ("a.md", "a.md", "b.md", "a.md")
    decisions = [Decision(path, line, kind, "+0", "", label="open") for line, path in enumerate(paths, 1)]
    assert list(report.decision_lines(decisions)) == [
        f"a.md:1: {kind}: open: +0, and 2 more in this file",
        f"b.md:3: {kind}: open: +0",
    ]


def test_a_stopped_file_is_told_with_what_to_do() -> None:
    assert list(report.stopped_lines([STOPPED, stopped_file("d.md", 1, "no")])) == [
        "c.md:2: stopped: front matter",
        "    Move it.",
        "d.md:1: stopped: no",
    ]


def test_of_many_files_that_were_there_only_the_number_is_told() -> None:
    assert len(list(report.existing_lines(["a.md"] * 5))) == 5
    assert list(report.existing_lines(["a.md"] * 6)) == [
        "a.md and 5 more: there are meetings of these days already; nothing was changed"
    ]


@pytest.mark.parametrize(
    ("summary", "text"),
    [
        (report.import_summary(1, [], 0), "1 meeting imported."),
        (report.import_summary(0, [], 2, dry=True), "no meetings would be imported, 2 files stopped."),
        (report.import_summary(2, [], 0, updated=1), "2 meetings imported, the minutes of 1 later one brought up to date."),
        (
            report.import_summary(2, [GONE, WRONG, GONE], 0),
            "2 meetings imported; what reads differently, by kind:\n      2 left out\n      1 corrected delta",
        ),
    ],
)  # fmt: skip
def test_an_import_is_summed_up(summary: str, text: str) -> None:
    assert summary == text


def test_the_schedule_is_told_with_the_days_that_differ() -> None:
    rules = [ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",), date(2020, 10, 5))]
    kept = [date(2020, 10, 5), date(2020, 10, 12), date(2020, 10, 26)]
    start = "The meetings were held by FREQ=WEEKLY;BYDAY=MO from 2020-10-05 on"
    assert report.schedule_sentence(rules, kept) == f"{start}."
    assert report.schedule_sentence(rules, [date(2020, 9, 1), *kept, date(2020, 10, 27)]) == (
        f"{start}, but for 1 of 4 meetings: 2020-10-27."
    )
    odd = [date(2020, 10, day) for day in range(6, 12)]
    assert report.schedule_sentence(rules, odd).endswith("2020-10-10 and more.")
    assert report.schedule_sentence([], kept).startswith("Their days follow no rule")


def test_an_import_is_told_to_programs() -> None:
    rows = json.loads(report.import_json([WRONG], [STOPPED]))
    assert rows == [
        {
            "path": "a.md",
            "line": 9,
            "kind": "corrected delta",
            "stated": "Open, n: -3",
            "now": "-2",
            "hint": "",
        },
        {
            "path": "c.md",
            "line": 2,
            "kind": "stopped",
            "stated": "",
            "now": "front matter",
            "hint": "Move it.",
        },
    ]


def test_an_audit_is_told_to_programs() -> None:
    first, second = json.loads(report.audit_json([WRONG, VANISHED]))
    assert first == {
        "path": "a.md",
        "line": 9,
        "fault": "delta",
        "where": "Tickets, Open",
        "stated": "-3",
        "computed": "-2",
        "baseline": "2020-10-19",
    }
    assert second["where"] == f"Door ({SKIPPED})"


def test_faults_are_a_table_for_people() -> None:
    table = report.audit_table([WRONG, VANISHED])
    assert all(word in table for word in ("a.md:9", "delta", "Tickets, Open", "2020-10-19", SKIPPED))
    assert report.audit_table([]) == ""


@pytest.mark.parametrize("width", [60, 110])
def test_faults_fit_the_terminal(width: int) -> None:
    shown = report.audit_table([WRONG, VANISHED], Screen(width))
    assert max(map(len, shown.splitlines())) <= width
    assert shown.count(f"{VANISHED.path}:{VANISHED.line}") == 1


def test_an_audit_is_summed_up() -> None:
    first = Decision("a.md", 5, "delta without a baseline", "+9", "", "delta", mark=FIRST)
    person = Decision("a.md", 5, "alias resolved", "Mta", "Mat", "person")
    audit = AuditResult(
        (WRONG, first, VANISHED, person),
        Counter({"delta": 7, "action-vanished": 2, "counter": 3}),
        (date(2020, 10, 19), DAY),
        (),
        (),
        (),
    )
    assert report.audit_summary(audit, 2) == (
        "2 files of minutes, 2020-10-19 to 2020-10-26: 4 faults.\n"
        "-   deltas in tables: 2 of 7 disagree with the counts; 1 of these: where a table first appears, measured from 0\n"
        "-   deltas in sentences: 0 of 3 disagree with the counts\n"
        "-   names of people that are likely slips for another one: 1\n"
        "-   open action items: 1 of 2 are neither open nor closed in the next minutes; "
        "1 of these: before a skipped meeting, which may have closed them"
    )
    assert report.audit_summary(AuditResult((), Counter(), (DAY,), (), (), ()), 1) == (
        "1 file of minutes, 2020-10-26: no faults."
    )
