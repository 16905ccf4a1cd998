"""What is carried from a meeting to the next, what rests, and where it began."""

import pytest
from support.samples import MEETING_DAYS, history, meeting, meeting_with

from minutebook.actions import carry

FIRST, SECOND, THIRD, FOURTH, FIFTH = MEETING_DAYS[:5]
ACTION = "id: k7q2m4, owner: Diego, task: diagnose it"


def ids(missing: tuple[carry.FiledAction, ...]) -> list[str | None]:
    return [filed.action.id for filed in missing]


def test_an_open_item_that_does_not_stand_in_the_next_meeting_is_missing() -> None:
    assert ids(carry.missing(meeting_with(SECOND), meeting_with(FIRST, ACTION))) == ["k7q2m4"]


@pytest.mark.parametrize(
    "state", ["", ", status: done", ", status: dropped, reason: late", ", status: lapsed"]
)
def test_an_item_that_stands_there_in_whatever_state_is_not_missing(state: str) -> None:
    assert carry.missing(meeting_with(SECOND, ACTION + state), meeting_with(FIRST, ACTION)) == ()


@pytest.mark.parametrize("state", ["status: done", "status: dropped, reason: late", "status: lapsed"])
def test_a_closed_item_rests(state: str) -> None:
    assert carry.missing(meeting_with(SECOND), meeting_with(FIRST, f"{ACTION}, {state}")) == ()


def test_an_item_is_followed_by_its_id_and_not_by_its_words() -> None:
    reworded = meeting_with(SECOND, "id: k7q2m4, owner: Mat, task: something else")
    same_words = meeting_with(SECOND, "id: m3x8d0, owner: Diego, task: diagnose it")
    assert carry.missing(reworded, meeting_with(FIRST, ACTION)) == ()
    assert ids(carry.missing(same_words, meeting_with(FIRST, ACTION))) == ["k7q2m4"]


def test_an_item_without_an_id_waits_for_one_before_it_is_carried() -> None:
    assert carry.missing(meeting_with(SECOND), meeting_with(FIRST, "Diego: diagnose it")) == ()


def test_an_item_may_stand_anywhere_in_the_next_meeting() -> None:
    later = meeting(f"""\
        date: {SECOND}
        sections:
          - title: Discussion
            actions:
              - topic: Servers
                actions:
                  - {{{ACTION}}}
        """)
    assert carry.missing(later, meeting_with(FIRST, ACTION)) == ()


def test_items_are_missing_in_the_order_of_their_file_with_the_titles_and_topic_above_them() -> None:
    before = meeting(f"""\
        date: {FIRST}
        actions:
          - {{{ACTION}}}
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
    assert [
        (one.action.id, one.titles, one.topic) for one in carry.missing(meeting_with(SECOND), before)
    ] == [
        ("k7q2m4", (), None),
        ("b2root", (), None),
        ("c3plain", ("Software", "Discussion"), None),
        ("d4topic", ("Software", "Discussion"), "OSG 3.5"),
    ]


def test_items_are_carried_from_the_last_meeting_that_was_held() -> None:
    skipped, later = meeting_with(SECOND, top="status: skipped\nreason: a holiday"), meeting_with(THIRD)
    before = history(meeting_with(FIRST, ACTION), skipped, later).previous_held(later.date)
    assert before
    assert str(before.date) == FIRST


def test_items_are_carried_from_a_draft() -> None:
    later = meeting_with(SECOND)
    before = history(meeting_with(FIRST, ACTION, top="status: draft"), later).previous_held(later.date)
    assert before
    assert ids(carry.missing(later, before)) == ["k7q2m4"]


def test_the_first_meeting_has_none_to_carry_from() -> None:
    first = meeting_with(FIRST)
    assert history(first, meeting_with(SECOND)).previous_held(first.date) is None


def test_an_item_began_where_it_stood_first_even_if_it_was_copied_by_hand() -> None:
    meetings = [meeting_with(day, ACTION) for day in (FIRST, SECOND, THIRD)]
    past, last = history(*meetings), meetings[-1]
    assert str(carry.began(past, last, last.actions[0]).date) == FIRST


def test_an_item_began_behind_the_last_meeting_without_it() -> None:
    skipped = meeting_with(FOURTH, top="status: skipped\nreason: a holiday")
    last = meeting_with(FIFTH, ACTION)
    past = history(
        meeting_with(FIRST, ACTION), meeting_with(SECOND), meeting_with(THIRD, ACTION), skipped, last
    )
    assert str(carry.began(past, last, last.actions[0]).date) == THIRD


def test_an_action_that_says_when_it_began_is_believed() -> None:
    last = meeting_with(SECOND, f"{ACTION}, since: {FIRST}")
    assert carry.began(history(meeting_with(FIRST, ACTION), last), last, last.actions[0]) is last
