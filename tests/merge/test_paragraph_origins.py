"""A paragraph of one version is that of the base that it was made of."""

import pytest
from support.effort import at_most

from minutebook.merge.paragraph_origins import align, likeness
from minutebook.merge.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("base", "version", "origins"),
    [
        pytest.param(["the pump was mended", "we meet"], ["the pump was mended again"], [0], id="changed"),
        pytest.param(["a pump", "we meet"], ["new words", "a pump", "we meet"], [None, 0, 1], id="added"),
        pytest.param(["the pump", "b", "c"], ["b", "c", "the pump"], [1, 2, None], id="moved"),
        pytest.param(
            ["- room 4 is cold", "- room 5 is dark"],
            ["- room 5 is dark, too"],
            [1],
            id="the most alike of two",
        ),
        pytest.param(["- a\n  - b", "x"], ["- a\n  - wholly other words", "y"], [0, None], id="by its head"),
        pytest.param(["- the pump"], ["the pump is new"], [None], id="a bullet is no text"),
    ],
)
def test_it_is_known_where_it_comes_from(base: list[str], version: list[str], origins: list[int]) -> None:
    before, now = (paragraphs("\n\n".join(texts).split("\n")) for texts in (base, version))
    assert align(before, now) == origins


@pytest.mark.parametrize(
    ("former", "text", "expected"),
    [
        ("the pump", "the old pump", True),
        ("the pump", "a bank holiday", False),
        ("a\nb\nc", "x\nb\nc\na\ny\nz", True),
        ("x" * 3000, "x" * 1500 + "y" * 1500, False),
    ],
)
def test_likeness_is_a_matter_of_lines_and_characters(former: str, text: str, expected: bool) -> None:
    assert bool(likeness(former.split("\n"), text.split("\n"))) == expected


def test_long_lists_are_not_compared_each_with_each() -> None:
    base = paragraphs([f"- alpha {number}" for number in range(400)])
    version = paragraphs([f"- zulu {number} x" for number in range(400)])
    with at_most(20):
        align(base, version)
