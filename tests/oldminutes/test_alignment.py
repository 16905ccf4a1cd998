"""Which pieces of one text are equal to which of another."""

from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.alignment import match
from minutebook.oldminutes.units import Unit

TEXTS = st.lists(st.sampled_from("abcd"), max_size=12)


def units_of(words: list[str]) -> list[Unit]:
    """Return a paragraph for each word."""
    return [Unit("paragraph", 0, (word,), line, line) for line, word in enumerate(words, 1)]


def matched(old: str, new: str) -> tuple[dict[int, int], set[int]]:
    """Return the matches of two texts whose units are letters."""
    return match(units_of(list(old)), units_of(list(new)))


def test_equal_texts_match_unit_by_unit() -> None:
    assert matched("abca", "abca") == ({0: 0, 1: 1, 2: 2, 3: 3}, set())


def test_what_stands_elsewhere_has_moved() -> None:
    matches, moved = matched("xabc", "abcx")
    assert matches == {0: 3, 1: 0, 2: 1, 3: 2}
    assert moved == {0}


def test_a_repeated_unit_is_matched_between_its_neighbours() -> None:
    matches, moved = matched("a-b-c", "a-b-c")
    assert (matches[1], matches[3], moved) == (1, 3, set())


def test_what_is_not_there_has_no_match() -> None:
    assert matched("ab", "b") == ({1: 0}, set())


@given(TEXTS, TEXTS)
def test_matches_are_equal_and_each_is_used_once(old: list[str], new: list[str]) -> None:
    matches, moved = match(units_of(old), units_of(new))
    assert all(old[old_index] == new[new_index] for old_index, new_index in matches.items())
    assert len(set(matches.values())) == len(matches)
    # As many as there can be: what has no match is nowhere left.
    unmatched = [word for index, word in enumerate(old) if index not in matches]
    unused = [word for index, word in enumerate(new) if index not in matches.values()]
    assert set(unmatched).isdisjoint(unused)
    in_order = [matches[index] for index in sorted(matches.keys() - moved)]
    assert in_order == sorted(in_order)
