"""Counts as they come from elsewhere are read where there is one right reading."""

import pytest

from minutebook.source.schema.pasted_counts import Cells, read_cells


@pytest.mark.parametrize(
    ("text", "width", "counts"),
    [
        ("6,5", 2, "6 5"),
        ("12,3,1", 3, "12 3 1"),
        ("1,234,5", 2, "1234 5"),
        ("1,234,567", 1, "1234567"),
        ("15 4 1 1,201", 4, "15 4 1 1201"),
        ("15; 4; 1", 3, "15 4 1"),
        ("15, , 1, 1201", 4, "15 ~ 1 1201"),
        ("1 200 3", 2, "1200 3"),
        ("1\u00a0200", 1, "1200"),
        ("12 (+3), 1 (+1), 0 (-1), 3 (+1)", 4, "12 1 0 3"),
        ("4\t9\t\t1,040", 4, "4 9 ~ 1040"),
        ("19\t(+2)", 1, "19"),
        ("| 12 | 1 (+1) | 0 | 3 |", 4, "12 1 0 3"),
        ("12 | 1 | 0 | 3 |", None, "12 1 0 3"),
    ],
)
def test_cells_are_as_many_as_there_are_columns(text: str, width: int | None, counts: str) -> None:
    assert read_cells(text, width) == Cells(tuple(counts.split()))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("6,5", 1),
        ("6,5", 3),
        ("1,23", 1),
        ("1,234,5", 1),
        ("1 200 300 4", 3),
        ("+14\t3", 2),
        ("-1, 4", 2),
        ("05, 4", 2),
        ("three, 4", 2),
        ("4\tall\t1", 3),
        ("1, 2", None),
        ("", 2),
    ],
)
def test_what_can_be_read_otherwise_is_not_read(text: str, width: int | None) -> None:
    assert read_cells(text, width) is None


def test_a_comma_before_three_digits_may_part_thousands() -> None:
    assert read_cells("1,234,5", 3) == Cells(("1", "234", "5"), in_doubt=True)


def test_many_numbers_are_read_in_good_time() -> None:
    assert read_cells(" ".join(["100"] * 500), 250) is None
