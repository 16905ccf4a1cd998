"""Tables and counters found again in earlier meetings: their ids, and what they were called."""

import pytest
from support.oldminutes.sheets import DAY, sheet_of
from support.oldminutes.tables import (
    NO_HISTORY,
    WEEK_BEFORE,
    history_of_table,
    reading_of,
    readings_of,
    renamed_table,
    table_text,
)
from support.samples import meeting

from minutebook.oldminutes.importer.count_history import (
    renamed_counters,
    table_blocks,
)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Issues", "issues"), ("Open issues, 2nd", "open-issues-2nd"), ("2.0 builds", "builds")],
)
def test_a_new_table_is_called_after_its_title(title: str, name: str) -> None:
    assert reading_of(table_text("| S | N | Delta |", "| a | 1 | +1 |", title=title)).decision.id == name


def test_a_title_without_letters_is_a_table() -> None:
    assert reading_of(table_text("| S | N | Delta |", "| a | 1 | +1 |", title="2020")).decision.id == "table"


def test_a_second_table_below_one_title_has_a_number() -> None:
    rows = table_text("| S | N | Delta |", "| a | 1 | +1 |").removeprefix("## Issues\n")
    assert [reading.decision.id for reading in readings_of(f"## Issues\n{rows}\ntext\n{rows}")] == [
        "issues",
        "issues-2",
    ]


def test_a_table_is_found_by_the_titles_above_it() -> None:
    text = table_text("| S | N | Delta |", "| a | 1 | +1 |", title="*Markup*")
    assert [title for _, title in table_blocks(sheet_of(f"# W\n\n## Issues\n\n#{text}").root)] == ["Issues"]


def test_a_table_under_the_same_title_with_the_same_labels_keeps_its_id() -> None:
    text = table_text(
        "| S | Old | Delta | Same | Delta |", "| open | 11 | +1 | 20 | 0 |", "| closed | 3 | 0 | 4 | 0 |"
    )
    reading = reading_of(text, history_of_table(name="mine"))
    assert (reading.decision.id, reading.decision.continues, reading.decision.baseline) == (
        "mine",
        None,
        None,
    )


def test_the_date_or_release_in_a_title_is_no_part_of_it() -> None:
    rows = ("| open | 1 | +1 |", "| closed | 1 | 0 |", "| new | 1 | +1 |")
    text = table_text("| S | N | Delta |", *rows, title="Issues of 21.02")
    assert (
        reading_of(
            text,
            history_of_table("[N]", "    rows: {open: 0, closed: 1}\n", title="Issues of 21.01", name="m"),
        ).decision.id
        == "m"
    )


def test_other_labels_are_another_table() -> None:
    text = table_text(
        "| S | Old | Delta | Same | Delta |", "| a | 11 | +1 | 20 | 0 |", "| b | 3 | 0 | 4 | 0 |"
    )
    assert reading_of(text, history_of_table()).decision.id == "issues-2"


def test_a_table_under_a_new_title_is_the_old_one_if_labels_and_columns_are() -> None:
    rows = ("| open | 11 | +1 | 20 | 0 |", "| closed | 3 | 0 | 4 | 0 |")
    head = "| S | Old | Delta | Same | Delta |"
    assert (
        reading_of(table_text(head, *rows, title="Tickets"), history_of_table(name="mine")).decision.id
        == "mine"
    )
    assert (
        reading_of(table_text(head, rows[0], title="Tickets"), history_of_table(name="mine")).decision.id
        == "tickets"
    )


def test_a_counter_in_the_plural_is_the_one_in_the_singular() -> None:
    history = NO_HISTORY.with_meeting(meeting(f"date: {WEEK_BEFORE}\ncounters: {{Open issue: 3}}\n"))
    sheet = sheet_of("# W\n\n- 4 (+1) open issues\n- 2 (+1) Open issue\n- 1 (+1) new\n")
    assert renamed_counters(sheet, history) == {3: "Open issue"}


def test_only_a_decided_reading_says_how_columns_went_on() -> None:
    history = history_of_table()
    later = meeting(f"date: {DAY}\n")
    decided = reading_of(renamed_table((12, "+2"), (2, "-1")), history)
    assert history.with_meeting(later, [decided]).went_on == {"issues": True}
    assert history.with_meeting(later, [reading_of(renamed_table((12, ""), (2, "")), history)]).went_on == {}


def test_a_table_with_an_unknown_count_is_no_baseline() -> None:
    assert history_of_table(rows="    rows: {open: [10, ~], closed: [3, 4]}\n").tables == {}


def test_a_counter_that_is_not_known_yet_is_none_before() -> None:
    assert (
        NO_HISTORY.with_meeting(
            meeting(f"date: {WEEK_BEFORE}\nstatus: draft\ncounters: {{issues: ~}}\n")
        ).counters
        == {}
    )


def test_a_table_in_a_section_without_a_title_stands_under_the_one_above() -> None:
    text = f"date: {DAY}\nsections:\n  - title: Up\n    sections:\n      - table: {{id: t, labels: S, columns: [N], rows: {{a: 1}}}}\n"
    assert NO_HISTORY.with_meeting(meeting(text)).tables["t"].title == "Up"
