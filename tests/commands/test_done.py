"""`done`: an action item is done."""

import pytest
from support.actionmeetings import A1AA, NEWEST, call, newest
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_done_adds_one_line_to_the_item(notes: Notes) -> None:
    call(notes, "done", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: done\n")


def test_a_dropped_item_that_is_done_after_all_loses_its_reason(notes: Notes) -> None:
    call(notes, "drop", "a1aa", "--reason", "late")
    call(notes, "done", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: done\n")
