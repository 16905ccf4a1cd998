"""The baseline of each table and counter, and when its date is shown."""

from dataclasses import replace
from datetime import date

import pytest
from support.effort import at_most
from support.samples import MONDAYS, history, meeting

from minutebook.counts.baseline import find_counter_baseline, find_table_baseline, since_date
from minutebook.records.figures import Row, Table
from minutebook.records.history import History
from minutebook.records.meeting import Meeting, Section
from minutebook.records.series import ScheduleRule

BIWEEKLY = (ScheduleRule(("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",), date(2020, 10, 12)),)


def tickets(day: str, count: str = "1", more: str = "", top: str = "") -> Meeting:
    """Return a meeting with one table `jira` of one count."""
    return meeting(f"""\
date: {day}
{top}
table:
  id: jira
  columns: [Tickets]
  {more}
  rows:
    Open: {count}
""")


def counted(day: str, counters: str, top: str = "") -> Meeting:
    return meeting(f"date: {day}\n{top}\ncounters: {{{counters}}}\n")


def baseline(past: History, later: Meeting) -> str | None:
    found = find_table_baseline(past, later, later.tables[0])
    return str(found.meeting.date) if found else None


def counter_baseline(past: History, later: Meeting) -> str | None:
    found = find_counter_baseline(past, later, later.counters[0])
    return str(found.meeting.date) if found else None


def since(schedule: tuple[ScheduleRule, ...], earlier: str, later: str, *between: str) -> str | None:
    meetings = [meeting(f"date: {day}") for day in (earlier, *between, later)]
    found = since_date(history(*meetings, schedule=schedule), meetings[-1], meetings[0])
    return str(found) if found else None


def test_a_skipped_meeting_is_the_previous_one_and_a_baseline() -> None:
    skipped = tickets("2020-10-19", top="status: skipped\nreason: Thanksgiving")
    later = tickets("2020-10-26")
    past = history(tickets("2020-10-12"), skipped, later)
    assert past.previous(later.date) is skipped
    assert baseline(past, later) == "2020-10-19"


SKIPPED = "status: skipped\nreason: Thanksgiving"
TWO_ROWS = "1\n    Done: 6"


def test_a_part_of_a_table_in_a_skipped_meeting_is_no_baseline_for_the_whole() -> None:
    whole, later = tickets("2020-10-05", TWO_ROWS), tickets("2020-10-26", TWO_ROWS)
    parts = [tickets("2020-10-12", top=SKIPPED), tickets("2020-10-19", top=SKIPPED)]
    assert baseline(history(whole, *parts, later), later) == "2020-10-05"
    assert baseline(history(whole, *parts, tickets("2020-10-26")), tickets("2020-10-26")) == "2020-10-19"


def test_what_no_meeting_before_had_is_new_after_a_skipped_one() -> None:
    part, later = tickets("2020-10-19", top=SKIPPED), tickets("2020-10-26", TWO_ROWS)
    assert baseline(history(tickets("2020-10-12"), part, later), later) == "2020-10-19"
    assert baseline(history(part, later), later) == "2020-10-19"


@pytest.mark.parametrize("more", ["ok: [row-absent]", "changing: true"])
def test_a_part_that_is_all_there_was_is_a_baseline(more: str) -> None:
    part, later = tickets("2020-10-19", more=more, top=SKIPPED), tickets("2020-10-26", TWO_ROWS)
    assert baseline(history(tickets("2020-10-12", TWO_ROWS), part, later), later) == "2020-10-19"


def test_a_skipped_meeting_without_the_table_is_passed_over_as_a_baseline() -> None:
    skipped = meeting("date: 2020-10-19\nstatus: skipped\nreason: Thanksgiving\n")
    later = tickets("2020-10-26")
    assert baseline(history(tickets("2020-10-12"), skipped, later), later) == "2020-10-12"


def test_counts_that_a_draft_does_not_know_are_no_baseline() -> None:
    draft = tickets("2020-10-19", count="", top="status: draft")
    later = tickets("2020-10-26")
    assert baseline(history(tickets("2020-10-12"), draft, later), later) == "2020-10-12"


def test_one_unknown_count_makes_a_whole_table_no_baseline() -> None:
    text = "date: {}\nstatus: draft\ntable: {{id: jira, columns: [A, B], rows: {{Open: [1, {}], Done: [0, 0]}}}}\n"
    draft, later = meeting(text.format("2020-10-19", "~")), meeting(text.format("2020-10-26", "2"))
    assert baseline(history(draft, later), later) is None


def test_a_draft_whose_counts_are_known_is_a_baseline() -> None:
    later = tickets("2020-10-26")
    past = history(tickets("2020-10-12"), tickets("2020-10-19", top="status: draft"), later)
    assert baseline(past, later) == "2020-10-19"


def test_a_table_that_was_absent_is_measured_against_the_last_one_there_was() -> None:
    later = tickets("2020-10-26")
    assert baseline(history(tickets("2020-10-12"), meeting("date: 2020-10-19"), later), later) == "2020-10-12"


def test_a_later_meeting_is_never_a_baseline() -> None:
    earlier = tickets("2020-10-12")
    assert baseline(history(earlier, tickets("2020-10-19")), earlier) is None


def test_baseline_none_has_no_baseline() -> None:
    later = tickets("2020-10-26", more="baseline: none")
    assert baseline(history(tickets("2020-10-19"), later), later) is None


def test_a_baseline_may_be_another_table() -> None:
    old = meeting("date: 2020-10-12\ntable: {id: queue, columns: [Tickets], rows: {Open: 1}}\n")
    later = tickets("2020-10-26", more="baseline: queue")
    assert baseline(history(old, tickets("2020-10-19"), later), later) == "2020-10-12"


def test_the_baseline_of_a_table_is_found_among_several_in_any_section() -> None:
    earlier = meeting("""\
        date: 2020-10-19
        table: {id: other, columns: [Tickets], rows: {Open: 9}}
        sections:
          - title: Deep
            sections:
              - title: Deeper
                table: {id: jira, columns: [Tickets], rows: {Open: 3}}
        """)
    later = tickets("2020-10-26")
    found = find_table_baseline(history(earlier, later), later, later.tables[0])
    assert found
    assert found.table.rows[0].counts == (3,)


def test_no_table_is_looked_for_among_all_of_a_meeting() -> None:
    tables = tuple(Table((), f"t{number}", None, ("n",), (Row((), "Open", (1,)),)) for number in range(1000))
    root = Section((), None, tables, ())
    earlier, now = (replace(meeting(f"date: {day}"), root=root) for day in ("2020-10-19", "2020-10-26"))
    past = history(earlier, now)
    with at_most(loops=1):
        assert all(find_table_baseline(past, now, table) for table in tables)


def test_tables_and_counters_of_one_meeting_have_each_their_own_baseline() -> None:
    both = meeting(
        "date: 2020-10-05\ntable: {id: jira, columns: [T], rows: {Open: 1}}\ncounters: {calls: 1}\n"
    )
    later = meeting(
        "date: 2020-10-26\ntable: {id: jira, columns: [T], rows: {Open: 1}}\ncounters: {calls: 1}\n"
    )
    past = history(both, counted("2020-10-12", "calls: 2"), tickets("2020-10-19"), later)
    assert baseline(past, later) == "2020-10-19"
    assert counter_baseline(past, later) == "2020-10-12"


def test_a_counter_is_measured_against_the_last_of_its_label_that_is_known() -> None:
    later = counted("2020-10-26", "calls: 3")
    unknown = counted("2020-10-19", "calls: ~", top="status: draft")
    assert counter_baseline(history(counted("2020-10-12", "calls: 2"), unknown, later), later) == "2020-10-12"


def test_a_counter_of_zero_is_known() -> None:
    later = counted("2020-10-26", "calls: 3")
    past = history(counted("2020-10-12", "calls: 2"), counted("2020-10-19", "calls: 0"), later)
    assert counter_baseline(past, later) == "2020-10-19"


def test_a_renamed_counter_is_measured_against_what_it_continues() -> None:
    later = counted("2020-10-26", "phone calls: {value: 3, continues: calls}")
    past = history(counted("2020-10-12", "phone calls: 7"), counted("2020-10-19", "calls: 2"), later)
    assert counter_baseline(past, later) == "2020-10-19"


def test_a_new_counter_has_no_baseline() -> None:
    later = counted("2020-10-26", "calls: 3")
    assert counter_baseline(history(counted("2020-10-19", "mails: 2"), later), later) is None


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        ("2020-10-19", "2020-10-26", None),
        ("2020-10-12", "2020-10-26", "2020-10-12"),
        ("2020-10-20", "2020-10-26", None),
        ("2020-10-15", "2020-10-26", "2020-10-15"),
    ],
)
def test_a_baseline_more_than_one_step_of_the_schedule_back_is_told(
    earlier: str, later: str, told: str | None
) -> None:
    assert since(MONDAYS, earlier, later) == told


def test_what_stands_between_in_the_folder_does_not_matter_where_there_is_a_schedule() -> None:
    assert since(MONDAYS, "2020-10-19", "2020-10-26", "2020-10-21") is None


def test_a_biweekly_series_is_not_told_of_the_week_between() -> None:
    assert since(BIWEEKLY, "2020-10-12", "2020-10-26") is None
    assert since(BIWEEKLY, "2020-10-12", "2020-11-09") == "2020-10-12"


def test_a_series_without_a_schedule_is_told_of_every_baseline_but_the_previous_meeting() -> None:
    assert since((), "2020-10-12", "2020-10-30") is None
    assert since((), "2020-10-12", "2020-10-30", "2020-10-13") == "2020-10-12"
