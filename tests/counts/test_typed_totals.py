"""Totals that people typed, by their names and by what they add."""

import pytest

from minutebook.counts.typed_totals import is_total, typed_total_columns, typed_total_rows
from minutebook.records.figures import Row, Table


def table(columns: tuple[str, ...], **rows: tuple[int | None, ...]) -> Table:
    return Table((), "a", "State", columns, tuple(Row((), label, counts) for label, counts in rows.items()))


@pytest.mark.parametrize(
    "name", ["Total", "TOTAL", "totals:", "Sum", "Summe", "Grand  Total", "\u03a3", "\u5408\u8ba1\uff1a"]
)
def test_a_sum_has_many_names(name: str) -> None:
    assert is_total(name)


@pytest.mark.parametrize("name", ["Open", "All", "Totally stuck", "Total open", ""])
def test_other_names_may_be_anything(name: str) -> None:
    assert not is_total(name)


def test_a_row_is_a_sum_in_every_column() -> None:
    assert typed_total_rows(table(("A", "B"), Open=(1, 2), Done=(3, 4), All=(4, 6))) == ["All"]
    assert typed_total_rows(table(("A", "B"), Open=(1, 2), Done=(3, 4), All=(4, 7))) == []
    assert typed_total_rows(table(("A",), Open=(1,), All=(1,))) == []


def test_a_column_is_a_sum_in_every_row() -> None:
    assert typed_total_columns(table(("A", "B", "sum"), Open=(1, 2, 3), Done=(3, None, 3))) == ["sum"]
    assert typed_total_columns(table(("A", "B", "sum"), Open=(1, 2, 3), Done=(3, 1, 3))) == []
