"""What stands below an action in its list: notes, details, and other actions."""

import pytest
from support.oldminutes.items import brief, first, reader_of

from minutebook.records.meeting import Action


@pytest.mark.parametrize(
    ("below", "notes"),
    [
        ("  - half of it\n  - the rest\n", ("half of it", "the rest")),
        ("\n  Half of it\n  is done.\n", ("Half of it is done.",)),
        ("\n  Half.\n\n  - more\n", ("Half.", "more")),
    ],
)
def test_what_stands_below_an_action_is_its_note(below: str, notes: tuple[str, ...]) -> None:
    assert first(f"- AI (Ada): write\n{below}") == [("Ada", "write", notes)]


@pytest.mark.parametrize(("below", "notes"), [("DONE", ()), ("COMPLETE - on Friday", ("on Friday",))])
def test_a_line_below_an_action_may_say_that_it_is_done(below: str, notes: tuple[str, ...]) -> None:
    reader = reader_of(f"- AI (Ada): write\n  - {below}\n")
    (action,) = reader.read_item(reader.document.blocks[0].children[0], is_placed=False)
    assert isinstance(action, Action)
    assert (action.status, action.notes) == ("done", notes)


@pytest.mark.parametrize("below", ["  > half of it\n", "  ```\n  half\n  ```\n", "  - > half\n"])
def test_an_action_with_more_below_it_stays_prose(below: str) -> None:
    assert first(f"- AI (Ada): write\n{below}") == []


def test_what_stands_deeper_below_an_action_is_a_note_too() -> None:
    text = "- AI (Ada): write\n  - half\n    - of it\n"
    assert first(text) == [("Ada", "write", ("half", "of it"))]


def test_an_action_below_another_one_is_one_of_its_own() -> None:
    reader = reader_of("- AI (Ada): write\n  - AI (Ben): send\n  - half\n")
    read = reader.read_item(reader.document.blocks[0].children[0], is_placed=False)
    assert list(map(brief, read)) == [("Ada", "write", ("half",)), ("Ben", "send")]
    assert [(each.line, each.kind, each.stated) for each in reader.sheet.decisions] == [
        (2, "item split", "AI (Ben): send")
    ]


def test_an_action_reaches_to_the_last_line_of_its_notes() -> None:
    reader = reader_of("- AI (Ada): write\n\n  half\n  - more\n")
    (action,) = reader.read_item(reader.document.blocks[0].children[0], is_placed=False)
    assert action.key_path == (1, 4)


def test_a_note_in_a_line_that_must_stay_prose_keeps_its_action_there() -> None:
    reader = reader_of("- AI (Ada): write\n  - half\n", frozenset({2}))
    assert reader.read_item(reader.document.blocks[0].children[0], is_placed=False) == ()
