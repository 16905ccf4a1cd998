"""How often an action was carried with nothing changed, and when it lapses."""

from dataclasses import replace

import pytest
from support.samples import MEETING_DAYS, history, meeting_with

from minutebook.actions import lapse
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.series import Person

FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH = MEETING_DAYS
ACTION = "id: k7q2m4, owner: Diego, task: diagnose it"


def week_after_week(*actions: str, limit: int = 4) -> tuple[History, Meeting]:
    """Return a history in which an action stands as given, one a week, and its last meeting."""
    meetings = [meeting_with(day, action) for day, action in zip(MEETING_DAYS, actions, strict=False)]
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


@pytest.mark.parametrize("due", ["2021-01-01", "2020-10-01"])
def test_with_a_due_date_ahead_or_past_nothing_lapses(due: str) -> None:
    assert {fate(carries, action=f"{ACTION}, due: {due}") for carries in range(8)} == {"open"}


def test_an_equal_note_is_a_copy_and_a_note_that_is_gone_is_no_touch() -> None:
    noted = f"{ACTION}, note: asked them"
    assert times(ACTION, noted, noted, ACTION) == 2
    assert times(ACTION, noted, f"{ACTION}, note: [asked them, twice]") == 0
    assert times(noted, f"{ACTION}, note: [asked them]", f"{ACTION}, note: asked them ({FIRST})") == 2


@pytest.mark.parametrize("key", ["reason: it is late", "x-cost: 8"])
def test_a_reason_and_a_key_of_ones_own_touch_it(key: str) -> None:
    assert times(ACTION, ACTION, f"{ACTION}, {key}") == 0


def test_an_owner_is_a_person_however_spelt() -> None:
    people = (Person("Diego", aliases=("D. Lopez",)), Person("Mat"))
    first, last = (
        meeting_with(FIRST, "id: k7q2m4, owner: [Diego, Mat], task: x"),
        meeting_with(SECOND, "id: k7q2m4, owner: [Mat, D. Lopez], task: x"),
    )
    series = replace(history().series, roster=people)
    assert not lapse.is_touched(series, last.actions[0], first.actions[0])
    assert lapse.is_touched(history().series, last.actions[0], first.actions[0])


@pytest.mark.parametrize("state", ["status: done", "status: lapsed"])
def test_a_closed_item_does_not_lapse(state: str) -> None:
    past, last = week_after_week(*[ACTION] * 5, f"{ACTION}, {state}")
    assert not lapse.lapses(past, last, last.actions[0])
    assert not lapse.lapses_next(past, last, last.actions[0])
