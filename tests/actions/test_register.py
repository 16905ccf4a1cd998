"""The register: each action item as it stood last, with its ages counted in meetings and in days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from support import samples

from minutebook.actions.register import Entry, by_owner, register

if TYPE_CHECKING:
    from minutebook.records.meeting import Meeting

FIRST, SECOND, THIRD, FOURTH = "2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26"
ITEM = "id: k7q2m4, owner: Diego, task: diagnose it"


def met(day: str, *items: str, top: str = "") -> Meeting:
    """Return a meeting with some items, each the inside of a flow mapping."""
    listed = "".join(f"  - {{{item}}}\n" for item in items)
    return samples.meeting(f"date: {day}\n{top}\n{'actions:' if items else ''}\n{listed}")


def entries(*meetings: Meeting, lapse: int = 4, until: str | None = None) -> tuple[Entry, ...]:
    """Return the register of a series with these meetings."""
    past = samples.history(*meetings)
    past = replace(past, series=replace(past.series, lapse=lapse))
    return register("meetings/technology", past, date.fromisoformat(until) if until else None)


def entry(*meetings: Meeting, lapse: int = 4, until: str | None = None) -> Entry:
    """Return the only item of a series."""
    (found,) = entries(*meetings, lapse=lapse, until=until)
    return found


def test_a_series_without_meetings_has_no_items() -> None:
    assert entries() == ()


def test_an_item_is_told_once_as_the_last_meeting_has_it() -> None:
    found = entry(met(FIRST, ITEM), met(SECOND, ITEM.replace("Diego", "Mat") + ", note: asked"))
    assert (found.action.owners, found.action.note, found.day) == (("Mat",), "asked", date(2020, 10, 12))


def test_an_item_that_has_no_id_yet_is_not_told() -> None:
    assert entries(met(FIRST, "Diego: diagnose it")) == ()


def test_an_item_began_where_it_says_else_where_it_stood_first() -> None:
    assert entry(met(SECOND, ITEM), met(THIRD, ITEM)).since == date(2020, 10, 12)
    assert entry(met(SECOND, f"{ITEM}, since: {FIRST}")).since == date(2020, 10, 5)


def test_the_age_counts_the_meeting_where_it_began_and_the_newest() -> None:
    found = entry(met(FIRST, ITEM), met(SECOND, ITEM), met(THIRD, ITEM))
    assert (found.meetings, found.days) == (3, 14)


def test_skipped_meetings_do_not_count_in_the_age_but_their_days_do() -> None:
    skipped = met(SECOND, top="status: skipped\nreason: a holiday")
    found = entry(met(FIRST, ITEM), skipped, met(THIRD, ITEM))
    assert (found.meetings, found.days) == (2, 14)


def test_the_age_of_a_closed_item_ends_where_it_was_closed() -> None:
    found = entry(met(FIRST, ITEM), met(SECOND, f"{ITEM}, status: done"), met(THIRD), met(FOURTH))
    assert (found.meetings, found.days, found.closed) == (2, 7, date(2020, 10, 12))


def test_an_open_item_is_not_closed_anywhere() -> None:
    assert entry(met(FIRST, ITEM)).closed is None


def test_an_item_that_lapsed_is_closed() -> None:
    assert entry(met(FIRST, ITEM), met(SECOND, f"{ITEM}, status: lapsed")).closed == date(2020, 10, 12)


def test_an_item_that_was_opened_again_is_open() -> None:
    done = met(SECOND, f"{ITEM}, status: done")
    assert entry(met(FIRST, ITEM), done, met(THIRD, f"{ITEM}, status: open")).closed is None


def test_an_open_item_is_overdue_when_a_meeting_was_held_after_its_due_date() -> None:
    due = f"{ITEM}, due: {SECOND}"
    assert not entry(met(SECOND, due)).overdue
    assert entry(met(SECOND, due), met(THIRD, due)).overdue


def test_a_meeting_that_was_skipped_makes_nothing_overdue() -> None:
    skipped = met(THIRD, top="status: skipped\nreason: a holiday")
    assert not entry(met(SECOND, f"{ITEM}, due: {SECOND}"), skipped).overdue


def test_a_closed_item_is_not_overdue() -> None:
    done = met(SECOND, f"{ITEM}, due: {FIRST}, status: done")
    assert not entry(met(FIRST, f"{ITEM}, due: {FIRST}"), done, met(THIRD)).overdue


def test_an_item_is_stale_when_it_lapses_next_time() -> None:
    weeks = [met(day, ITEM) for day in (FIRST, SECOND, THIRD, FOURTH)]
    assert [entry(*weeks[:number]).stale for number in (1, 2, 3, 4)] == [False, False, False, True]


def test_nothing_is_stale_where_nothing_lapses() -> None:
    assert not entry(*(met(day, ITEM) for day in (FIRST, SECOND, THIRD, FOURTH)), lapse=0).stale


def test_the_register_can_be_asked_as_of_a_day() -> None:
    meetings = met(FIRST, ITEM), met(SECOND, f"{ITEM}, status: done"), met(THIRD)
    assert entry(*meetings, until=FIRST).action.status == "open"
    assert entry(*meetings, until="2020-10-11").meetings == 1
    assert entry(*meetings, until=SECOND).action.status == "done"
    assert entries(*meetings, until="2020-10-04") == ()


def test_as_of_a_day_later_meetings_make_nothing_older_or_overdue() -> None:
    due = f"{ITEM}, due: {FIRST}"
    found = entry(met(FIRST, due), met(SECOND, due), until=FIRST)
    assert (found.meetings, found.days, found.overdue) == (1, 0, False)


def test_an_item_is_told_with_the_titles_and_the_topic_above_it() -> None:
    found = entry(
        samples.meeting(f"""\
            date: {FIRST}
            sections:
              - title: Software
                sections:
                  - title: Discussion
                    actions:
                      - topic: OSG 3.5
                        actions:
                          - {{{ITEM}}}
            """)
    )
    assert (found.titles, found.section, found.topic) == (
        ("Software", "Discussion"),
        "Software / Discussion",
        "OSG 3.5",
    )


def test_open_items_come_first_and_of_those_the_oldest() -> None:
    found = entries(
        met(FIRST, "id: a1bcde, owner: Mat, task: one", "id: b1bcde, owner: Mat, task: two"),
        met(SECOND, "id: a1bcde, owner: Mat, task: one, status: done", "id: b1bcde, owner: Mat, task: two"),
        met(THIRD, "id: b1bcde, owner: Mat, task: two", "id: c1bcde, owner: Mat, task: three"),
    )
    assert [one.action.id for one in found] == ["b1bcde", "c1bcde", "a1bcde"]


def test_an_item_of_several_owners_is_listed_with_each_of_them_by_name() -> None:
    found = entries(
        met(FIRST, "id: a1bcde, owner: [mat, Diego], task: one", "id: b1bcde, owner: Bea, task: two")
    )
    groups = {owner: [one.action.id for one in items] for owner, items in by_owner(found).items()}
    assert groups == {"Bea": ["b1bcde"], "Diego": ["a1bcde"], "mat": ["a1bcde"]}
    assert list(groups) == ["Bea", "Diego", "mat"]
