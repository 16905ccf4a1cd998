"""A whole file as a sheet: every line is in one place, and boxes that are ticked for attendance are no action items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.sheets import sheet_of

from minutebook.oldminutes.handwritten.minutes_reader import read_minutes
from minutebook.oldminutes.importer.action_history import actions_of
from minutebook.oldminutes.importer.block_lines import lines_of
from minutebook.oldminutes.importer.values import Sheet

LINES = (
    *(
        "# W",
        "## A",
        "## A",
        "### *B*",
        "text",
        "",
        "",
        "  more",
        "- Shifter: Ana",
        "- Release:",
        "- 12 (+3) issues",
    ),
    *(
        "- AI (Ana): fix it",
        "  - half",
        "- topic",
        "  - AI (Ben): x",
        "AI (Ana):",
        "- AI (Ana):",
        "> quote",
        "```",
    ),
    *("<!-- why", "-->", "**Place:** Room", "Attending: Ana,", "Ben", "## Attendees", "| S | N | \u0394 |"),
    *("|---|---|---|", "| a | 1 | +1 |", "| b | | |", "1. one", "\ttab"),
)


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sets(st.integers(1, 14), max_size=3))
def test_every_line_that_is_not_blank_is_in_exactly_one_place(lines: list[str], prose: set[int]) -> None:
    sheet = sheet_of("\n".join(lines) + "\n", prose=tuple(prose))
    kept = sorted(placed(sheet))
    assert len(kept) == len(set(kept))
    assert {at for at, line in enumerate(lines, 1) if line.strip()} <= set(kept)


def placed(found: Sheet) -> list[int]:
    """Return the numbers of all lines that went into the head, a heading or a piece, blank ones left out."""
    inside = [at for section in found.root.walk() for block in section.blocks for at in set(lines_of(block))]
    titles = [
        at for section in found.root.walk() if section.title for at in range(section.line, section.line + 1)
    ]
    every = [*set(found.head.lines), *inside, *titles]
    return [at for at in every if found.lines[at - 1].strip()]


BOXES = "* [x] Ann Lee (_TSC_) - Acme\n* [ ] Cy Poe - IBM\n"


ROLLS = [
    f"Attendees:\n{BOXES}",
    f"Attendees:\n\n{BOXES}",
    "Attendees:\n  * [x] Ann Lee (_TSC_) - Acme\n\n  * [ ] Cy Poe - IBM\n",
    "- Attendees:\n  - [x] Ann Lee\n    - [x] Bob Ray\n  - [ ] Cy Poe\n",
    f"**TSC members present** (x is there)\n\n{BOXES}",
    f"Attending and absent (of ten):\n{BOXES}",
    f"Roll call:\n{BOXES}",
    "Present:\n- [x] Ann Lee, who is\nlate\n- [ ] Cy Poe\n",
    f"Attendees:\n\n- Ann\n{BOXES}",
    f"## Attendees\n\n{BOXES}",
    f"## Attendees\n\nThe team:\n\n{BOXES}",
    f"## Attendees\n\n### Board\n\n{BOXES}",
    f"## Not attending\n\n{BOXES}",
    f"## Roll Call:\n\n{BOXES}",
]


TASKS = [
    f"## Tasks\n\n{BOXES}",
    f"Attendees:\n\nAll of us.\n\n{BOXES}",
    f"- Attendees: Ann\n{BOXES}",
    f"- Attendees:\n{BOXES}",
    f"Everyone was present\n\n{BOXES}",
    f"Attendees:\n- Ann\n\nTasks:\n{BOXES}",
    f"Attendees:\n- Ann\n\n## Tasks\n\n{BOXES}",
    f"## Attendees\n\nAnn\n\n### Action items\n\n{BOXES}",
    f"## Present findings\n\n{BOXES}",
]


@pytest.mark.parametrize("text", ROLLS)
def test_a_box_below_the_word_for_who_was_there_is_no_action(text: str) -> None:
    assert list(actions_of(sheet_of(f"# Weekly\n\n{text}").root)) == []


@pytest.mark.parametrize("text", ROLLS)
def test_an_audit_follows_no_such_box(text: str) -> None:
    assert read_minutes(f"# Weekly\n\n{text}").actions == ()


@pytest.mark.parametrize("text", TASKS)
def test_a_box_elsewhere_is_an_action(text: str) -> None:
    assert [action.status for action in actions_of(sheet_of(f"# Weekly\n\n{text}").root)] == ["done", "open"]
    assert [action.closed for action in read_minutes(f"# Weekly\n\n{text}").actions] == [True, False]


def test_an_action_with_its_sign_is_one_among_who_was_there() -> None:
    (one,) = actions_of(sheet_of("# Weekly\n\n## Attendees\n\n- [x] Ana\n- AI (Ben): call Cleo\n").root)
    assert one.owners == ("Ben",)


def test_who_is_not_ticked_does_not_attend() -> None:
    attendees = read_minutes("# Weekly\n\n## Attendees\n\n- [x] Ana\n- [ ] Ben\n").attending
    assert [name.text for name in attendees] == ["Ana"]
