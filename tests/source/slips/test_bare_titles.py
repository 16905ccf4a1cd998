"""Sections that were typed as nothing but their title."""

import pytest
from support.notes import Notes

from minutebook.source.slips.bare_titles import bare_titles

ABOVE = "date: 2020-10-26\nsections:\n  - title: A\n    notes: |\n      a\n"
BELOW = "  - title: Z\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((typed, "  - title: Other news\n") for typed in ("  Other news\n", "  - Other news\n", "Other news:\n")),
        *(
            (typed, "  - title: News\n    notes: x\n")
            for typed in ("  News:\n    notes: x\n", "  - News:\n      notes: x\n", "News:\n  notes: x\n")
        ),
        ("- title: News\n  notes: x\n", "  - title: News\n    notes: x\n"),
        ("  One\n  Two\n", "  - title: One\n  - title: Two\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", ["", BELOW])
def test_a_title_becomes_a_section(typed: str, meant: str, below: str) -> None:
    lines = (ABOVE + typed + below).split("\n")
    (slip,) = bare_titles(lines)
    assert "\n".join(slip.applied(lines)) == ABOVE + meant + below


@pytest.mark.parametrize(
    "line",
    [
        "    notes: x",
        "  some text",
        "  This is a whole line of prose",
        "  It is late.",
        "x-mine: 1",
        "quick: |",
        "  # News",
    ],
)
def test_what_is_no_title_is_no_section(line: str) -> None:
    assert list(bare_titles((ABOVE + line).split("\n"))) == []


def test_a_bare_title_is_left_to_people_who_can_follow_the_message(notes: Notes) -> None:
    path = notes.write(f"{notes.series}/2020-10-26.yaml", f"{ABOVE}  News\n{BELOW}")
    (problem,) = notes.problems()
    assert problem["hint"].startswith(
        "Write, with 2 spaces in front: - title: News\nIf it belongs to the text"
    )
    notes.run("sync", "--fix")
    assert notes.read(path) == f"{ABOVE}  News\n{BELOW}"
