"""What tells that an action was edited in the meeting before after it had been carried, and what doesn't."""

from dataclasses import replace

from support.samples import history, meeting_with

from minutebook.actions.ids import make_id
from minutebook.actions.reconciliation import Reconciliation
from minutebook.records.meeting import Meeting

FIRST, SECOND, THIRD = "2020-10-05", "2020-10-12", "2020-10-19"
MATS, ADAS, BENS = (f"id: k7q2m4, owner: {owner}, task: order parts" for owner in ("Mat", "Ada", "Ben"))


def edited(*meetings: Meeting, shared: Meeting | None = None) -> list[str]:
    """Return the keys that were edited late in the last but one of some meetings, which others have otherwise."""
    past = replace(history(*meetings), shared=lambda day: (shared,) if shared and day == shared.date else ())
    return [edit.key for edit in Reconciliation(past, meetings[-1]).late_edits]


def test_it_has_the_words_of_the_meeting_before_the_last() -> None:
    first, last = meeting_with(FIRST, MATS), meeting_with(THIRD, MATS)
    assert edited(first, meeting_with(SECOND, ADAS), last) == ["owner"]
    assert edited(first, meeting_with(SECOND, f"{ADAS} now, due: 2020-11-01"), last) == [
        "owner",
        "task",
        "due",
    ]


def test_words_of_its_own_are_no_late_edit() -> None:
    first, second = meeting_with(FIRST, MATS), meeting_with(SECOND, MATS)
    assert edited(first, second, meeting_with(THIRD, ADAS)) == []
    assert edited(first, meeting_with(SECOND, BENS), meeting_with(THIRD, ADAS)) == []


def test_it_has_the_words_that_others_have_in_the_meeting_before() -> None:
    shared = meeting_with(SECOND, MATS)
    assert edited(meeting_with(SECOND, ADAS), meeting_with(THIRD, MATS), shared=shared) == ["owner"]
    assert edited(meeting_with(SECOND, MATS), meeting_with(THIRD, ADAS), shared=shared) == []


def test_what_others_have_already_was_changed_back_here() -> None:
    first, second, last = meeting_with(FIRST, MATS), meeting_with(SECOND, ADAS), meeting_with(THIRD, MATS)
    assert edited(first, second, last) == ["owner"]
    assert edited(first, second, last, shared=second) == []


def test_what_is_older_than_the_newest_two_meetings_is_history() -> None:
    meetings = [meeting_with(FIRST, MATS), meeting_with(SECOND, ADAS), meeting_with(THIRD, MATS)]
    after = [meeting_with(day) for day in ("2020-10-26", "2020-11-02")]
    assert [
        bool(Reconciliation(history(*meetings, *after[:number]), meetings[-1]).late_edits)
        for number in (0, 1, 2)
    ] == [True, True, False]


def test_its_id_was_made_from_its_words() -> None:
    made = make_id("meetings/technology", meeting_with(SECOND).date, ["Mat"], "order parts", ())
    mats, adas = MATS.replace("k7q2m4", made), ADAS.replace("k7q2m4", made)
    assert edited(meeting_with(SECOND, adas), meeting_with(THIRD, mats)) == ["owner"]
    assert edited(meeting_with(SECOND, mats), meeting_with(THIRD, adas)) == []


def test_nothing_tells_of_an_item_with_an_id_of_another_kind() -> None:
    assert edited(meeting_with(SECOND, ADAS), meeting_with(THIRD, MATS)) == []


def test_what_was_closed_here_is_corrected_and_what_was_closed_there_is_not() -> None:
    first, done = meeting_with(FIRST, MATS), f"{MATS}, status: done"
    assert edited(first, meeting_with(SECOND, ADAS), meeting_with(THIRD, done)) == ["owner"]
    assert edited(first, meeting_with(SECOND, f"{ADAS}, status: done"), meeting_with(THIRD, done)) == []
