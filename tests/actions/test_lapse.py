"""How often an action was carried with nothing changed, and when it lapses."""

import pytest
from support.samples import history, meeting_with

from minutebook.actions import lapse
from minutebook.records.history import History
from minutebook.records.meeting import Meeting

FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH = MONDAYS = (
    "2020-10-05",
    "2020-10-12",
    "2020-10-19",
    "2020-10-26",
    "2020-11-02",
    "2020-11-09",
    "2020-11-16",
    "2020-11-23",
)
ACTION = "id: k7q2m4, owner: Diego, task: diagnose it"


def week_after_week(*actions: str, limit: int = 4) -> tuple[History, Meeting]:
    """Return a history in which an action stands as given, one a week, and its last meeting."""
    meetings = [meeting_with(day, action) for day, action in zip(MONDAYS, actions, strict=False)]
    return history(*meetings, lapse=limit), meetings[-1]


def times(*actions: str) -> int:
    """Return how often an action was carried untouched into the last of some weeks."""
    past, last = week_after_week(*actions)
    return lapse.times_untouched(past, last, last.actions[0])


def fate(carries: int, limit: int = 4, action: str = ACTION) -> str:
    """Return what becomes of an action that was carried so often with nothing changed."""
    past, last = week_after_week(*[action] * (carries + 1), limit=limit)
    if lapse.lapses(past, last, last.actions[0]):
        return "lapses"
    return "lapses next time" if lapse.lapses_next(past, last, last.actions[0]) else "open"


def test_an_item_was_carried_once_less_than_it_stands_there() -> None:
    assert [times(*[ACTION] * weeks) for weeks in (1, 2, 3, 4)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "touched",
    [
        "id: k7q2m4, owner: Mat, task: diagnose it",
        "id: k7q2m4, owner: [Diego, Mat], task: diagnose it",
        "id: k7q2m4, owner: Diego, task: diagnose it soon",
        f"{ACTION}, note: asked them",
        f"{ACTION}, due: 2020-10-01",
        f"{ACTION}, status: open",
    ],
)
def test_an_item_that_somebody_touched_starts_again(touched: str) -> None:
    carried = touched.removesuffix(", status: open")
    assert times(ACTION, ACTION, touched) == 0
    assert times(ACTION, ACTION, touched, carried, carried) == 2


def test_the_date_that_sync_writes_touches_nothing() -> None:
    assert times(ACTION, f"{ACTION}, since: {FIRST}", f"{ACTION}, since: {FIRST}") == 2


def test_an_item_that_was_closed_and_opened_again_starts_again() -> None:
    done = f"{ACTION}, status: done"
    assert times(ACTION, ACTION, done, f"{ACTION}, status: open", ACTION) == 1


def test_a_due_date_ahead_holds_an_item_and_then_it_starts_from_there() -> None:
    due = f"{ACTION}, due: {THIRD}"
    assert [times(*[due] * weeks) for weeks in (2, 3, 4, 5)] == [0, 1, 2, 3]


def test_skipped_meetings_do_not_count() -> None:
    skipped = meeting_with(SECOND, top="status: skipped\nreason: a holiday")
    last = meeting_with(THIRD, ACTION)
    assert (
        lapse.times_untouched(history(meeting_with(FIRST, ACTION), skipped, last), last, last.actions[0]) == 1
    )


def test_an_item_lapses_when_it_is_carried_untouched_for_the_fourth_time_and_is_told_at_the_third() -> None:
    assert [fate(carries) for carries in range(5)] == ["open", "open", "open", "lapses next time", "lapses"]


def test_a_series_may_choose_another_number() -> None:
    assert [fate(carries, limit=2) for carries in range(3)] == ["open", "lapses next time", "lapses"]


def test_with_one_an_item_lapses_when_it_is_carried_untouched_at_all() -> None:
    assert [fate(carries, limit=1) for carries in range(2)] == ["open", "lapses"]


def test_with_zero_nothing_lapses() -> None:
    assert {fate(carries, limit=0) for carries in range(8)} == {"open"}


def test_with_a_due_date_ahead_nothing_lapses() -> None:
    assert {fate(carries, action=f"{ACTION}, due: 2021-01-01") for carries in range(8)} == {"open"}


@pytest.mark.parametrize("state", ["status: done", "status: lapsed"])
def test_a_closed_item_does_not_lapse(state: str) -> None:
    past, last = week_after_week(*[ACTION] * 5, f"{ACTION}, {state}")
    assert not lapse.lapses(past, last, last.actions[0])
    assert not lapse.lapses_next(past, last, last.actions[0])
