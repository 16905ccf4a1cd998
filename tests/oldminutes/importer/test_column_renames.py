"""What published deltas say of renamed columns, and rows that are spelled in another way than before."""

import pytest
from support.oldminutes.tables import history_of_table, reading_of, renamed_table, table_text

from minutebook.oldminutes.importer.count_history import CountHistory


def test_a_first_table_whose_deltas_are_its_counts_has_none_before_it() -> None:
    assert (
        reading_of(table_text("| S | N | Delta |", "| a | 1 | +1 |", "| b | 0 | 0 |")).decision.baseline
        == "none"
    )


@pytest.mark.parametrize("delta", ["+2", ""])
def test_a_first_table_with_other_deltas_has_a_baseline_that_is_not_known(delta: str) -> None:
    assert reading_of(table_text("| S | N | Delta |", f"| a | 7 | {delta} |")).decision.baseline is None


def test_deltas_that_go_on_from_the_old_column_say_what_a_renamed_one_continues() -> None:
    reading = reading_of(renamed_table((12, "+2"), (2, "-1")), history_of_table())
    assert (reading.decision.continues, reading.is_decided, reading.renamed) == (("Old", "Same"), True, True)
    assert reading.goes_on


def test_deltas_that_are_the_counts_say_that_a_column_is_new() -> None:
    reading = reading_of(renamed_table((12, "+12"), (2, "+2")), history_of_table())
    assert (reading.decision.continues, reading.is_decided, reading.goes_on) == (("New", "Same"), True, False)


def test_deltas_that_are_all_the_counts_under_new_columns_say_that_nothing_is_before_them() -> None:
    text = table_text("| S | New | Delta |", "| open | 12 | +12 |", "| closed | 2 | +2 |")
    reading = reading_of(text, history_of_table("[Old]", "    rows: {open: 10, closed: 3}\n"))
    assert (reading.goes_on, reading.is_decided) == (False, True)
    assert reading.decision.continues == ("New",)


def test_where_the_deltas_fit_both_ways_it_is_as_it_was_the_last_time() -> None:
    text, history = renamed_table((12, ""), (2, "")), history_of_table()
    usual = CountHistory(history.tables, {}, {"issues": True})
    assert reading_of(text, history).decision.continues == ("New", "Same")
    assert reading_of(text, usual).decision.continues == ("Old", "Same")
    assert not reading_of(text, usual).is_decided


def test_a_heading_in_other_letters_is_the_old_column() -> None:
    text = table_text(
        "| S | OLD | Delta | Same | Delta |", "| open | 11 | +1 | 20 | 0 |", "| closed | 3 | 0 | 4 | 0 |"
    )
    reading = reading_of(text, history_of_table())
    assert (reading.decision.continues, reading.renamed) == (("Old", "Same"), False)


def test_a_column_that_is_only_added_needs_no_decision() -> None:
    text = table_text(
        "| S | Old | Delta | Same | Delta | New | Delta |",
        "| open | 11 | +1 | 20 | 0 | 1 | +1 |",
        "| closed | 3 | 0 | 4 | 0 | 1 | +1 |",
    )
    reading = reading_of(text, history_of_table())
    assert (reading.decision.continues, reading.is_decided, reading.renamed) == (None, True, False)


def test_the_sums_tell_of_a_renamed_column_too() -> None:
    text = table_text(
        "| State | New | Delta | Same | Delta |",
        "| open | 12 | | 20 | |",
        "| closed | 2 | | 4 | |",
        "| Total | 14 | +1 | 24 | 0 |",
    )
    assert reading_of(text, history_of_table()).decision.continues == ("Old", "Same")


def test_a_label_in_other_letters_is_written_as_before() -> None:
    text = table_text("| S | N | Delta |", "| Open: | 11 | +1 |", "| closed | 3 | 0 |")
    reading = reading_of(text, history_of_table("[N]", "    rows: {open: 10, closed: 3}\n"))
    assert reading.decision.labels == {"Open:": "open"}


def test_a_label_stays_where_the_old_spelling_is_another_row() -> None:
    text = table_text("| S | N | Delta |", "| Open | 11 | +1 |", "| open | 3 | 0 |")
    assert (
        reading_of(text, history_of_table("[N]", "    rows: {open: 10, closed: 3}\n")).decision.labels == {}
    )
