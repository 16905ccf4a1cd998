"""Tables whose cells have deltas in brackets behind their counts."""

import pytest

from minutebook.oldminutes.bracketed_deltas import with_columns_of_deltas


def split(*rows: str) -> list[str]:
    """Return the rows of a table, given as cells with bars between them, as they are read."""
    cells = tuple((number, tuple(row.split("|"))) for number, row in enumerate(rows, 1))
    return ["|".join(row) for _, row in with_columns_of_deltas(cells)]


def test_each_column_that_has_some_gets_another_for_them() -> None:
    assert split("State|n|m", "Open|13 (+4)|1", "Held|1,204 (\u22121)|2", "Done|7|3", "Lost") == [
        "State|n|\u0394|m",
        "Open|13|+4|1",
        "Held|1,204|\u22121|2",
        "Done|7||3",
        "Lost",
    ]


@pytest.mark.parametrize(
    "rows", [("State|n", "Open|13"), ("State|n", "Open|13 (4)"), ("n|\u0394|State", "13 (+4)|+4|Open")]
)
def test_other_tables_stay_as_they_are(rows: tuple[str, ...]) -> None:
    assert split(*rows) == [*rows]
