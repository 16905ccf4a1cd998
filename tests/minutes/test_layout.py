"""The lines of generated files: each is written in one way, and what is written is recognised."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from minutebook.counts.deltas import CounterWithDelta, CountWithDelta
from minutebook.minutes import layout
from minutebook.records.attendance import Attendance
from minutebook.records.figures import Counter

DAYS = st.dates(date(1000, 1, 1))
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20).filter(
    lambda text: text == text.strip()
)


@given(TEXTS)
def test_generated_files_are_recognised_by_their_first_line(name: str) -> None:
    assert layout.is_generated(f"{layout.minutes_mark(name)}\n# Title\n")
    assert layout.is_generated(f"{layout.index_mark()}\n# Title\n")
    assert not layout.is_generated(f"# Title\n{layout.index_mark()}\n")


@given(TEXTS, DAYS)
def test_the_date_of_a_title_is_taken_off(title: str, day: date) -> None:
    text = layout.title_line(title, day).removeprefix("# ")
    assert layout.title_without_date(text, day) == layout.heading(title, 1).removeprefix("# ")


def test_a_title_with_another_date_is_not_taken_apart() -> None:
    assert layout.title_without_date("Team, 2 November 2020", date(2020, 11, 3)) is None


def test_the_header_names_who_was_there_last() -> None:
    header = layout.header_lines(
        [("Place", "room 5")], Attendance(("Ann", "B_b"), guests=("Cy",)), draft=True
    )
    assert header == [
        "**Place:** room 5  ",
        "**Status:** draft  ",
        "**Attending:** Ann, B\\_b  ",
        "**Guests:** Cy  ",
    ]


def test_headings_have_six_levels_at_most() -> None:
    assert layout.heading("Tickets", 3) == "### Tickets"
    assert layout.heading("Tickets", 7) == "###### Tickets"


def test_two_empty_lines_stand_before_a_heading() -> None:
    lines = f"text{layout.SECTION_GAP}## Title".split("\n")
    assert layout.has_section_gap(lines, 4)
    assert not layout.has_section_gap(["text", "", "## Title"], 3)
    assert not layout.has_section_gap(["text", "", "text", "## Title"], 4)
    assert layout.has_section_gap(["", "## Title"], 2)


def test_a_list_item_can_not_begin_another_block() -> None:
    assert layout.bullet("order parts") == "-   order parts"
    assert layout.bullet("# 5 is open") == "-   \\# 5 is open"
    assert layout.is_bullet(layout.bullet("order parts"))
    assert not layout.is_bullet("- order parts")


def test_lines_with_text_are_indented_and_empty_ones_are_not() -> None:
    assert layout.indent("a\n\n  b\n ") == "    a\n\n      b\n"


def test_a_duty_without_people_is_a_question() -> None:
    assert layout.duty_line("This week", ["Ann", "Bob"]) == "-   This week: Ann, Bob"
    assert layout.duty_line("- Next", []) == "-   \\- Next: ?"


def test_a_delta_says_since_when_only_where_that_is_no_step() -> None:
    assert layout.delta_heading(None) == "&Delta;"
    assert layout.delta_heading(date(2020, 10, 12)) == "&Delta; since 2020-10-12"


def test_the_line_below_a_table_that_says_since_when_is_read_again() -> None:
    assert layout.since_line(date(2020, 10, 12)) == "Changes are since 12 October 2020."
    assert layout.read_since_line("Changes are since 12 October 2020.") == date(2020, 10, 12)
    for line in ("Changes are since 31 November 2020.", "Changes are since June.", "Changes are many."):
        assert layout.read_since_line(line) is None
    assert layout.delta_text(CountWithDelta(5, None)) == ""
    assert layout.delta_text(CountWithDelta(5, 0)) == "+0"
    assert layout.delta_text(CountWithDelta(5, -2), date(2020, 10, 12)) == "-2 since 2020-10-12"


def test_a_counter_says_its_value_its_delta_and_its_label() -> None:
    known = CounterWithDelta(
        Counter((), "open_tickets", 7), CountWithDelta(7, -4), None, since=date(2020, 10, 12)
    )
    assert layout.counter_line(known) == "-   7 (-4 since 2020-10-12) open\\_tickets"
    unknown = CounterWithDelta(Counter((), "tickets", None), CountWithDelta(None, None))
    assert layout.counter_line(unknown) == "-   ? tickets"
