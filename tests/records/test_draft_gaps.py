"""What a draft doesn't say yet."""

from support.samples import meeting

from minutebook.records.draft_gaps import gaps_of

FILLED = """\
date: 2020-10-19
attending: [Mat]
sections:
  - title: Calls
    duty: {This week: Mat}
    counters: {open calls: 0}
    table: {id: calls, columns: [a, b], rows: {Open: [1, 0]}}
"""
EMPTY = """\
date: 2020-10-19
sections:
  - title: Calls
    duty: {This week: }
    counters: {open calls: }
    table: {id: calls, columns: [a, b], rows: {Open: [1, ~], Done: }}
"""


def test_what_is_filled_in_has_none() -> None:
    assert gaps_of(meeting(FILLED)) == ()


def test_each_table_counter_and_duty_is_named() -> None:
    assert gaps_of(meeting(EMPTY)) == ("attendance", "'This week'", "'open calls'", "3 counts of calls")
