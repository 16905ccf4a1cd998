"""What is carried from a meeting to the next, what rests, and what lapses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from support import samples

from minutebook.actions import carry

if TYPE_CHECKING:
    from support.notes import Notes

    from minutebook.records.history import History
    from minutebook.records.meeting import Meeting

MONDAYS = [str(date(2020, 10, 5) + timedelta(weeks=week)) for week in range(8)]
FIRST, SECOND, THIRD, FOURTH, FIFTH = MONDAYS[:5]
ITEM = "id: k7q2m4, owner: Diego, task: diagnose it"


def met(day: str, *items: str, top: str = "") -> Meeting:
    """Return a meeting with some items, each the inside of a flow mapping."""
    listed = "".join(f"  - {{{item}}}\n" for item in items)
    return samples.meeting(f"date: {day}\n{top}\n{'actions:' if items else ''}\n{listed}")


def history(*meetings: Meeting, lapse: int = 4) -> History:
    """Return the history of a series with these meetings."""
    past = samples.history(*meetings)
    return replace(past, series=replace(past.series, lapse=lapse))


def ids(found: tuple[carry.Placed, ...]) -> list[str | None]:
    return [one.action.id for one in found]


def week_after_week(*items: str, lapse: int = 4) -> tuple[History, Meeting]:
    """Return a history in which an item stands as given, one a week, and its last meeting."""
    meetings = [met(day, item) for day, item in zip(MONDAYS, items, strict=False)]
    return history(*meetings, lapse=lapse), meetings[-1]


def times(*items: str) -> int:
    """Return how often an item was carried untouched into the last of some weeks."""
    past, last = week_after_week(*items)
    return carry.untouched(past, last, last.actions[0])


def fate(carries: int, lapse: int = 4, item: str = ITEM) -> str:
    """Return what becomes of an item that was carried so often with nothing changed."""
    past, last = week_after_week(*[item] * (carries + 1), lapse=lapse)
    if carry.lapses(past, last, last.actions[0]):
        return "lapses"
    return "lapses next time" if carry.lapses_next(past, last, last.actions[0]) else "open"


# Who is missing.


def test_an_open_item_that_does_not_stand_in_the_next_meeting_is_missing() -> None:
    assert ids(carry.missing(met(SECOND), met(FIRST, ITEM))) == ["k7q2m4"]


@pytest.mark.parametrize(
    "state", ["", ", status: done", ", status: dropped, reason: late", ", status: lapsed"]
)
def test_an_item_that_stands_there_in_whatever_state_is_not_missing(state: str) -> None:
    assert carry.missing(met(SECOND, ITEM + state), met(FIRST, ITEM)) == ()


@pytest.mark.parametrize("state", ["status: done", "status: dropped, reason: late", "status: lapsed"])
def test_a_closed_item_rests(state: str) -> None:
    assert carry.missing(met(SECOND), met(FIRST, f"{ITEM}, {state}")) == ()


def test_an_item_is_followed_by_its_id_and_not_by_its_words() -> None:
    reworded = met(SECOND, "id: k7q2m4, owner: Mat, task: something else")
    same_words = met(SECOND, "id: m3x8d0, owner: Diego, task: diagnose it")
    assert carry.missing(reworded, met(FIRST, ITEM)) == ()
    assert ids(carry.missing(same_words, met(FIRST, ITEM))) == ["k7q2m4"]


def test_an_item_without_an_id_waits_for_one_before_it_is_carried() -> None:
    assert carry.missing(met(SECOND), met(FIRST, "Diego: diagnose it")) == ()


def test_an_item_may_stand_anywhere_in_the_next_meeting() -> None:
    later = samples.meeting(f"""\
        date: {SECOND}
        sections:
          - title: Discussion
            actions:
              - topic: Servers
                actions:
                  - {{{ITEM}}}
        """)
    assert carry.missing(later, met(FIRST, ITEM)) == ()


def test_items_are_missing_in_the_order_of_their_file_with_the_titles_and_topic_above_them() -> None:
    before = samples.meeting(f"""\
        date: {FIRST}
        actions:
          - {{{ITEM}}}
        sections:
          - notes: Below no title of its own.
            actions:
              - {{id: b2root, owner: Mat, task: one}}
          - title: Software
            sections:
              - title: Discussion
                actions:
                  - {{id: c3plain, owner: Mat, task: two}}
                  - topic: OSG 3.5
                    actions:
                      - {{id: d4topic, owner: Mat, task: three}}
        """)
    assert [(one.action.id, one.titles, one.topic) for one in carry.missing(met(SECOND), before)] == [
        ("k7q2m4", (), None),
        ("b2root", (), None),
        ("c3plain", ("Software", "Discussion"), None),
        ("d4topic", ("Software", "Discussion"), "OSG 3.5"),
    ]


# Which meeting is carried from.


def test_items_are_carried_from_the_last_meeting_that_was_held() -> None:
    skipped, later = met(SECOND, top="status: skipped\nreason: a holiday"), met(THIRD)
    before = history(met(FIRST, ITEM), skipped, later).previous_held(later.date)
    assert before
    assert str(before.date) == FIRST


def test_items_are_carried_from_a_draft() -> None:
    later = met(SECOND)
    before = history(met(FIRST, ITEM, top="status: draft"), later).previous_held(later.date)
    assert before
    assert ids(carry.missing(later, before)) == ["k7q2m4"]


def test_the_first_meeting_has_none_to_carry_from() -> None:
    first = met(FIRST)
    assert history(first, met(SECOND)).previous_held(first.date) is None


# What was closed after it had been carried.


def closed(now: str, before: str) -> list[bool]:
    """Return for each item that the meeting before had closed whether it is untouched."""
    found = carry.closed_earlier(met(SECOND, f"{ITEM}, since: {FIRST}{now}"), met(FIRST, f"{ITEM}, {before}"))
    return [untouched for _action, _old, untouched in found]


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
    (found,) = carry.closed_earlier(met(SECOND, f"id: k7q2m4, {now}"), met(FIRST, f"{ITEM}, status: done"))
    assert found[2] is False


def test_an_item_that_says_it_is_open_was_opened_again() -> None:
    assert closed(", status: open", "status: done") == []


def test_an_item_that_is_closed_in_both_meetings_is_no_mistake() -> None:
    assert closed(", status: done", "status: done") == []


# How often an item was carried untouched.


def test_an_item_was_carried_once_less_than_it_stands_there() -> None:
    assert [times(*[ITEM] * weeks) for weeks in (1, 2, 3, 4)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "touched",
    [
        "id: k7q2m4, owner: Mat, task: diagnose it",
        "id: k7q2m4, owner: [Diego, Mat], task: diagnose it",
        "id: k7q2m4, owner: Diego, task: diagnose it soon",
        f"{ITEM}, note: asked them",
        f"{ITEM}, due: 2020-10-01",
        f"{ITEM}, status: open",
    ],
)
def test_an_item_that_somebody_touched_starts_again(touched: str) -> None:
    carried = touched.removesuffix(", status: open")
    assert times(ITEM, ITEM, touched) == 0
    assert times(ITEM, ITEM, touched, carried, carried) == 2


def test_the_date_that_sync_writes_touches_nothing() -> None:
    assert times(ITEM, f"{ITEM}, since: {FIRST}", f"{ITEM}, since: {FIRST}") == 2


def test_an_item_that_was_closed_and_opened_again_starts_again() -> None:
    done = f"{ITEM}, status: done"
    assert times(ITEM, ITEM, done, f"{ITEM}, status: open", ITEM) == 1


def test_a_due_date_ahead_holds_an_item_and_then_it_starts_from_there() -> None:
    due = f"{ITEM}, due: {THIRD}"
    assert [times(*[due] * weeks) for weeks in (2, 3, 4, 5)] == [0, 1, 2, 3]


def test_skipped_meetings_do_not_count() -> None:
    skipped = met(SECOND, top="status: skipped\nreason: a holiday")
    last = met(THIRD, ITEM)
    assert carry.untouched(history(met(FIRST, ITEM), skipped, last), last, last.actions[0]) == 1


# Lapse.


def test_an_item_lapses_when_it_is_carried_untouched_for_the_fourth_time_and_is_told_at_the_third() -> None:
    assert [fate(carries) for carries in range(5)] == ["open", "open", "open", "lapses next time", "lapses"]


def test_a_series_may_choose_another_number() -> None:
    assert [fate(carries, lapse=2) for carries in range(3)] == ["open", "lapses next time", "lapses"]


def test_with_one_an_item_lapses_when_it_is_carried_untouched_at_all() -> None:
    assert [fate(carries, lapse=1) for carries in range(2)] == ["open", "lapses"]


def test_with_zero_nothing_lapses() -> None:
    assert {fate(carries, lapse=0) for carries in range(8)} == {"open"}


def test_with_a_due_date_ahead_nothing_lapses() -> None:
    assert {fate(carries, item=f"{ITEM}, due: 2021-01-01") for carries in range(8)} == {"open"}


@pytest.mark.parametrize("state", ["status: done", "status: lapsed"])
def test_a_closed_item_does_not_lapse(state: str) -> None:
    past, last = week_after_week(*[ITEM] * 5, f"{ITEM}, {state}")
    assert not carry.lapses(past, last, last.actions[0])
    assert not carry.lapses_next(past, last, last.actions[0])


# Where an item began.


def test_an_item_began_where_it_stood_first_even_if_it_was_copied_by_hand() -> None:
    past, last = week_after_week(ITEM, ITEM, ITEM)
    assert str(carry.began(past, last, last.actions[0]).date) == FIRST


def test_an_item_began_behind_the_last_meeting_without_it() -> None:
    skipped = met(FOURTH, top="status: skipped\nreason: a holiday")
    last = met(FIFTH, ITEM)
    past = history(met(FIRST, ITEM), met(SECOND), met(THIRD, ITEM), skipped, last)
    assert str(carry.began(past, last, last.actions[0]).date) == THIRD


# What sync makes of it.

BLOCK = """\
date: {day}
sections:
  - title: Software
    sections:
      - title: Discussion
        actions:
          # asked by phone
          - id: k7q2m4
            owner: Diego   # and his team
            task: diagnose it
"""
NONE = "date: {day}\nsections:\n  - title: Software\n    sections:\n      - title: Discussion\n"


def write(notes: Notes, day: str, text: str = NONE) -> str:
    return notes.write(f"{notes.series}/{day}.yaml", text.format(day=day))


def synced(notes: Notes, day: str, *options: str, code: int = 0) -> str:
    """Run sync, and return what a day's file says."""
    assert notes.run("sync", *options).returncode == code
    return notes.read(f"{notes.series}/{day}.yaml")


def test_sync_carries_an_item_with_its_comments_and_the_date_where_it_began(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, SECOND)
    assert synced(notes, SECOND) == BLOCK.format(day=SECOND) + f"            since: {FIRST}\n"


def test_the_meeting_where_an_item_began_is_not_told_when_it_began(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, SECOND)
    assert synced(notes, FIRST) == BLOCK.format(day=FIRST)


def test_an_item_keeps_the_date_where_it_began(notes: Notes) -> None:
    write(notes, SECOND, BLOCK + f"            since: {FIRST}\n")
    write(notes, THIRD)
    assert synced(notes, THIRD) == BLOCK.format(day=THIRD) + f"            since: {FIRST}\n"


def test_what_says_that_it_is_open_is_carried_without_saying_so(notes: Notes) -> None:
    write(notes, FIRST, BLOCK + "            status: open\n")
    write(notes, SECOND)
    assert synced(notes, SECOND) == BLOCK.format(day=SECOND) + f"            since: {FIRST}\n"


def test_sync_passes_over_a_skipped_meeting(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    skipped = "date: {day}\nstatus: skipped\nreason: a holiday\n"
    write(notes, SECOND, skipped)
    write(notes, THIRD)
    assert "k7q2m4" in synced(notes, THIRD)
    assert notes.read(f"{notes.series}/{SECOND}.yaml") == skipped.format(day=SECOND)


def test_sync_puts_back_what_was_deleted(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, SECOND)
    carried = synced(notes, SECOND)
    write(notes, SECOND)
    assert synced(notes, SECOND) == carried


def test_an_item_that_is_added_late_to_the_meeting_before_is_carried_like_any_other(notes: Notes) -> None:
    write(notes, FIRST)
    write(notes, SECOND)
    assert synced(notes, SECOND) == NONE.format(day=SECOND)
    write(notes, FIRST, BLOCK)
    assert "k7q2m4" in synced(notes, SECOND)


def test_a_meeting_that_comes_between_two_is_carried_through(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, THIRD)
    carried = synced(notes, THIRD)
    write(notes, SECOND)
    assert synced(notes, SECOND) == carried.replace(THIRD, SECOND)
    assert notes.read(f"{notes.series}/{THIRD}.yaml") == carried


def test_sync_changes_no_item_that_stands_in_the_next_meeting(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    changed = BLOCK.replace("diagnose it", "diagnose and mend it").replace("Diego ", "[Mat, Diego] ")
    write(notes, SECOND, changed)
    assert synced(notes, SECOND) == changed.format(day=SECOND)


def test_an_untouched_item_that_was_closed_after_it_had_been_carried_is_removed(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, SECOND)
    assert "k7q2m4" in synced(notes, SECOND)
    write(notes, FIRST, BLOCK + "            status: done\n")
    assert synced(notes, SECOND) == NONE.format(day=SECOND)


def test_a_touched_one_stays_and_is_reported(notes: Notes) -> None:
    write(notes, FIRST, BLOCK + "            status: done\n")
    touched = BLOCK + "            note: asked again\n"
    write(notes, SECOND, touched)
    assert synced(notes, SECOND, code=1) == touched.format(day=SECOND)
    assert [found["rule"] for found in notes.problems()] == ["action-closed-earlier"]


def test_one_that_says_it_is_open_again_stays_and_is_not_reported(notes: Notes) -> None:
    write(notes, FIRST, BLOCK + "            status: done\n")
    reopened = BLOCK + "            status: open\n"
    write(notes, SECOND, reopened)
    assert synced(notes, SECOND) == reopened.format(day=SECOND)
    assert notes.problems() == []


def test_only_sync_all_changes_what_is_history(notes: Notes) -> None:
    for day, text in ((FIRST, BLOCK), (SECOND, NONE), (THIRD, NONE), (FOURTH, NONE)):
        write(notes, day, text)
    assert synced(notes, SECOND, code=1) == NONE.format(day=SECOND)
    assert {(found["rule"], found["path"][-15:-5]) for found in notes.problems()} == {("action-lost", SECOND)}
    assert "k7q2m4" in synced(notes, SECOND, "--all")
    assert all("k7q2m4" in notes.read(f"{notes.series}/{day}.yaml") for day in (THIRD, FOURTH))
    assert {found["severity"] for found in notes.problems()} <= {"warning"}


def test_an_item_is_carried_three_times_then_lapses_and_then_rests(notes: Notes) -> None:
    states = []
    write(notes, FIRST, BLOCK)
    for day in MONDAYS[1:6]:
        write(notes, day)
        text = synced(notes, day)
        warned = [found["rule"] for found in notes.problems()]
        states.append(
            "status: lapsed" if "status: lapsed" in text else "open" if "k7q2m4" in text else "rests"
        )
        assert warned == (["action-lapses-next"] if day == FOURTH else [])
    assert states == ["open", "open", "open", "status: lapsed", "rests"]


def test_the_third_time_the_minutes_and_the_index_say_that_it_lapses_next(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    for day in (SECOND, THIRD, FOURTH):
        write(notes, day)
        synced(notes, day)
    assert "lapses next time" not in notes.read(notes.minutes(THIRD))
    assert "lapses next time" in notes.read(notes.minutes(FOURTH))
    assert "lapses next time" in notes.read(f"{notes.series}/README.md")


def test_what_lapsed_is_shown_once_more_and_then_listed_in_the_index(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    for day in MONDAYS[1:6]:
        write(notes, day)
        synced(notes, day)
    assert "diagnose it" in notes.read(notes.minutes(FIFTH))
    assert "diagnose it" not in notes.read(notes.minutes(MONDAYS[5]))
    lapsed = notes.read(f"{notes.series}/README.md").partition("## Lapsed action items")[2]
    assert f"Diego: diagnose it (since {FIRST}; [2 November 2020](2020-11-02.md))" in lapsed
