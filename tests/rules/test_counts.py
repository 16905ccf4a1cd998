"""The rules about single counts and counters."""

from textwrap import indent

import pytest
from support.findings import broken_rules, dated, findings, only_finding

from minutebook.source.yaml.loader import read


def test_a_draft_may_leave_counts_open_and_a_final_meeting_may_not() -> None:
    body = "table: {id: jira, columns: [A, B], rows: {Open: [1, ~], Done: [~, ~]}}\ncounters: {calls: ~}"
    assert broken_rules(dated("2020-10-26", f"status: draft\n{body}")) == []
    said = [
        finding.message for finding in findings(dated("2020-10-26", body)) if finding.rule == "count-missing"
    ]
    assert said == [
        "the count of Open (B) is not written",
        "the count of Done (A, B) is not written",
        "its count is not written",
    ]


@pytest.mark.parametrize(
    "names", [("open calls", "open call"), ("calls: new", "calls: New"), ("a, b", "a, B")]
)
def test_the_line_for_a_renamed_counter_is_right_whatever_its_name(names: tuple[str, str]) -> None:
    old, new = names
    past = dated("2020-10-19", f'counters: {{"{old}": 1}}')
    finding = only_finding("counter-renamed", past, dated("2020-10-26", f'counters: {{"{new}": 8}}'))
    line = finding.hint.removeprefix("If so, write: ")
    assert read("a.yaml", line.encode()).data == {new: {"value": 8, "continues": old}}
    assert broken_rules(past, dated("2020-10-26", "counters:\n" + indent(line, "  "))) == []


def test_a_label_that_is_new_while_nothing_is_gone_is_no_twin() -> None:
    past = dated("2020-10-19", "counters: {open ticket: 1}")
    assert broken_rules(past, dated("2020-10-26", "counters: {open ticket: 1, open tickets: 2}")) == []


def test_a_label_stands_once_in_a_meeting_wherever_it_is() -> None:
    last = dated("2020-10-26", "counters: {calls: 1}\nsections: [{title: A, counters: {calls: 1, rings: 2}}]")
    assert only_finding("duplicate-counter", last).key_path == ("sections", 0, "counters", "calls")


def test_a_counter_that_was_absent_is_a_warning() -> None:
    calls = [dated(day, "counters: {calls: 1}") for day in ("2020-10-12", "2020-10-26")]
    finding = only_finding("counter-absent", calls[0], dated("2020-10-19", ""), calls[1])
    assert finding.message == "it has no count on 2020-10-19; its delta is against 2020-10-12"
