"""The cells of a row are merged by the columns that they stand in."""

from typing import Any

import pytest

from minutebook.merge.record import Record
from minutebook.merge.table_columns import Columns, columns_of

COLUMNS = Columns((("a", "b"), ("a", "b", "c"), ("b", "d")))


def row(value: str) -> Record:
    """Return a row as it is written."""
    return Record(("key", "Open"), None, "line", "Open: ", value)


def refuse(ours: str | None, theirs: str | None) -> str | None:
    """Answer no question."""
    raise AssertionError((ours, theirs))


def test_a_column_that_one_took_away_is_gone() -> None:
    assert COLUMNS.merged == ["b", "c", "d"]
    assert COLUMNS.changed


def test_a_row_has_the_cells_of_both() -> None:
    assert COLUMNS.merge_row([row("[1, 2]"), row("[1, 2, 3]"), row("[5, 4]")], refuse) == "[5, 3, 4]"


def test_where_one_has_no_cell_it_is_not_known() -> None:
    assert COLUMNS.merge_row([None, row("[1, 2, 3]"), None], refuse) == "[2, 3, ~]"


def test_a_row_of_one_column_is_a_number() -> None:
    columns = Columns((("a", "b"), ("a", "b"), ("a",)))
    assert columns.merge_row([row("[1, 2]"), row("[3, 2]"), row("1")], refuse) == "3"


@pytest.mark.parametrize("value", ["{counts: [1, 2], continues: x}", "[1]"])
def test_other_rows_are_left_to_the_caller(value: str) -> None:
    columns = Columns((("a", "b"),) * 3)
    assert columns.merge_row([row("[1, 2]"), row(value), row("[1, 3]")], refuse) is None


@pytest.mark.parametrize(("data", "names"), [(["a", 3.1], ("a", "3.1")), (None, ())])
def test_only_tables_have_columns(data: Any, names: tuple[str, ...]) -> None:
    identity = ("key", "columns")
    assert columns_of([{}, {}, {}]) is None
    tables = [{identity: Record(identity, data, "line")}] * 3
    assert columns_of(tables) == Columns((names,) * 3)


def test_a_column_that_both_gave_one_new_name_is_the_same_column() -> None:
    tables = [
        {("key", "columns"): Record(("key", "columns"), names, "line")}
        for names in (["a", "b"], *[["c", "b"]] * 2)
    ]
    columns = columns_of(tables)
    assert columns
    assert not columns.changed


def test_columns_that_both_exchanged_are_told_by_their_names() -> None:
    tables = [
        {("key", "columns"): Record(("key", "columns"), names, "line")}
        for names in (["a", "b"], *[["b", "a"]] * 2)
    ]
    columns = columns_of(tables)
    assert columns
    assert columns.versions[0] == ("a", "b")
