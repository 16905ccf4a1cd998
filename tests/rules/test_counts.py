"""The rules about single counts and counters."""

from textwrap import indent

import pytest
from support.rulebook import SKIPPED, broken, finding, findings, met

from minutebook.source.yaml.loader import read

# count-missing


def test_a_draft_may_leave_counts_open_and_a_final_meeting_may_not() -> None:
    body = "table: {id: jira, columns: [A, B], rows: {Open: [1, ~], Done: [~, ~]}}\ncounters: {calls: ~}"
    assert broken(met("2020-10-26", f"status: draft\n{body}")) == []
    missing = findings("count-missing", met("2020-10-26", body))
    assert [f"{count.record}: {count.message}" for count in missing] == [
        "table jira: the count of Open (B) is missing",
        "table jira: the count of Done (A, B) is missing",
        'counter "calls": its count is missing',
    ]


def test_a_table_of_one_column_does_not_name_it() -> None:
    missing = finding("count-missing", met("2020-10-26", "table: {id: a, columns: [A], rows: {Open: ~}}"))
    assert missing.message == "the count of Open is missing"


def test_a_count_of_a_skipped_meeting_can_only_be_written_or_deleted() -> None:
    draft = finding("count-missing", met("2020-10-26", "counters: {calls: ~}"))
    skipped = finding("count-missing", met("2020-10-26", f"{SKIPPED}counters: {{calls: ~}}"))
    assert "status: draft" in draft.hint
    assert skipped.hint == "Write the count, or delete it."


# duplicate-counter


def test_a_label_stands_once_in_a_meeting_wherever_it_is() -> None:
    meeting = met(
        "2020-10-26", "counters: {calls: 1}\nsections: [{title: A, counters: {calls: 1, rings: 2}}]"
    )
    repeat = finding("duplicate-counter", meeting)
    assert repeat.key_path == ("sections", 0, "counters", "calls")
    assert (repeat.record, repeat.on_key) == ('counter "calls"', True)


# counter-renamed


@pytest.mark.parametrize(
    ("earlier", "label"), [("open calls", "open call"), ("calls: new", "calls: New"), ("a, b", "a, B")]
)
def test_the_line_for_a_renamed_counter_is_right_whatever_its_label(earlier: str, label: str) -> None:
    past = met("2020-10-19", f'counters: {{"{earlier}": 1}}')
    rename = finding("counter-renamed", past, met("2020-10-26", f'counters: {{"{label}": 8}}'))
    line = rename.hint.removeprefix("If so, write: ")
    assert read("a.yaml", line.encode()).data == {label: {"value": 8, "continues": earlier}}
    assert broken(past, met("2020-10-26", "counters:\n" + indent(line, "  "))) == []


def test_the_line_for_a_counter_without_a_count_leaves_it_open() -> None:
    past, draft = met("2020-10-19", "counters: {open calls: 1}"), "status: draft\ncounters: {open call: ~}"
    rename = finding("counter-renamed", past, met("2020-10-26", draft))
    assert rename.hint == "If so, write: open call: {value: ~, continues: open calls}"
    assert rename.message == "it is new, and 'open calls' of 2020-10-19 is gone: was it renamed?"
    assert rename.on_key


def test_a_label_that_is_new_while_none_is_gone_was_not_renamed() -> None:
    past = met("2020-10-19", "counters: {open ticket: 1}")
    assert broken(past, met("2020-10-26", "counters: {open ticket: 1, open tickets: 2}")) == []


def test_a_label_that_an_earlier_meeting_had_was_not_renamed() -> None:
    oldest, past = (
        met("2020-10-12", "counters: {open tickets: 1}"),
        met("2020-10-19", "counters: {open ticket: 1}"),
    )
    later = met("2020-10-26", "counters: {open tickets: 2}")
    assert findings("counter-renamed", oldest, past, later) == []


def test_the_first_counters_were_not_renamed() -> None:
    assert findings("counter-renamed", met("2020-10-26", "counters: {calls: 1}")) == []


# continues-unknown


def test_what_a_counter_continues_must_stand_in_an_earlier_meeting() -> None:
    past = met("2020-10-19", "counters: {open calls: 1}")
    unknown = finding(
        "continues-unknown",
        past,
        met("2020-10-26", "counters: {calls: {value: 1, continues: open call}}"),
    )
    assert unknown.key_path == ("counters", "calls", "continues")
    assert unknown.message == "no earlier meeting has a counter 'open call'; did you mean open calls?"


# counter-absent


def test_a_counter_that_was_absent_is_a_warning() -> None:
    earlier, later = (met(day, "counters: {calls: 1}") for day in ("2020-10-12", "2020-10-26"))
    absent = finding("counter-absent", earlier, met("2020-10-19"), later)
    assert (absent.severity, absent.on_key) == ("warning", True)
    assert absent.message == "the meeting of 2020-10-19 has no count for it, so its delta is since 2020-10-12"


def test_new_counters_are_no_alarm() -> None:
    assert broken(met("2020-10-19"), met("2020-10-26", "counters: {calls: 1}")) == []
