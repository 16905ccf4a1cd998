"""A line that two people changed: what both made of it, unless they disagree."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.merge.word_edits import words_of
from minutebook.merge.word_merge import WordMerger, merge_words

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
        ("new pump", "New Pump", "new Pump station", "New Pump station"),
        ("Thursday", "Thursday 2pm", "Thursday 2pm sharp", "Thursday 2pm sharp"),
        ("sign sit part", "sign: dit part", "sign dit part", "sign: dit part"),
        ("order pumps", "order 3 pumps", "order pumps by Friday", "order 3 pumps by Friday"),
        ("pump", "Pump", "new pump", "new Pump"),
        ("order pump", "order pumps", "order pump by noon", "order pumps by noon"),
        ("It is on. Mat pays.", "It is not on. Mat pays.", "It is on. Ann pays.", "It is not on. Ann pays."),
        ("| pump | 3 |", "| pumps, big | 3 |", "| pump | 4 |", "| pumps, big | 4 |"),
        ("pump, new", "pump two, new", "pump, so new", "pump two, so new"),
        (
            "Mat will order three pumps by Monday",
            "Ann will order three pumps by Monday",
            "Mat will order three pumps by Friday",
            "Ann will order three pumps by Friday",
        ),
        (
            "We met Mat. We left at noon.",
            "We met Ann. We left at noon.",
            "We met Mat. We went.",
            "We met Ann. We went.",
        ),
        (
            "see [it](https://a.org/x) for deatils",
            "see [it](https://a.org/y) for deatils",
            "see [it](https://a.org/x) for details, or ask Mat",
            "see [it](https://a.org/y) for details, or ask Mat",
        ),
        (
            "\u6cf5\u662f[\u65b0](b)",
            "\u6cf5 [\u65b0](b)",
            "\u6cf5\u662f[\u65b0](b)\u3002\u597d",
            "\u6cf5 [\u65b0](b)\u3002\u597d",
        ),
        ("new pump\nis here", "new\npump is here", "new pump\nis now here", "new\npump is now here"),
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
        ("on Monday", "on Tuesday", "on Monday at 10"),
        ("Thursday", "Thursday, 2pm", "Thursday, 3pm"),
        ("pump , new .", "pump and , new .", "new , big ."),  # in a list, and would be no word
        ("it is on Monday", "it is not on Monday", "it is on Monday at ten"),
        ("they were in the hall", "they weren't in the hall", "they were in the big hall"),
        ("call Mat", "call Mat (done)", "call Mat (dropped)"),
        ("order pumps", "order pumps and sell cars and vans", "buy pumps and sell vans"),
    ],
)
def test_people_who_disagree_decide(base: str, ours: str, theirs: str) -> None:
    assert merge_words(base, ours, theirs) is None
    assert merge_words(base, theirs, ours) is None


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("It is new.", "It is new. Mat paid.", "It is new. It runs.", "It is new. Mat paid. It runs."),
        ("It is new", "It is new, it runs", "It is new, Mat paid", "It is new, it runs, Mat paid"),
        (
            "It is new",
            "It is new and runs well",
            "It is new since Mat paid",
            "It is new and runs well; since Mat paid",
        ),
    ],
)
def test_what_both_added_in_one_place_is_there(base: str, ours: str, theirs: str, merged: str) -> None:
    assert merge_words(base, ours, theirs) == merged


def test_of_what_one_took_away_the_other_may_have_changed_signs() -> None:
    merge = WordMerger()
    assert merge("** Topic:** pumps", "", "**Topic:** pumps") == ""
    assert merge.merged == {("Topic", "pumps"): {()}, (): {()}}
    assert merge("** Topic:** pumps", "", "**Topic:** new pumps") is None


@given(LINES, LINES, LINES)
def test_nothing_that_one_added_is_lost(base: str, ours: str, theirs: str) -> None:
    there, back = merge_words(base, ours, theirs), merge_words(base, theirs, ours)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        former, merged = Counter(words_of(base)), Counter(words_of(there))
        assert merged == Counter(words_of(back))
        for version in (ours, theirs):
            assert Counter(words_of(version)) - former <= merged


@given(LINES, LINES)
def test_what_one_alone_changed_is_there(base: str, version: str) -> None:
    assert merge_words(base, base, version) == merge_words(base, version, version) == version
