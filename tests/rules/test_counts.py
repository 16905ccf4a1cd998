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
        "table jira: the counts of Open (B), Done (A, B) are missing",
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
    table = finding(
        "count-missing", met("2020-10-26", f"{SKIPPED}table: {{id: a, columns: [A], rows: {{Open: ~}}}}")
    )
    assert table.hint == "Delete the table, or write its counts."


def test_a_draft_that_became_a_skipped_meeting_is_told_once_to_have_no_counts() -> None:
    body = "table: {id: a, columns: [A], rows: {Open: ~}}\ncounters: {calls: ~, mails: ~}\n"
    skipped = finding("count-missing", met("2020-10-26", f"{SKIPPED}{body}"))
    assert skipped.hint == "Delete its tables and counters, or write their counts."


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
    ("earlier", "label"),
    [("open calls", "open call"), ("calls: new", "calls: New"), ("a, b", "a, B"), ("tickets", "pages")],
)
def test_each_line_for_a_renamed_counter_ends_the_matter_whatever_its_label(earlier: str, label: str) -> None:
    past = met("2020-10-19", f'counters: {{"{earlier}": 1}}')
    rename = finding("counter-renamed", past, met("2020-10-26", f'counters: {{"{label}": 8}}'))
    assert (rename.severity, rename.on_key) == ("error", True)
    *offered, changing = rename.hint.removeprefix("Write one of: ").split("\n")
    data = [read("a.yaml", line.strip().encode()).data for line in offered]
    names = [line[label]["continues"] for line in data if label in line]
    assert sorted(names) == sorted([earlier, "none"])
    for line in offered:
        assert broken(past, met("2020-10-26", "counters:\n" + indent(line.strip(), "  "))) == []
    assert changing.endswith(" changing: true")
    assert broken(past, met("2020-10-26", f'changing: true\ncounters: {{"{label}": 8}}')) in (
        [],
        ["counter-renamed"],
    )


def test_the_line_for_a_counter_without_a_count_leaves_it_open() -> None:
    past, draft = met("2020-10-19", "counters: {open calls: 1}"), "status: draft\ncounters: {open call: ~}"
    rename = finding("counter-renamed", past, met("2020-10-26", draft))
    assert rename.hint.startswith(
        "Write one of: open calls: ~   # its name as before\n"
        "              open call: {value: ~, continues: open calls}\n"
    )
    assert rename.message == (
        "the counter 'open call' is new, and the counter 'open calls' of 2020-10-19 is gone: "
        "the meeting must say whether it was renamed"
    )


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


def test_where_counters_come_and_go_only_a_near_twin_is_told() -> None:
    past = met("2020-10-19", "changing: true\ncounters: {open calls: 1}")
    twin = finding("counter-renamed", past, met("2020-10-26", "changing: true\ncounters: {open call: 1}"))
    assert twin.severity == "warning"
    assert broken(past, met("2020-10-26", "changing: true\ncounters: {pages: 1}")) == []


def test_where_counters_come_and_go_one_that_only_looks_the_same_is_respelt() -> None:
    past = met("2020-10-19", "changing: true\ncounters: {open calls: 1}")
    twin = finding(
        "counter-renamed", past, met("2020-10-26", 'changing: true\ncounters: {"open\u00a0calls": 1}')
    )
    assert twin.mend == "open calls"


# continues-unknown


def test_what_a_counter_continues_must_stand_in_an_earlier_meeting() -> None:
    past = met("2020-10-19", "counters: {open calls: 1}")
    unknown = finding(
        "continues-unknown", past, met("2020-10-26", "counters: {calls: {value: 1, continues: open call}}")
    )
    assert unknown.key_path == ("counters", "calls", "continues")
    assert unknown.message == "no earlier meeting has a counter 'open call'; did you mean open calls?"


# counter-absent


def test_a_counter_that_is_missing_is_a_warning_at_once() -> None:
    past = met("2020-10-19", "counters: {calls: 1, pages: 2}")
    absent = finding("counter-absent", past, met("2020-10-26", "counters: {pages: 2}"))
    assert (absent.severity, absent.on_key, absent.key_path) == ("warning", True, ("counters",))
    assert absent.message == "the counter 'calls' of 2020-10-19 is missing"
    assert finding("counter-absent", past, met("2020-10-26")).key_path == ("date",)
    assert broken(past, met("2020-10-26"), met("2020-11-02")) == []


def test_new_counters_are_no_alarm() -> None:
    assert broken(met("2020-10-19"), met("2020-10-26", "counters: {calls: 1}")) == []


# continues-twice


def test_a_counter_is_continued_once() -> None:
    past, later = (
        met("2020-10-19", "counters: {calls: 1}"),
        "counters: {calls: 1, rings: {value: 1, continues: calls}}",
    )
    assert finding("continues-twice", past, met("2020-10-26", later)).record == 'counter "rings"'


def test_a_counter_of_the_last_meeting_is_not_new() -> None:
    past = met("2020-10-19", "counters: {calls: 8}")
    new = finding(
        "continues-unknown", past, met("2020-10-26", "counters: {calls: {value: 9, continues: none}}")
    )
    assert (new.message, new.hint) == (
        "it is not new: it stands in the meeting of 2020-10-19",
        "Delete `continues`.",
    )
    split = "counters: {calls: {value: 9, continues: none}, letters: {value: 1, continues: calls}}"
    assert broken(past, met("2020-10-26", split)) == []


def test_counters_in_any_order_continue_different_ones() -> None:
    past = met("2020-10-19", "counters: {calls: 8, letters: 1}")
    twice = met("2020-10-26", "counters: {letters: {value: 1, continues: calls}, calls: 9}")
    told = finding("continues-twice", past, twice)
    assert told.hint.endswith("If they changed places, write: calls: {value: 9, continues: letters}")
