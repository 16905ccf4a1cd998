"""The pieces of a text that are compared with those of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.units import Unit, match, units, words_of, words_of_row


def pieces(text: str) -> list[tuple[str, int, str, int]]:
    """Return the kind, the depth, the words and the first line of each piece of a text."""
    return [
        (unit.kind, unit.depth, " ".join(unit.words), unit.lines.start) for unit in units(read_markdown(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo\n", [("paragraph", 0, "one two", 1)]),
        ("## One\n", [("heading", 2, "one", 1)]),
        ("- one\n\n  two\n  - three\n", [("item", 1, "one", 1), ("paragraph", 1, "two", 3), ("item", 2, "three", 4)]),
        ("> one\n", [("quote", 1, "one", 1)]),
        ("---\na: b\n---\n", [("front", 0, "a b", 2)]),
        ("```\none\n\ntwo\n```\n", [("code", 0, "one", 2), ("code", 0, "two", 4)]),
        ("<!-- one -->\n", [("html", 0, "one", 1)]),
        ("| b | a |\n|---|---|\n| 2 | 1 |\n", [("row", 0, "a b", 1), ("row", 0, "1 2", 3)]),
        ("---\n\n- \n\n?!\n", []),
        ("[one](https://two.example)\n", [("paragraph", 0, "one https two example", 1)]),
        ("- AI (Ada): oil it (2nd meeting)\n", [("item", 1, "ai ada oil it", 1)]),
    ],
)  # fmt: skip
def test_a_text_is_parted_by_its_blocks(text: str, expected: list[object]) -> None:
    assert pieces(text) == expected


def test_a_piece_knows_all_of_its_lines() -> None:
    (unit,) = units(read_markdown("\none\ntwo\n"))
    assert list(unit.lines) == [2, 3]


def test_words_are_compared_without_signs_and_marks() -> None:
    assert words_of("An &Eacute;clair\\_, 3.5") == ("an", "éclair", "3", "5")


def test_cells_are_compared_in_any_order() -> None:
    assert words_of_row(["**Open**", "4"]) == words_of_row(["4", "open"])


TEXTS = st.lists(st.sampled_from("abcd"), max_size=12)


def units_of(words: list[str]) -> list[Unit]:
    """Return a paragraph for each word."""
    return [Unit("paragraph", 0, (word,), range(line, line + 1)) for line, word in enumerate(words, 1)]


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


def test_of_equal_units_one_that_need_not_be_shown_comes_last() -> None:
    assert match(units_of(list("abac")), units_of(list("bac")), {0})[0] == {1: 0, 2: 1, 3: 2}


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
