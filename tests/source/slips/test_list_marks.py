"""Lists that were typed as in Markdown."""

import pytest
from support.slips import mended, reading_problems

HEAD = "date: 2020-10-05\n"
MEANT = "actions:\n  - Mat: order parts\n  - Diego to call\n"


@pytest.mark.parametrize("mark", ["1. ", "2) ", "* ", "+ ", "\u2022 ", "\u2013 ", "-"])
def test_each_entry_begins_with_a_dash_and_a_space(mark: str) -> None:
    text = HEAD + MEANT.replace("- ", mark)
    (problem,) = reading_problems(text)
    assert problem.message == "each entry of a list must begin with a dash and a space"
    assert problem.hint.startswith("Write, with 2 spaces in front: - Mat: order parts\nand so on: 2 lines")
    assert mended(text) == HEAD + MEANT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("attending:\n* Mat\n* Diego\ntitle: Team\n", "attending:\n- Mat\n- Diego\ntitle: Team\n"),
        ("attending:\r\n  1. Mat\r\n  2. Diego\r\n", "attending:\r\n  - Mat\r\n  - Diego\r\n"),
        (
            "sections:\n  * title: a\n    notes: |\n      * b\n",
            "sections:\n  - title: a\n    notes: |\n      * b\n",
        ),
        ("actions:\n  - Mat: a\n  # why\n  * Diego: b\n", "actions:\n  - Mat: a\n  # why\n  - Diego: b\n"),
        ("actions:\n  Mat: a\n  Diego: b\n", "actions:\n  - Mat: a\n  - Diego: b\n"),
        (
            "actions:\n  * Mat: a\nsections:\n  - title: c\n    absent:\n      1. Diego\n",
            "actions:\n  - Mat: a\nsections:\n  - title: c\n    absent:\n      - Diego\n",
        ),
    ],
)
def test_lists_of_people_and_sections_are_typed_so_too(typed: str, meant: str) -> None:
    assert mended(HEAD + typed) == HEAD + meant


@pytest.mark.parametrize(
    "typed",
    ["actions:\n  Mat: a\n  and so on\n", "actions:\n  1. Mat: a\n  and so on\n", "notes: |\n  * a\n"],
)
def test_what_may_be_meant_otherwise_stays(typed: str) -> None:
    assert mended(HEAD + typed) == HEAD + typed
