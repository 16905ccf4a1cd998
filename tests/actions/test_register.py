"""The register: each action item as it stood last, with its ages counted in meetings and in days."""

from datetime import date

from support.samples import history, meeting, meeting_with

from minutebook.actions.register import RegisteredAction, register
from minutebook.records.meeting import Meeting

FIRST, SECOND, THIRD, FOURTH = "2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26"
ACTION = "id: k7q2m4, owner: Diego, task: diagnose it"


def registered(*meetings: Meeting, lapse: int = 4, until: str | None = None) -> tuple[RegisteredAction, ...]:
    """Return the register of a series with these meetings."""
    past = history(*meetings, lapse=lapse)
    return register("meetings/technology", past, date.fromisoformat(until) if until else None)


def only(*meetings: Meeting, lapse: int = 4, until: str | None = None) -> RegisteredAction:
    """Return the only item of a series."""
    (found,) = registered(*meetings, lapse=lapse, until=until)
    return found


def test_a_series_without_meetings_has_no_items() -> None:
    assert registered() == ()


def test_an_item_is_told_once_as_the_last_meeting_has_it() -> None:
    found = only(
        meeting_with(FIRST, ACTION), meeting_with(SECOND, ACTION.replace("Diego", "Mat") + ", note: asked")
    )
    assert (found.action.owners, found.action.notes, found.day) == (("Mat",), ("asked",), date(2020, 10, 12))


def test_an_item_that_has_no_id_yet_is_not_told() -> None:
    assert registered(meeting_with(FIRST, "Diego: diagnose it")) == ()


def test_an_item_began_where_it_says_else_where_it_stood_first() -> None:
    assert only(meeting_with(SECOND, ACTION), meeting_with(THIRD, ACTION)).since == date(2020, 10, 12)
    assert only(meeting_with(SECOND, f"{ACTION}, since: {FIRST}")).since == date(2020, 10, 5)


def test_the_age_counts_the_meeting_where_it_began_and_the_newest() -> None:
    found = only(meeting_with(FIRST, ACTION), meeting_with(SECOND, ACTION), meeting_with(THIRD, ACTION))
    assert (found.meetings, found.days) == (3, 14)


def test_skipped_meetings_do_not_count_in_the_age_but_their_days_do() -> None:
    skipped = meeting_with(SECOND, top="status: skipped\nreason: a holiday")
    found = only(meeting_with(FIRST, ACTION), skipped, meeting_with(THIRD, ACTION))
    assert (found.meetings, found.days) == (2, 14)


def test_the_age_of_a_closed_item_ends_where_it_was_closed() -> None:
    found = only(
        meeting_with(FIRST, ACTION),
        meeting_with(SECOND, f"{ACTION}, status: done"),
        meeting_with(THIRD),
        meeting_with(FOURTH),
    )
    assert (found.meetings, found.days, found.closed) == (2, 7, date(2020, 10, 12))


def test_an_open_item_is_not_closed_anywhere() -> None:
    assert only(meeting_with(FIRST, ACTION)).closed is None


def test_an_item_that_lapsed_is_closed() -> None:
    assert only(
        meeting_with(FIRST, ACTION), meeting_with(SECOND, f"{ACTION}, status: lapsed")
    ).closed == date(2020, 10, 12)


def test_an_item_that_was_opened_again_is_open() -> None:
    done = meeting_with(SECOND, f"{ACTION}, status: done")
    assert (
        only(meeting_with(FIRST, ACTION), done, meeting_with(THIRD, f"{ACTION}, status: open")).closed is None
    )


def test_an_open_item_is_overdue_when_a_meeting_was_held_after_its_due_date() -> None:
    due = f"{ACTION}, due: {SECOND}"
    assert not only(meeting_with(SECOND, due)).overdue
    assert only(meeting_with(SECOND, due), meeting_with(THIRD, due)).overdue


def test_as_of_a_day_an_item_is_overdue_and_as_old_as_on_that_day() -> None:
    due = f"{ACTION}, due: 2020-10-07"
    assert [only(meeting_with(FIRST, due), until=day).overdue for day in ("2020-10-07", "2020-10-08")] == [
        False,
        True,
    ]
    seen = only(meeting_with(FIRST, due), meeting_with(SECOND, due), until="2020-10-14")
    assert (seen.meetings, seen.days, seen.meetings_overdue) == (2, 9, 1)
    assert only(meeting_with(FIRST, f"{due}, status: done"), until="2020-10-14").days == 0


def test_a_meeting_that_was_skipped_makes_nothing_overdue() -> None:
    skipped = meeting_with(THIRD, top="status: skipped\nreason: a holiday")
    assert not only(meeting_with(SECOND, f"{ACTION}, due: {SECOND}"), skipped).overdue


def test_a_closed_item_is_not_overdue() -> None:
    done = meeting_with(SECOND, f"{ACTION}, due: {FIRST}, status: done")
    assert not only(meeting_with(FIRST, f"{ACTION}, due: {FIRST}"), done, meeting_with(THIRD)).overdue


def test_an_item_is_stale_when_it_lapses_next_time() -> None:
    weeks = [meeting_with(day, ACTION) for day in (FIRST, SECOND, THIRD, FOURTH)]
    assert [only(*weeks[:number]).stale for number in (1, 2, 3, 4)] == [False, False, False, True]


def test_nothing_is_stale_where_nothing_lapses() -> None:
    assert not only(*(meeting_with(day, ACTION) for day in (FIRST, SECOND, THIRD, FOURTH)), lapse=0).stale


def test_the_register_can_be_asked_as_of_a_day() -> None:
    meetings = (
        meeting_with(FIRST, ACTION),
        meeting_with(SECOND, f"{ACTION}, status: done"),
        meeting_with(THIRD),
    )
    assert only(*meetings, until=FIRST).action.status == "open"
    assert only(*meetings, until="2020-10-11").meetings == 1
    assert only(*meetings, until=SECOND).action.status == "done"
    assert registered(*meetings, until="2020-10-04") == ()


def test_as_of_a_day_later_meetings_make_nothing_older_or_overdue() -> None:
    due = f"{ACTION}, due: {FIRST}"
    found = only(meeting_with(FIRST, due), meeting_with(SECOND, due), until=FIRST)
    assert (found.meetings, found.days, found.overdue) == (1, 0, False)


def test_an_item_is_told_with_the_titles_and_the_topic_above_it() -> None:
    found = only(
        meeting(f"""\
            date: {FIRST}
            sections:
              - title: Software
                sections:
                  - title: Discussion
                    actions:
                      - topic: OSG 3.5
                        actions:
                          - {{{ACTION}}}
            """)
    )
    assert (found.titles, found.section, found.topic) == (
        ("Software", "Discussion"),
        "Software / Discussion",
        "OSG 3.5",
    )


def test_an_item_of_several_years_is_told_once_from_where_it_stood_first() -> None:
    closed = only(meeting_with(SECOND, ACTION), meeting_with("2021-01-04", f"{ACTION}, status: done"))
    assert (closed.since, closed.closed) == (date(2020, 10, 12), date(2021, 1, 4))


def test_open_items_come_first_and_of_those_the_oldest() -> None:
    found = registered(
        meeting_with(FIRST, "id: a1bcde, owner: Mat, task: one", "id: b1bcde, owner: Mat, task: two"),
        meeting_with(
            SECOND, "id: a1bcde, owner: Mat, task: one, status: done", "id: b1bcde, owner: Mat, task: two"
        ),
        meeting_with(THIRD, "id: b1bcde, owner: Mat, task: two", "id: c1bcde, owner: Mat, task: three"),
    )
    assert [one.action.id for one in found] == ["b1bcde", "c1bcde", "a1bcde"]
