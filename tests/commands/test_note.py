"""`note`: what became of an action item so far."""

import pytest
from support.actionmeetings import D1DD, NEWEST, call, newest
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_note_adds_to_the_item_and_keeps_what_was_noted_before(notes: Notes) -> None:
    call(notes, "note", "d1dd", "half", "of it")
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + "        note: half of it\n")
    call(notes, "note", "d1dd", "  #2 is left ")
    listed = "        note:\n          - half of it\n          - '#2 is left'\n".replace("'", '"')
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + listed)
    assert notes.run("note", "d1dd", "half of it").returncode == 0
    call(notes, "note", "d1dd", "done?")
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + listed + "          - done?\n")
