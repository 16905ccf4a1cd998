"""A line that two people changed: what both made of it, unless they disagree."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.merge.word_merge import merge_words

LINES = st.lists(st.sampled_from(["pump", "Pump", "is", "new", "3", "4", "-", ","]), max_size=7).map(" ".join)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("bring arduino parts", "Bring Arduino parts", "bring Arduino parts", "Bring Arduino parts"),
        ("call Mat", "call Mat", "call Ann", "call Ann"),
        (
            "we met at noon",
            "we met Ann at noon",
            "we met Ann at noon, in town",
            "we met Ann at noon, in town",
        ),
        (
            "more ergnomic pumps",
            "more ergonomic pumps",
            "more ergnomic pumps (done)",
            "more ergonomic pumps (done)",
        ),
        ("the pump, is new", "the pump is new", "the pump, is old", "the pump is old"),
        ("the re-opening is new", "the reopening is new", "the re-opening is off", "the reopening is off"),
        ("a reciever is new", "the receiver is new", "the reciever is old", "the receiver is old"),
        ("see café menu", "see cafe menu", "see café bill", "see cafe bill"),
    ],
)
def test_words_of_both_are_merged(base: str, ours: str, theirs: str, merged: str) -> None:
    assert merge_words(base, ours, theirs) == merge_words(base, theirs, ours) == merged


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("the pump is new", "the pump is old", "the pump is blue"),
        ("on Monday at 10", "on Tuesday at 10", "on Monday at 11"),
        ("Thursday", "Thursday 1pm", "Thursday 2pm"),
        ("2020-11-02", "2020-11-09", "2020-12-09"),
        ("met at 1:30 pm", "met at 1:45 pm", "met at 2:45 pm"),
        ("see https://a.org/1", "see https://a.org/2", "see https://b.org/2"),
        ("costs 1.5 now", "costs 15 now", "costs 1.5 then"),
        ("new pump", "New Pump", "new Pump station"),
    ],
)
def test_people_who_disagree_decide(base: str, ours: str, theirs: str) -> None:
    assert merge_words(base, ours, theirs) is None
    assert merge_words(base, theirs, ours) is None


@given(LINES, LINES, LINES)
def test_nothing_that_one_added_is_lost(base: str, ours: str, theirs: str) -> None:
    merged = merge_words(base, ours, theirs)
    assert merged == merge_words(base, theirs, ours)
    if merged is not None:
        former = Counter(base.split())
        for version in (ours, theirs):
            assert Counter(version.split()) - former <= Counter(merged.split())


@given(LINES, LINES)
def test_what_one_alone_changed_is_there(base: str, version: str) -> None:
    assert merge_words(base, base, version) == merge_words(base, version, version) == version
