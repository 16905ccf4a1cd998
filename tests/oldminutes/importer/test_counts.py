"""Tables and counters found again in earlier meetings, and what published deltas say of renamed columns."""

from datetime import timedelta

import pytest
from support.oldminutes.sheets import DAY, sheet
from support.samples import meeting

from minutebook.oldminutes.importer.column_renames import TableReading
from minutebook.oldminutes.importer.count_history import (
    CountHistory,
    read_tables,
    renamed_counters,
    table_blocks,
)

EMPTY = CountHistory()
BEFORE = DAY - timedelta(weeks=1)
ROWS = "    rows: {open: [10, 20], closed: [3, 4]}\n"


def books(
    columns: str = "[Old, Same]",
    rows: str = ROWS,
    *,
    title: str = "Issues",
    name: str = "issues",
    more: str = "",
) -> CountHistory:
    """Return the books after one meeting with one table."""
    table = (
        f"  - title: {title}\n    table:\n      id: {name}\n      labels: State\n      columns: {columns}\n"
    )
    text = f"date: {BEFORE}\nsections:\n{table}{rows.replace('    rows', '      rows')}{more}"
    return EMPTY.with_meeting(meeting(text))


def table(head: str, *rows: str, title: str = "Issues") -> str:
    columns = head.count("|") - 1
    return "\n".join([f"## {title}", "", head, "|" + "---|" * columns, *rows, ""])


def judged(text: str, known: CountHistory = EMPTY) -> list[TableReading]:
    return list(read_tables(sheet(f"# Weekly\n\n{text}"), known).values())


def one(text: str, known: CountHistory = EMPTY) -> TableReading:
    (found,) = judged(text, known)
    return found


def renamed(first: tuple[int, str], second: tuple[int, str]) -> str:
    """Return a table whose first column was renamed, with the counts and deltas of its rows."""
    return table(
        "| State | New | Delta | Same | Delta |",
        f"| open | {first[0]} | {first[1]} | 20 | 0 |",
        f"| closed | {second[0]} | {second[1]} | 4 | 0 |",
    )


# Ids


@pytest.mark.parametrize(
    ("title", "name"),
    [("Issues", "issues"), ("Open issues, 2nd", "open-issues-2nd"), ("2.0 builds", "builds")],
)
def test_a_new_table_is_called_after_its_title(title: str, name: str) -> None:
    assert one(table("| S | N | Delta |", "| a | 1 | +1 |", title=title)).decision.id == name


def test_a_title_without_letters_is_a_table() -> None:
    assert one(table("| S | N | Delta |", "| a | 1 | +1 |", title="2020")).decision.id == "table"


def test_a_second_table_below_one_title_has_a_number() -> None:
    rows = table("| S | N | Delta |", "| a | 1 | +1 |").removeprefix("## Issues\n")
    assert [found.decision.id for found in judged(f"## Issues\n{rows}\ntext\n{rows}")] == [
        "issues",
        "issues-2",
    ]


def test_a_table_is_found_by_the_titles_above_it() -> None:
    text = table("| S | N | Delta |", "| a | 1 | +1 |", title="*Markup*")
    assert [title for _, title in table_blocks(sheet(f"# W\n\n## Issues\n\n#{text}").root)] == ["Issues"]


def test_a_table_under_the_same_title_with_the_same_labels_keeps_its_id() -> None:
    text = table(
        "| S | Old | Delta | Same | Delta |", "| open | 11 | +1 | 20 | 0 |", "| closed | 3 | 0 | 4 | 0 |"
    )
    found = one(text, books(name="mine"))
    assert (found.decision.id, found.decision.continues, found.decision.baseline) == ("mine", None, None)


def test_the_date_or_release_in_a_title_is_no_part_of_it() -> None:
    rows = ("| open | 1 | +1 |", "| closed | 1 | 0 |", "| new | 1 | +1 |")
    text = table("| S | N | Delta |", *rows, title="Issues of 21.02")
    assert (
        one(
            text, books("[N]", "    rows: {open: 0, closed: 1}\n", title="Issues of 21.01", name="m")
        ).decision.id
        == "m"
    )


def test_other_labels_are_another_table() -> None:
    text = table("| S | Old | Delta | Same | Delta |", "| a | 11 | +1 | 20 | 0 |", "| b | 3 | 0 | 4 | 0 |")
    assert one(text, books()).decision.id == "issues-2"


def test_a_table_under_a_new_title_is_the_old_one_if_labels_and_columns_are() -> None:
    rows = ("| open | 11 | +1 | 20 | 0 |", "| closed | 3 | 0 | 4 | 0 |")
    head = "| S | Old | Delta | Same | Delta |"
    assert one(table(head, *rows, title="Tickets"), books(name="mine")).decision.id == "mine"
    assert one(table(head, rows[0], title="Tickets"), books(name="mine")).decision.id == "tickets"


# Baselines


def test_a_first_table_whose_deltas_are_its_counts_has_none_before_it() -> None:
    assert one(table("| S | N | Delta |", "| a | 1 | +1 |", "| b | 0 | 0 |")).decision.baseline == "none"


@pytest.mark.parametrize("delta", ["+2", ""])
def test_a_first_table_with_other_deltas_has_a_baseline_that_is_not_known(delta: str) -> None:
    assert one(table("| S | N | Delta |", f"| a | 7 | {delta} |")).decision.baseline is None


def test_deltas_that_go_on_from_the_old_column_say_what_a_renamed_one_continues() -> None:
    found = one(renamed((12, "+2"), (2, "-1")), books())
    assert (found.decision.continues, found.is_decided, found.renamed) == (("Old", "Same"), True, True)
    assert found.goes_on


def test_deltas_that_are_the_counts_say_that_a_column_is_new() -> None:
    found = one(renamed((12, "+12"), (2, "+2")), books())
    assert (found.decision.continues, found.is_decided, found.goes_on) == (("New", "Same"), True, False)


def test_deltas_that_are_all_the_counts_under_new_columns_say_that_nothing_is_before_them() -> None:
    text = table("| S | New | Delta |", "| open | 12 | +12 |", "| closed | 2 | +2 |")
    found = one(text, books("[Old]", "    rows: {open: 10, closed: 3}\n"))
    assert (found.goes_on, found.is_decided) == (False, True)
    assert found.decision.continues == ("New",)


def test_where_the_deltas_fit_both_ways_it_is_as_it_was_the_last_time() -> None:
    text, known = renamed((12, ""), (2, "")), books()
    usual = CountHistory(known.tables, {}, {"issues": True})
    assert one(text, known).decision.continues == ("New", "Same")
    assert one(text, usual).decision.continues == ("Old", "Same")
    assert not one(text, usual).is_decided


def test_a_heading_in_other_letters_is_the_old_column() -> None:
    text = table(
        "| S | OLD | Delta | Same | Delta |", "| open | 11 | +1 | 20 | 0 |", "| closed | 3 | 0 | 4 | 0 |"
    )
    found = one(text, books())
    assert (found.decision.continues, found.renamed) == (("Old", "Same"), False)


def test_a_column_that_is_only_added_needs_no_decision() -> None:
    text = table(
        "| S | Old | Delta | Same | Delta | New | Delta |",
        "| open | 11 | +1 | 20 | 0 | 1 | +1 |",
        "| closed | 3 | 0 | 4 | 0 | 1 | +1 |",
    )
    found = one(text, books())
    assert (found.decision.continues, found.is_decided, found.renamed) == (None, True, False)


def test_the_sums_tell_of_a_renamed_column_too() -> None:
    text = table(
        "| State | New | Delta | Same | Delta |",
        "| open | 12 | | 20 | |",
        "| closed | 2 | | 4 | |",
        "| Total | 14 | +1 | 24 | 0 |",
    )
    assert one(text, books()).decision.continues == ("Old", "Same")


# Labels


def test_a_label_in_other_letters_is_written_as_before() -> None:
    text = table("| S | N | Delta |", "| Open: | 11 | +1 |", "| closed | 3 | 0 |")
    found = one(text, books("[N]", "    rows: {open: 10, closed: 3}\n"))
    assert found.decision.labels == {"Open:": "open"}


def test_a_label_stays_where_the_old_spelling_is_another_row() -> None:
    text = table("| S | N | Delta |", "| Open | 11 | +1 |", "| open | 3 | 0 |")
    assert one(text, books("[N]", "    rows: {open: 10, closed: 3}\n")).decision.labels == {}


def test_a_counter_in_the_plural_is_the_one_in_the_singular() -> None:
    known = EMPTY.with_meeting(meeting(f"date: {BEFORE}\ncounters: {{Open issue: 3}}\n"))
    found = sheet("# W\n\n- 4 (+1) open issues\n- 2 (+1) Open issue\n- 1 (+1) new\n")
    assert renamed_counters(found, known) == {3: "Open issue"}


# CountHistory


def test_the_habit_is_what_was_decided_and_not_what_was_guessed() -> None:
    known = books()
    later = meeting(f"date: {DAY}\n")
    decided = one(renamed((12, "+2"), (2, "-1")), known)
    assert known.with_meeting(later, [decided]).went_on == {"issues": True}
    assert known.with_meeting(later, [one(renamed((12, ""), (2, "")), known)]).went_on == {}


def test_a_table_with_an_unknown_count_is_no_baseline() -> None:
    assert books(rows="    rows: {open: [10, ~], closed: [3, 4]}\n").tables == {}


def test_a_counter_that_is_not_known_yet_is_none_before() -> None:
    assert (
        EMPTY.with_meeting(meeting(f"date: {BEFORE}\nstatus: draft\ncounters: {{issues: ~}}\n")).counters
        == {}
    )


def test_a_table_in_a_section_without_a_title_stands_under_the_one_above() -> None:
    text = f"date: {DAY}\nsections:\n  - title: Up\n    sections:\n      - table: {{id: t, labels: S, columns: [N], rows: {{a: 1}}}}\n"
    assert EMPTY.with_meeting(meeting(text)).tables["t"].title == "Up"
