"""What two versions made of one value, or of one sequence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.merge.sequences import changed_version, keys_of_both, merge_keys, merge_order

KEYS = st.lists(st.sampled_from("abcdef"), unique=True)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "order"),
    [
        pytest.param("ab", "axb", "ayb", "axyb", id="ours is first where both add"),
        pytest.param("ab", "xab", "yab", "xyab", id="at the beginning, too"),
        pytest.param("ab", "abx", "aby", "abxy", id="and at the end"),
        pytest.param("abc", "cab", "abxc", "cabx", id="ours has moved one"),
        pytest.param("abc", "abxc", "cab", "cabx", id="theirs has moved one"),
        pytest.param("", "x", "y", "xy", id="there was nothing"),
        pytest.param("abc", "ac", "abc", "abc", id="what one deleted is in its place"),
    ],
)
def test_both_orders_become_one(base: str, ours: str, theirs: str, order: str) -> None:
    assert "".join(merge_order(base, ours, theirs)) == order


@given(KEYS, KEYS, KEYS)
def test_everything_of_both_is_there_once(base: list[str], ours: list[str], theirs: list[str]) -> None:
    assert sorted(merge_order(base, ours, theirs)) == sorted({*ours, *theirs})


@given(KEYS, KEYS)
def test_a_version_that_alone_changed_keeps_its_order(base: list[str], version: list[str]) -> None:
    assert [key for key in merge_order(base, version, base) if key in version] == version


def test_what_one_took_away_does_not_stay() -> None:
    assert merge_keys("abc", "ac", "abx") == ["a", "x"]


def test_where_at_most_one_has_changed_anything_that_stands() -> None:
    assert [changed_version("a", *sides) for sides in ("ba", "ab", "bb", "aa", "bc")] == [1, 2, 1, 1, None]


def test_what_is_gone_stands_where_it_stood_in_the_order_of_now() -> None:
    assert keys_of_both("ax", "abc") == ["a", "x", "b", "c"]
