"""Action items followed from one meeting to the next: the same promise, handed over, lapsed, or repeated."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.sheets import DAY, sheet_of
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
from minutebook.records.meeting import Action

BEFORE = DAY - timedelta(weeks=1)
BEGAN = DAY - timedelta(weeks=5)
TASKS = st.lists(
    st.tuples(
        st.sets(st.sampled_from(["Ana", "Ben"]), min_size=1).map(lambda names: tuple(sorted(names))),
        st.sampled_from(
            ["fix the build", "fix the builds", "fix the old build of today", "call", "write the notes"]
        ),
    ),
    max_size=6,
)


def is_paired(task: str, next_task: str, owner: str = "Ana", next_owner: str = "Ana") -> bool:
    return bool(pair_actions([((owner,), task)], [((next_owner,), next_task)]))


def sheet_of_items(*lines: str) -> Sheet:
    return sheet_of("\n".join(f"- {line}" for line in lines) + "\n")


def open_action(task: str = "fix it", *, untouched: int = 0, due: date | None = None) -> OpenAction:
    record = Action((), "a1aa", ("Ana",), task, due=due)
    return OpenAction("a1aa", record, BEGAN, untouched)


def decision_of(
    line: str = "AI (Ana): fix it",
    earlier: OpenAction | None = None,
    repeated_ids: dict[int, str | None] | None = None,
    *,
    lapse: int = 4,
    newest: bool = False,
) -> ActionDecision:
    """Return what becomes of the only item of a meeting."""
    before, continued = ((earlier,), {0: 0}) if earlier else ((), {})
    neighbours = Neighbours("meetings/team", lapse, newest)
    (decision,) = decide_actions(sheet_of_items(line), before, continued, repeated_ids, neighbours).values()
    return decision


# Which one is the same


def test_the_same_words_are_the_same_action_whoever_has_it_now() -> None:
    assert is_paired("fix it", "fix it", "Ana", "Ben")


def test_nearly_the_same_words_of_the_same_owner_are_the_same_action() -> None:
    assert is_paired("fix the build", "fix the build of the nightly")


def test_of_another_owner_the_words_must_be_nearer() -> None:
    assert not is_paired("fix the build", "fix the build of the nightly", "Ana", "Ben")
    assert is_paired("fix the nightly build", "fix the nightly builds", "Ana", "Ben")


def test_other_words_are_another_action() -> None:
    assert not is_paired("fix the build", "write the notes")


def test_the_action_of_the_same_owner_is_nearer_than_that_of_another() -> None:
    before = [(("Ben",), "fix it"), (("Ana",), "fix it")]
    assert pair_actions(before, [(("Ana",), "fix it")]) == {1: 0}


def test_of_two_that_are_alike_the_same_words_are_found_first() -> None:
    before = [(("Ana",), "fix the builds"), (("Ana",), "fix the build")]
    assert pair_actions(before, [(("Ana",), "fix the build"), (("Ana",), "fix the builds")]) == {0: 1, 1: 0}


@given(TASKS, TASKS)
def test_no_action_goes_on_as_two_and_no_two_as_one(
    before: list[tuple[tuple[str, ...], str]], after: list[tuple[tuple[str, ...], str]]
) -> None:
    pairs = pair_actions(before, after)
    assert len(set(pairs.values())) == len(pairs)
    assert set(pairs) <= set(range(len(before)))
    assert set(pairs.values()) <= set(range(len(after)))


def test_actions_below_topics_and_in_sections_below_are_found_in_their_order() -> None:
    sheet = sheet_of("- AI (Ana): one\n- topic\n  - AI (Ana): two\n\n## News\n\n- AI (Ana): three\n")
    assert [action.task for action in actions_of(sheet.root)] == ["one", "two", "three"]


# What becomes of it


def test_a_new_action_has_an_id_of_its_own_and_begins_now() -> None:
    assert (decision_of().since, decision_of().status) == (None, "open")
    assert decision_of().id not in {"", "a1aa"}


def test_two_actions_of_the_same_words_have_two_ids() -> None:
    neighbours = Neighbours("meetings/team", 4, is_newest=True)
    decisions = decide_actions(
        sheet_of_items("AI (Ana): fix it", "AI (Ana): fix it"), (), {}, None, neighbours
    )
    assert len({decision.id for decision in decisions.values()}) == 2


def test_what_goes_on_keeps_its_id_and_the_day_it_began() -> None:
    assert (decision_of(earlier=open_action()).id, decision_of(earlier=open_action()).since) == (
        "a1aa",
        BEGAN,
    )


def test_what_a_meeting_that_is_there_already_goes_on_with_has_its_id() -> None:
    assert decision_of(repeated_ids={0: "abc"}).id == "abc"


def test_what_the_next_meeting_does_not_go_on_with_lapsed() -> None:
    assert decision_of(repeated_ids={}).status == "lapsed"


def test_in_the_newest_minutes_an_action_is_open() -> None:
    assert decision_of(repeated_ids=None).status == "open"


def test_what_is_done_does_not_lapse() -> None:
    assert decision_of("AI (Ana): fix it [done]", repeated_ids={}).status == "done"


@pytest.mark.parametrize(
    ("untouched", "stated"), [(0, False), (1, False), (2, True), (3, True)], ids=["1", "2", "3", "4"]
)
def test_an_action_is_stated_to_be_open_where_it_would_lapse_or_be_said_to(
    untouched: int, stated: bool
) -> None:
    assert decision_of(earlier=open_action(untouched=untouched)).states_open is stated


def test_in_the_newest_minutes_an_action_may_be_said_to_lapse_next_time() -> None:
    assert not decision_of(earlier=open_action(untouched=2), newest=True).states_open


def test_where_minutes_say_that_an_action_lapses_next_time_it_is_not_stated() -> None:
    assert not decision_of("AI (Ana): fix it (lapses next time)", open_action(untouched=2)).states_open


def test_without_a_limit_nothing_is_stated() -> None:
    assert not decision_of(earlier=open_action(untouched=9), lapse=0).states_open


def test_what_was_touched_is_not_stated() -> None:
    assert not decision_of("AI (Ana): fix it soon", open_action(untouched=3)).states_open


def test_what_waits_for_its_day_is_not_stated() -> None:
    later = DAY + timedelta(days=1)
    assert not decision_of(f"AI (Ana): fix it (due {later})", open_action(untouched=3, due=later)).states_open


def test_what_is_done_is_not_stated_to_be_open() -> None:
    assert not decision_of("AI (Ana): fix it [done]", open_action(untouched=3)).states_open


# What a meeting leaves open


def left_by(*fields: str, before: tuple[OpenAction, ...] = ()) -> tuple[OpenAction, ...]:
    """Return what a meeting leaves open, with the further fields of each of its items."""
    entries = ", ".join(f"{{id: a1aa, owner: Ana, task: fix it{more}}}" for more in fields)
    return left_open(meeting(f"date: {DAY}\nactions: [{entries}]\n"), before)


def test_a_meeting_leaves_its_open_actions() -> None:
    (open_action,) = left_by("", ", status: done")
    assert (open_action.record.task, open_action.since, open_action.untouched) == ("fix it", DAY, 0)


def test_what_began_earlier_is_as_old_as_it_says() -> None:
    assert left_by(f", since: {BEGAN}")[0].since == BEGAN


def test_what_was_carried_untouched_was_so_once_more() -> None:
    assert left_by(f", since: {BEGAN}", before=(open_action(untouched=1),))[0].untouched == 2


@pytest.mark.parametrize("changed", [", note: begun", ", status: open"])
def test_what_was_touched_begins_anew(changed: str) -> None:
    assert left_by(changed, before=(open_action(untouched=1),))[0].untouched == 0
