"""The deltas of a table are measured against the earlier minutes that have it."""

import pytest
from support.oldminutes.audits import (
    FIRST_WEEK,
    RELEASES,
    SECOND_COUNTS,
    fault_fields,
    find_faults,
    tickets,
    two_weeks,
)

from minutebook.oldminutes.audit import SKIPPED
from minutebook.oldminutes.judgement import FIRST


def test_right_minutes_have_no_fault() -> None:
    assert (
        fault_fields(two_weeks(FIRST_WEEK, tickets("26 October 2020", SECOND_COUNTS, ("-2", "+2", "+0"))))
        == []
    )


def test_a_wrong_delta_is_reported_with_its_cell_and_baseline() -> None:
    (fault,) = find_faults(
        two_weeks(FIRST_WEEK, tickets("26 October 2020", SECOND_COUNTS, ("-3", "+2", "+0")))
    )
    assert (fault.path, fault.line, fault.fault, fault.where) == (
        "2020-10-26.md",
        9,
        "delta",
        "Tickets, Open, #",
    )
    assert (fault.stated, fault.computed, str(fault.baseline), fault.mark) == ("-3", "-2", "2020-10-19", "")


@pytest.mark.parametrize(
    ("deltas", "wrong"),
    [(("+4", "+1", "+5", "+2"), []), (("+1", "+1", "+2", "+2"), []), (("+4", "+1", "+9", "+2"), ["+9"])],
)
def test_a_renamed_column_counts_from_0_or_continues_the_one_that_went(
    deltas: tuple[str, ...], wrong: list[str]
) -> None:
    first = RELEASES.format("3.4", 3, "+0", 4, "+0", 3, "+0", 5, "+0")
    second = RELEASES.format("3.5", 4, deltas[0], 5, deltas[1], 5, deltas[2], 7, deltas[3])
    assert [fields[3] for fields in fault_fields(two_weeks(first, second))] == wrong


@pytest.mark.parametrize(("deltas", "right"), [(("+1", "+0"), "+3"), (("+4", "+3"), "+6")])
def test_where_no_reading_of_a_renamed_column_is_nearer_that_of_the_last_time_is_taken(
    deltas: tuple[str, str], right: str
) -> None:
    files = {
        "2020-10-12.md": RELEASES.format("3.4", 3, "+0", 4, "+0", 3, "+0", 5, "+0"),
        "2020-10-19.md": RELEASES.format("3.5", 4, deltas[0], 5, "+1", 3, deltas[1], 5, "+0"),
        "2020-10-26.md": RELEASES.format("3.6", 5, "+8", 6, "+1", 6, "+9", 8, "+3"),
    }
    assert [(fields[3], fields[4]) for fields in fault_fields(files)][-1] == ("+9", right)


def test_two_tables_in_a_section_are_told_apart() -> None:
    table = "| n | Δ | State |\n|---|---|---|\n| {} | {} | Open |\n| 1 | +0 | Done |\n"
    text = f"## Queues\n\n{table}\nAnd the other one:\n\n{table}"
    files = two_weeks(text.format(10, "+0", 20, "+0"), text.format(11, "+1", 22, "+1"))
    assert fault_fields(files) == [("2020-10-26.md", 12, "delta", "+1", "+2")]


def test_a_row_that_is_new_counts_from_0_whatever_its_place() -> None:
    second = tickets("26 October 2020", SECOND_COUNTS, ("-2", "+2", "+4")).replace(
        "| 7 |", "| 4 | +4 | Held |\n| 11 |"
    )
    assert fault_fields(two_weeks(FIRST_WEEK, second)) == []


def test_a_table_under_its_title_with_another_date_is_the_same() -> None:
    text = "# Minutes {}\n\n| n | Δ | State |\n|---|---|---|\n| {} | {} | Open |\n"
    files = two_weeks(text.format("2020-10-19", 4, ""), text.format("2020-10-26", 6, "+1"))
    assert [fields[2:] for fields in fault_fields(files)] == [("delta", "+1", "+2")]


def test_a_table_that_the_file_before_lacks_is_measured_against_the_one_that_has_it() -> None:
    files = {
        "2020-10-12.md": FIRST_WEEK.replace("19 October", "12 October"),
        "2020-10-19.md": "# Team, 19 October 2020\n\nNobody counted.\n",
        "2020-10-26.md": tickets("26 October 2020", SECOND_COUNTS, ("-1", "+2", "+0")),
    }
    (fault,) = find_faults(files)
    assert (str(fault.baseline), fault.mark) == ("2020-10-12", SKIPPED)


def test_deltas_of_the_first_appearance_of_a_table_are_marked_and_measured_from_0() -> None:
    second = tickets("26 October 2020", SECOND_COUNTS, ("-2", "+4", "+7"))
    (fault,) = find_faults(two_weeks("# Team, 19 October 2020\n", second))
    assert (fault.stated, fault.computed, fault.baseline, fault.mark) == ("-2", "+3", None, FIRST)


def test_deltas_of_the_first_file_have_nothing_to_be_measured_against() -> None:
    assert (
        fault_fields({"2020-10-26.md": tickets("26 October 2020", SECOND_COUNTS, ("-9", "+9", "+0"))}) == []
    )


def test_the_day_that_a_heading_names_is_the_baseline() -> None:
    files = {
        "2020-10-12.md": tickets("12 October 2020", (1, 1, 2)),
        "2020-10-19.md": FIRST_WEEK,
        "2020-10-26.md": tickets("26 October 2020", SECOND_COUNTS, ("+2", "+3", "+5")).replace(
            "&Delta;", "&Delta; since 2020-10-12"
        ),
    }
    assert fault_fields(files) == []


def test_a_day_that_a_heading_names_and_no_file_has_is_no_baseline() -> None:
    second = tickets("26 October 2020", SECOND_COUNTS, ("+9", "+9", "+9")).replace(
        "&Delta;", "Δ since 2020-09-28"
    )
    assert fault_fields(two_weeks(FIRST_WEEK, second)) == []
