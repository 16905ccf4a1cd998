"""Which columns of an earlier table are likely those of a later one."""

import pytest

from minutebook.rules.column_likeness import SAME, moves_on, pairs


@pytest.mark.parametrize(
    ("added", "dropped", "likely"),
    [
        (["3.12", "3.10.x"], ["3.9", "3.10"], {"3.10.x": "3.10", "3.12": "3.9"}),
        (["3.10"], ["3.1", "3.9"], {"3.10": "3.9"}),
        (["B", "Open calls"], ["Open call"], {"Open calls": "Open call"}),
        (["C", "D"], ["A"], {"C": "A"}),
        (["3.11", "3.12"], ["3.9", "3.10"], {"3.11": "3.9", "3.12": "3.10"}),
        (["3.5.26", "3.4.56"], ["3.4.55", "3.5.25"], {"3.4.56": "3.4.55", "3.5.26": "3.5.25"}),
    ],
)
def test_those_that_are_most_alike_are_paired_first(
    added: list[str], dropped: list[str], likely: dict[str, str]
) -> None:
    assert pairs(added, dropped) == likely


def test_one_version_is_surely_one_column() -> None:
    assert pairs(["v3.10", "3.12"], ["3.10", "3.1"], least=SAME) == {"v3.10": "3.10"}


def test_versions_move_on_where_the_lowest_made_place() -> None:
    assert moves_on(["3.10", "3.11"], ["3.12"], ["3.9"])
    assert not moves_on(["3.10"], ["main"], ["master"])
    assert not moves_on([], ["3.12"], ["3.9"])
