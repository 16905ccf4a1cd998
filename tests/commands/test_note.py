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


def test_what_has_lapsed_is_open_again_with_a_note(notes: Notes) -> None:
    call(notes, "note", "d1dd", "half of it")
    lapsed = newest(notes).replace("        note: half", "        status: lapsed\n        note: half")
    notes.write(f"{notes.series}/2020-10-26.yaml", lapsed)
    done = call(notes, "note", "d1dd", "half of it")
    assert "d1dd had lapsed; it is open again\n" in done.stderr
    assert newest(notes) == lapsed.replace("status: lapsed", "status: open")
