"""What must become of a meeting's actions: what must go, what lapses, and what no longer does."""

from dataclasses import replace
from datetime import date

import pytest
from support.samples import history, meeting_with

from minutebook.actions.reconciliation import Reconciliation
from minutebook.records.meeting import Meeting

FIRST, SECOND, THIRD = "2020-10-05", "2020-10-12", "2020-10-19"
ACTION = "id: k7q2m4, owner: Diego, task: diagnose it"


def untouched(later: Meeting, earlier: Meeting) -> list[bool]:
    """Return for each open item of a meeting that the one before had closed whether it is untouched, and so goes."""
    reconciliation = Reconciliation(history(earlier, later), later)
    found = [traced.untouched for traced in reconciliation.closed_before]
    assert len(reconciliation.surplus) == sum(found)
    return found


def closed(now: str, before: str) -> list[bool]:
    """Return for each item that the meeting before had closed whether it is untouched."""
    later = meeting_with(SECOND, f"{ACTION}, since: {FIRST}{now}")
    return untouched(later, meeting_with(FIRST, f"{ACTION}, {before}"))


@pytest.mark.parametrize("state", ["status: done", "status: dropped, reason: late", "status: lapsed"])
def test_an_item_that_the_meeting_before_closed_is_open_by_mistake(state: str) -> None:
    assert closed("", state) == [True]


def test_a_note_that_was_written_when_it_was_closed_does_not_make_it_touched() -> None:
    assert closed("", "status: done, note: on Friday") == [True]
    assert closed(", note: asked", "status: done, note: asked") == [True]


def test_an_item_with_a_note_of_its_own_is_touched() -> None:
    assert closed(", note: asked again", "status: done") == [False]


def test_a_due_date_of_its_own_makes_it_touched() -> None:
    assert closed(", due: 2020-12-01", "status: done") == [False]


@pytest.mark.parametrize("now", ["owner: Mat, task: diagnose it", "owner: Diego, task: diagnose and mend it"])
def test_another_owner_or_task_makes_it_touched(now: str) -> None:
    later = meeting_with(SECOND, f"id: k7q2m4, {now}")
    assert untouched(later, meeting_with(FIRST, f"{ACTION}, status: done")) == [False]


def test_an_item_that_says_it_is_open_was_opened_again() -> None:
    assert closed(", status: open", "status: done") == []


def test_an_item_that_is_closed_in_both_meetings_is_no_mistake() -> None:
    assert closed(", status: done", "status: done") == []


def test_an_item_that_skipped_a_meeting_was_closed_by_the_last_one_that_has_it() -> None:
    first, second = meeting_with(FIRST, f"{ACTION}, status: done"), meeting_with(SECOND)
    later = meeting_with(THIRD, ACTION)
    (traced,) = Reconciliation(history(first, second, later), later).closed_long_ago
    assert (traced.day, traced.earlier.status, traced.untouched) == (date(2020, 10, 5), "done", False)


# Lapses that no longer follow


def lapse_in(last: Meeting, *earlier: Meeting, limit: int = 1, strict: date | None = None) -> str:
    """Return what becomes of the item that has lapsed in a meeting."""
    reconciled = Reconciliation(history(*earlier, last, lapse=limit, strict=strict), last)
    return "goes" if reconciled.surplus else "open" if reconciled.revived else "lapsed"


LAPSED = f"{ACTION}, since: {FIRST}, status: lapsed"


def test_an_item_stays_lapsed_while_nobody_touched_it_before() -> None:
    assert lapse_in(meeting_with(SECOND, LAPSED), meeting_with(FIRST, ACTION)) == "lapsed"


def test_an_item_that_was_touched_in_time_is_open_again() -> None:
    noted = meeting_with(SECOND, f"{ACTION}, note: asked them")
    assert lapse_in(meeting_with(THIRD, LAPSED), meeting_with(FIRST, ACTION), noted, limit=2) == "open"


def test_an_item_that_was_closed_in_the_meeting_before_goes() -> None:
    assert lapse_in(meeting_with(SECOND, LAPSED), meeting_with(FIRST, f"{ACTION}, status: done")) == "goes"


def test_an_item_with_a_due_date_has_not_lapsed() -> None:
    due = f", due: {FIRST}"
    assert lapse_in(meeting_with(SECOND, LAPSED + due), meeting_with(FIRST, ACTION + due)) == "open"


def test_an_item_that_was_touched_where_it_lapsed_stays() -> None:
    noted = meeting_with(SECOND, f"{ACTION}, note: asked them")
    last = meeting_with(THIRD, f"{LAPSED}, note: they will not")
    assert lapse_in(last, meeting_with(FIRST, ACTION), noted, limit=2) == "lapsed"


def test_an_item_that_lapsed_where_it_began_stays() -> None:
    assert lapse_in(meeting_with(SECOND, LAPSED), meeting_with(FIRST)) == "lapsed"


def test_a_lapse_that_somebody_says_is_right_stays() -> None:
    last = meeting_with(SECOND, f"{LAPSED}, ok: [action-lapsed]")
    assert lapse_in(last, meeting_with(FIRST, ACTION), limit=3) == "lapsed"


def test_what_was_imported_stays_lapsed() -> None:
    noted, strict = meeting_with(FIRST, f"{ACTION}, note: asked them"), date(2020, 10, 13)
    assert lapse_in(meeting_with(SECOND, LAPSED), noted, limit=3) == "open"
    assert lapse_in(meeting_with(SECOND, LAPSED), noted, limit=3, strict=strict) == "lapsed"


def test_what_others_have_just_so_is_history_if_it_went_untouched() -> None:
    def is_revived(*shared: Meeting) -> bool:
        by_day = {other.date: (other,) for other in shared}
        past = replace(history(first, second, last, lapse=3), shared=lambda day: by_day.get(day, ()))
        return bool(Reconciliation(past, last).revived)

    first, second, last = (
        meeting_with(FIRST, ACTION),
        meeting_with(SECOND, ACTION),
        meeting_with(THIRD, LAPSED),
    )
    assert not is_revived(first, second, last)
    assert is_revived(meeting_with(FIRST, f"{ACTION}, note: asked"), second, last)
    assert is_revived(first, second, meeting_with(THIRD, ACTION))
    assert is_revived(second, last)
    second = meeting_with(SECOND, f"{ACTION}, note: asked")
    assert is_revived(first, second, last)


def test_what_lapsed_before_the_newest_two_meetings_is_history() -> None:
    first, last = meeting_with(FIRST, ACTION), meeting_with(SECOND, LAPSED)
    after = [meeting_with(day) for day in (THIRD, "2020-10-26")]
    assert Reconciliation(history(first, last, after[0], lapse=3), last).revived
    assert not Reconciliation(history(first, last, *after, lapse=3), last).revived


# Whether anything is left for sync to do


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ([], []),
        ([ACTION], [ACTION]),
        ([f"{ACTION}, status: done"], []),
        ([f"{ACTION}, status: done"], [f"{ACTION}, note: asked again"]),
    ],
)
def test_a_meeting_that_has_all_it_must_have_is_current(earlier: list[str], later: list[str]) -> None:
    last = meeting_with(SECOND, *later)
    assert Reconciliation(history(meeting_with(FIRST, *earlier), last), last).is_current


@pytest.mark.parametrize(
    ("earlier", "later", "limit"),
    [
        ([], ["Diego: diagnose it"], 4),
        ([ACTION], [], 4),
        ([f"{ACTION}, status: done"], [ACTION], 4),
        ([ACTION], [ACTION], 1),
    ],
)
def test_a_meeting_that_sync_would_change_is_not_current(
    earlier: list[str], later: list[str], limit: int
) -> None:
    last = meeting_with(SECOND, *later)
    assert not Reconciliation(history(meeting_with(FIRST, *earlier), last, lapse=limit), last).is_current


def test_the_first_meeting_of_a_series_has_nothing_to_carry() -> None:
    first = meeting_with(FIRST, ACTION)
    assert Reconciliation(history(first), first).is_current


def test_who_wrote_by_hand_edited_nothing_late() -> None:
    meetings = [
        meeting_with(FIRST, ACTION),
        meeting_with(SECOND, f"{ACTION} now"),
        meeting_with(THIRD, ACTION),
    ]
    edits = [
        Reconciliation(history(*meetings, strict=strict), meetings[-1]).late_edits
        for strict in (None, date(2020, 11, 1))
    ]
    assert [len(late) for late in edits] == [1, 0]
