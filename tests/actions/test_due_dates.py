"""When an action is overdue."""

from datetime import date, timedelta

import pytest
from support.samples import meeting_with

from minutebook.actions.due_dates import is_overdue

DUE = date(2020, 10, 19)


def overdue(more: str, day: date = DUE + timedelta(days=1)) -> bool:
    (action,) = meeting_with("2020-10-05", f"id: k7q2m4, owner: Mat, task: x{more}").actions
    return is_overdue(action, day)


def test_an_open_item_is_overdue_after_its_day() -> None:
    assert [overdue(f", due: {DUE}", DUE + timedelta(days=days)) for days in (-1, 0, 1)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("status", ["done", "lapsed", "dropped, reason: late"])
def test_what_is_closed_is_not(status: str) -> None:
    assert not overdue(f", due: {DUE}, status: {status}")


def test_what_has_no_day_never_is() -> None:
    assert not overdue("")
