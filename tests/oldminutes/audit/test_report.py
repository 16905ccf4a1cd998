"""A report says for each kind of fault how many of those compared are wrong, and what makes some less certain."""

import json
from datetime import date

from minutebook.oldminutes.audit.audit_faults import FIRST, SKIPPED, AuditResult, Fault
from minutebook.oldminutes.audit.report import format_json, format_summary, format_table

FAULT = Fault("a.md", 7, "delta", "Jobs, Open, #", "-3", "-2", date(2020, 10, 19), SKIPPED)


def test_json_has_the_mark_of_a_fault_behind_its_place() -> None:
    assert json.loads(format_json([FAULT])) == [
        {
            "path": "a.md",
            "line": 7,
            "fault": "delta",
            "where": f"Jobs, Open, # ({SKIPPED})",
            "stated": "-3",
            "computed": "-2",
            "baseline": "2020-10-19",
        }
    ]


def test_a_table_has_a_row_for_each_fault_and_shortens_long_texts() -> None:
    long_text = Fault("b.md", 1, "action-vanished", "Jobs", "oil " * 30, "neither open nor closed")
    lines = format_table([FAULT, long_text]).splitlines()
    assert len(lines) == 4
    assert f"2020-10-19, {SKIPPED}" in lines[2]
    assert "oil oil\u2026" in lines[3]


def test_no_faults_make_no_table() -> None:
    assert format_table([]) == ""


def test_a_summary_counts_what_was_compared_and_what_is_wrong() -> None:
    first = Fault("a.md", 8, "delta", "Jobs, New, #", "+1", "+2", None, FIRST)
    name = Fault("a.md", 1, "person", "attending", "Digeo", "Diego")
    result = AuditResult(
        (name, FAULT, first), {"delta": 12, "person": 1}, (date(2020, 10, 19), date(2020, 10, 26))
    )
    assert format_summary(result, 2).splitlines() == [
        "2 files of minutes, 2020-10-19 to 2020-10-26: 3 faults.",
        "-   deltas in tables: 2 of 12 disagree with the counts; 1 of these: after a skipped meeting, perhaps "
        "measured against minutes that were never published; 1 of these: where a table first appears, measured from 0",
        "-   names of people that are likely slips for another one: 1",
    ]


def test_a_summary_of_one_right_file_is_a_line() -> None:
    assert format_summary(AuditResult((), {}, ()), 1) == "1 file of minutes: no faults."
