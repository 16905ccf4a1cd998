"""Boxes that are ticked for who was there: they are no action items, whoever reads them."""

import pytest
from support.oldminutes.sheets import sheet

from minutebook.oldminutes.handwritten.reader import read_minutes
from minutebook.oldminutes.importer.action_history import actions_of

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
def test_a_box_below_the_word_for_who_was_there_is_no_item(text: str) -> None:
    assert list(actions_of(sheet(f"# Weekly\n\n{text}").root)) == []


@pytest.mark.parametrize("text", ROLLS)
def test_an_audit_follows_no_such_box(text: str) -> None:
    assert read_minutes(f"# Weekly\n\n{text}").actions == ()


@pytest.mark.parametrize("text", TASKS)
def test_a_box_elsewhere_is_an_item(text: str) -> None:
    assert [one.status for one in actions_of(sheet(f"# Weekly\n\n{text}").root)] == ["done", "open"]
    assert [one.closed for one in read_minutes(f"# Weekly\n\n{text}").actions] == [True, False]


def test_an_item_with_its_sign_is_one_among_who_was_there() -> None:
    (one,) = actions_of(sheet("# Weekly\n\n## Attendees\n\n- [x] Ana\n- AI (Ben): call Cleo\n").root)
    assert one.owners == ("Ben",)


def test_who_is_not_ticked_does_not_attend() -> None:
    found = read_minutes("# Weekly\n\n## Attendees\n\n- [x] Ana\n- [ ] Ben\n").attending
    assert [name.text for name in found] == ["Ana"]
