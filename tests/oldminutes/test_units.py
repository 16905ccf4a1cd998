"""The pieces of a text that are compared with those of another."""

import pytest

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.units import units, words_of, words_of_row


def pieces(text: str) -> list[tuple[str, int, str, int]]:
    """Return the kind, the depth, the words and the first line of each piece of a text."""
    return [
        (unit.kind, unit.depth, " ".join(unit.words), unit.first_line) for unit in units(read_markdown(text))
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
