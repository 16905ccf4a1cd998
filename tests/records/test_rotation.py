"""Whose turn it is next."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.records.rotation import FormerTurns, Turn, next_turns

DAY = date(2020, 10, 26)
ORDER = ("Mat", "Diego", "TimT", "Ann")


def days_ago(*people: str) -> list[tuple[str, date]]:
    """Return people, the latest last, as they stood under the last label week by week up to the day."""
    newest_first = enumerate(reversed(people))
    return [(person, DAY - timedelta(weeks=number)) for number, person in newest_first]


def proposed(
    last: dict[str, str],
    order: Sequence[str] = ORDER,
    past: Sequence[str] = (),
    left: Collection[str] = (),
    absent: Collection[str] = (),
) -> list[str | None]:
    """Return who is proposed under each label."""
    former = FormerTurns(DAY, last, days_ago(*(past or last.values())))
    return [turn.person for turn in next_turns(former, order, dict.fromkeys(left, "left"), absent)]


@pytest.mark.parametrize(
    ("people", "order", "expected"),
    [
        (["Mat", "Diego"], ORDER, ["Diego", "TimT"]),
        (["TimT", "Ann"], ORDER, ["Ann", "Mat"]),
        (["Mat", "Ada"], ORDER, ["Ada", None]),
        (["Mat", ""], ORDER, [None, None]),
        (["Mat"], ("Mat", "Diego"), ["Diego"]),
        (["Mat"], (), [None]),
        (["Mat", "Mat"], ("Mat",), ["Mat", "Mat"]),
        (["Mat", "Diego", "TimT"], ORDER, ["Diego", "TimT", "Ann"]),
    ],
)
def test_each_label_takes_over_and_the_last_goes_on_in_the_order(
    people: list[str], order: Sequence[str], expected: list[str | None]
) -> None:
    assert proposed(dict(zip("abc", people, strict=False)), order) == expected


def test_after_a_swap_whoever_has_had_it_longest_ago_is_next() -> None:
    # Diego and TimT swapped.
    assert proposed({"a": "TimT", "b": "Diego"}, past=("Ann", "Mat", "TimT", "Diego")) == ["Diego", "Ann"]


def test_who_is_absent_changes_places_and_who_has_left_is_left_out() -> None:
    last = {"a": "Mat", "b": "Diego"}
    past = ("TimT", "Ann", "Mat", "Diego")
    assert proposed(last, past=past, absent=["Diego"]) == ["TimT", "Diego"]
    assert proposed(last, past=past, left=["Diego"]) == ["TimT", "Ann"]
    assert proposed(last, past=past, left=["TimT"]) == ["Diego", "Ann"]
    assert proposed(last, ("Diego",), past=past, absent=["Diego"]) == [None, "Diego"]


def test_each_says_why() -> None:
    former = FormerTurns(DAY, {"now": "Mat", "then": "Diego"}, days_ago("TimT", "Ann", "Mat", "Diego"))
    assert next_turns(former, ORDER, {}, ["Diego"]) == (
        Turn("now", "TimT", "in the place of Diego, who is absent; had it longest ago, on 2020-10-05"),
        Turn("then", "Diego", "has not had it lately"),
    )
    assert [turn.reason for turn in next_turns(former, ORDER, {})] == [
        "stands under 'then' on 2020-10-26",
        "had it longest ago, on 2020-10-05",
    ]


@given(st.permutations(ORDER), st.integers(1, 12))
def test_a_rotation_that_nobody_disturbs_goes_round(order: list[str], weeks: int) -> None:
    past = [order[number % len(order)] for number in range(weeks + 1)]
    this, following = past[-2:]
    expected = order[(order.index(following) + 1) % len(order)]
    assert proposed({"a": this, "b": following}, order, past) == [following, expected]
