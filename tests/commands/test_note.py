"""`note`: what became of an action item so far."""

import pytest
from support.actionmeetings import D1DD, NEWEST, call, newest
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_note_adds_one_line_to_the_item_and_then_replaces_it(notes: Notes) -> None:
    call(notes, "note", "d1dd", "half", "of it")
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + "        note: half of it\n")
    call(notes, "note", "d1dd", "  #2 is left ")
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + '        note: "#2 is left"\n')
