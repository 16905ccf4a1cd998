"""A table of counts with their deltas, as the minutes have it."""

from datetime import date

from minutebook.counts.deltas import CountWithDelta, TableWithDeltas
from minutebook.minutes.count_table import count_table
from minutebook.records.figures import Table
from minutebook.records.series import Style

SINCE = date(2020, 10, 12)


def drawn(columns: str, style: Style = Style(), since: date | None = None) -> list[str]:  # noqa: B008  # frozen
    """Return the lines of a table of two rows, in as many columns as there are letters."""
    cells = (CountWithDelta(154, -15), CountWithDelta(None, None))
    rows = (("Open", cells[: len(columns)]), ("A|B", cells[::-1][: len(columns)]))
    table = TableWithDeltas(Table((), "jira", "State", tuple(columns), ()), tuple(columns), rows, None, since)
    return count_table(table, style).split("\n")


def test_each_count_has_its_delta_and_labels_stand_last() -> None:
    assert drawn("n") == [
        "| n   | &Delta; | State |",
        "| --- | ------- | ----- |",
        "| 154 | -15     | Open  |",
        "|     |         | A\\|B  |",
    ]


def test_a_style_may_put_labels_first_and_numbers_to_the_right() -> None:
    assert drawn("n", Style(labels="first", numbers="right"))[:3] == [
        "| State |   n | &Delta; |",
        "| ----- | --: | ------: |",
        "| Open  | 154 |     -15 |",
    ]


def test_one_column_says_since_when_in_its_heading_and_several_below() -> None:
    assert "since 2020-10-12" in drawn("n", since=SINCE)[0]
    assert drawn("nm", since=SINCE)[-2:] == ["", "Changes are since 12 October 2020."]
