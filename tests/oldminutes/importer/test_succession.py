"""Action items followed from one meeting to the next: the same promise, handed over, lapsed, or repeated."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.sheets import DAY, sheet
from support.samples import meeting

from minutebook.oldminutes.importer.action_history import (
    Neighbours,
    OpenAction,
    actions_of,
    decide_actions,
    left_open,
    pair_actions,
)
from minutebook.oldminutes.importer.decisions import ActionDecision
from minutebook.oldminutes.importer.values import Sheet

BEFORE = DAY - timedelta(weeks=1)
BEGAN = DAY - timedelta(weeks=5)
PROMISES = st.lists(
    st.tuples(
        st.sets(st.sampled_from(["Ana", "Ben"]), min_size=1).map(lambda names: tuple(sorted(names))),
        st.sampled_from(
            ["fix the build", "fix the builds", "fix the old build of today", "call", "write the notes"]
        ),
    ),
    max_size=6,
)


def pair(before: str, after: str, owner: str = "Ana", other: str = "Ana") -> bool:
    return bool(pair_actions([((owner,), before)], [((other,), after)]))


def minutes(*lines: str) -> Sheet:
    return sheet("\n".join(f"- {line}" for line in lines) + "\n")


def left(task: str = "fix it", *, untouched: int = 0, due: date | None = None) -> OpenAction:
    return OpenAction("a1aa", ("Ana",), task, BEGAN, due, None, None, untouched)


def fate(
    line: str = "AI (Ana): fix it",
    old: OpenAction | None = None,
    following: dict[int, str | None] | None = None,
    *,
    lapse: int = 4,
    newest: bool = False,
) -> ActionDecision:
    """Return what becomes of the only item of a meeting."""
    before, continued = ((old,), {0: 0}) if old else ((), {})
    how = Neighbours("meetings/team", lapse, newest)
    (found,) = decide_actions(minutes(line), before, continued, following, how).values()
    return found


# Which one is the same


def test_the_same_words_are_the_same_promise_whoever_has_it_now() -> None:
    assert pair("fix it", "fix it", "Ana", "Ben")


def test_nearly_the_same_words_of_the_same_owner_are_the_same_promise() -> None:
    assert pair("fix the build", "fix the build of the nightly")


def test_of_another_owner_the_words_must_be_nearer() -> None:
    assert not pair("fix the build", "fix the build of the nightly", "Ana", "Ben")
    assert pair("fix the nightly build", "fix the nightly builds", "Ana", "Ben")


def test_other_words_are_another_promise() -> None:
    assert not pair("fix the build", "write the notes")


def test_the_item_of_the_same_owner_is_nearer_than_that_of_another() -> None:
    before = [(("Ben",), "fix it"), (("Ana",), "fix it")]
    assert pair_actions(before, [(("Ana",), "fix it")]) == {1: 0}


def test_of_two_that_are_alike_the_same_words_are_found_first() -> None:
    before = [(("Ana",), "fix the builds"), (("Ana",), "fix the build")]
    assert pair_actions(before, [(("Ana",), "fix the build"), (("Ana",), "fix the builds")]) == {0: 1, 1: 0}


@given(PROMISES, PROMISES)
def test_no_item_goes_on_as_two_and_no_two_as_one(
    before: list[tuple[tuple[str, ...], str]], after: list[tuple[tuple[str, ...], str]]
) -> None:
    found = pair_actions(before, after)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(range(len(before)))
    assert set(found.values()) <= set(range(len(after)))


def test_items_below_topics_and_in_sections_below_are_found_in_their_order() -> None:
    found = sheet("- AI (Ana): one\n- topic\n  - AI (Ana): two\n\n## News\n\n- AI (Ana): three\n")
    assert [one.task for one in actions_of(found.root)] == ["one", "two", "three"]


# What becomes of it


def test_a_new_item_has_an_id_of_its_own_and_begins_now() -> None:
    assert (fate().since, fate().status) == (None, "open")
    assert fate().id not in {"", "a1aa"}


def test_two_items_of_the_same_words_have_two_ids() -> None:
    how = Neighbours("meetings/team", 4, is_newest=True)
    found = decide_actions(minutes("AI (Ana): fix it", "AI (Ana): fix it"), (), {}, None, how)
    assert len({one.id for one in found.values()}) == 2


def test_what_goes_on_keeps_its_id_and_the_day_it_began() -> None:
    assert (fate(old=left()).id, fate(old=left()).since) == ("a1aa", BEGAN)


def test_what_a_meeting_that_is_there_already_goes_on_with_has_its_id() -> None:
    assert fate(following={0: "abc"}).id == "abc"


def test_what_the_next_meeting_does_not_go_on_with_lapsed() -> None:
    assert fate(following={}).status == "lapsed"


def test_in_the_newest_minutes_an_item_is_open() -> None:
    assert fate(following=None).status == "open"


def test_what_is_done_does_not_lapse() -> None:
    assert fate("AI (Ana): fix it [done]", following={}).status == "done"


@pytest.mark.parametrize(
    ("untouched", "stated"), [(0, False), (1, False), (2, True), (3, True)], ids=["1", "2", "3", "4"]
)
def test_an_item_is_stated_to_be_open_where_it_would_lapse_or_be_said_to(
    untouched: int, stated: bool
) -> None:
    assert fate(old=left(untouched=untouched)).states_open is stated


def test_in_the_newest_minutes_an_item_may_be_said_to_lapse_next_time() -> None:
    assert not fate(old=left(untouched=2), newest=True).states_open


def test_where_minutes_say_that_an_item_lapses_next_time_it_is_not_stated() -> None:
    assert not fate("AI (Ana): fix it (lapses next time)", left(untouched=2)).states_open


def test_without_a_limit_nothing_is_stated() -> None:
    assert not fate(old=left(untouched=9), lapse=0).states_open


def test_what_was_touched_is_not_stated() -> None:
    assert not fate("AI (Ana): fix it soon", left(untouched=3)).states_open


def test_what_waits_for_its_day_is_not_stated() -> None:
    later = DAY + timedelta(days=1)
    assert not fate(f"AI (Ana): fix it (due {later})", left(untouched=3, due=later)).states_open


def test_what_is_done_is_not_stated_to_be_open() -> None:
    assert not fate("AI (Ana): fix it [done]", left(untouched=3)).states_open


# What a meeting leaves open


def leaves(*fields: str, before: tuple[OpenAction, ...] = ()) -> tuple[OpenAction, ...]:
    """Return what a meeting leaves open, with the further fields of each of its items."""
    entries = ", ".join(f"{{id: a1aa, owner: Ana, task: fix it{more}}}" for more in fields)
    return left_open(meeting(f"date: {DAY}\nactions: [{entries}]\n"), before)


def test_a_meeting_leaves_its_open_items() -> None:
    assert leaves("", ", status: done") == (OpenAction("a1aa", ("Ana",), "fix it", DAY, None, None, None, 0),)


def test_what_began_earlier_is_as_old_as_it_says() -> None:
    assert leaves(f", since: {BEGAN}")[0].since == BEGAN


def test_what_was_carried_untouched_was_so_once_more() -> None:
    assert leaves(f", since: {BEGAN}", before=(left(untouched=1),))[0].untouched == 2


@pytest.mark.parametrize("changed", [", note: begun", ", status: open"])
def test_what_was_touched_begins_anew(changed: str) -> None:
    assert leaves(changed, before=(left(untouched=1),))[0].untouched == 0


def test_what_waits_for_its_day_is_not_counted() -> None:
    later = DAY + timedelta(days=1)
    assert leaves(f", due: {later}", before=(left(untouched=1, due=later),))[0].untouched == 0
