"""An action of a skipped meeting is one that stands in a meeting that was held, or has to be moved there."""

from datetime import date

import pytest
from support.series import FIRST, SECOND, THIRD, series_of

from minutebook.actions.called_off import called_off

ITEM = "actions:\n  - {id: k7q2m4, owner: Ann, task: call%s}\n"
SKIPPED = "status: skipped\nreason: nobody came\n"


@pytest.mark.parametrize(
    ("first", "second", "third", "more"),
    [
        (ITEM % "", ITEM % "", "", {}),
        (ITEM % "", ITEM % ", since: 2020-10-05", "", {}),
        (ITEM % "", ITEM % ", status: done", "", {"status": "done"}),
        (ITEM % ", due: 2020-12-01", ITEM % ", due: 2020-12-08", "", None),
        (ITEM % "", ITEM % "", ITEM % ", due: 2020-12-01", {}),
    ],
    ids=["same", "since", "done", "contradicting", "later"],
)
def test_what_it_says_more(first: str, second: str, third: str, more: dict[str, str] | None) -> None:
    notebook = series_of({FIRST: first, SECOND: SKIPPED + second, THIRD: third})
    (item,) = called_off(notebook.history, notebook.meeting(SECOND))
    assert item.additions == more


def test_one_that_a_later_meeting_closed_rests() -> None:
    closed = ITEM % ", status: done"
    meetings = {FIRST: "", SECOND: SKIPPED + ITEM % "", THIRD: closed, date(2020, 10, 26): ""}
    notebook = series_of(meetings)
    (item,) = called_off(notebook.history, notebook.meeting(SECOND))
    assert (item.held_meeting, item.additions) == (notebook.meeting(THIRD), {})


def test_a_meeting_that_was_held_has_none() -> None:
    notebook = series_of({FIRST: ITEM % ""})
    assert list(called_off(notebook.history, notebook.meeting(FIRST))) == []
