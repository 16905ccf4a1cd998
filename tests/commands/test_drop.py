"""`drop`: an action item will not be done, and why."""

import pytest
from support.actionmeetings import A1AA, D1DD, NEWEST, call, fail, newest
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_drop_adds_two_lines_to_the_item(notes: Notes) -> None:
    call(notes, "drop", "d1dd", "--reason", "nobody: wants it")
    assert newest(notes) == NEWEST.replace(
        D1DD, D1DD + '        status: dropped\n        reason: "nobody: wants it"\n'
    )


def test_a_done_item_can_be_dropped(notes: Notes) -> None:
    call(notes, "done", "a1aa")
    call(notes, "drop", "a1aa", "--reason", "late")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: dropped\n        reason: late\n")


@pytest.mark.parametrize(
    ("reason", "sign"),
    [("", ""), ("   ", ""), ("two\nlines", ""), ("a\x07bell", ", without U+0007 (a control character)")],
)
def test_a_reason_is_one_line_of_text(notes: Notes, reason: str, sign: str) -> None:
    assert fail(notes, "drop", "a1aa", "--reason", reason) == f"the reason must be one line of text{sign}"
    assert fail(notes, "note", "a1aa", reason) == f"the note must be one line of text{sign}"


def test_drop_wants_a_reason(notes: Notes) -> None:
    done = notes.minutebook("drop", "a1aa", code=2)
    assert "--reason" in done.stderr
    assert newest(notes) == NEWEST
