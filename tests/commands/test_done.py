"""`done`: an action item is done."""

import json

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


def test_several_are_closed_at_once_or_none(notes: Notes) -> None:
    ids = [action["id"] for action in json.loads(notes.run("actions", "--format", "json").stdout)][:2]
    assert notes.run("done", ids[0], "z9zzzz").returncode == 2
    assert newest(notes) == NEWEST
    assert notes.run("done", *ids).returncode == 0
    assert newest(notes).count("status: done") == 2
