"""A due date in words is seen, so that people can be told to write it as a day that everybody reads alike."""

import pytest

from minutebook.actions.unread_days import find_unread_day


@pytest.mark.parametrize(
    "words",
    [
        *("due 15 December", "due: 3.12.2026", "due 3/12", "by 24 Dec 2026", "until 24 December 2026"),
        *("by Friday", "due Oct 5", "due: Oct 1st", "by 1.10.2026", "till 12.2.2027", "due 2026-10-5"),
        *("due 2026/11/30", "by end of month", "by the end of March", "due 2026-11-31"),
        *("deadline 18 Dec", "until Friday", "by next week", "due Monday, 5 Oct 2026", "BY TOMORROW"),
    ],
)
@pytest.mark.parametrize("task", ["move it ({})", "move it, {}", "move it {}", "move it - {}, see #77"])
def test_words_for_a_day_behind_a_task_are_seen(words: str, task: str) -> None:
    assert find_unread_day(task.format(words)) == words


@pytest.mark.parametrize(
    "task",
    [
        *("stand by 3 servers", "written by Friday Smith", "order the overdue 3/12 bolts", "sort by month"),
        *("wait until all are here", "may 5 people come", "the due date is unclear", "by 12"),
    ],
)
def test_other_words_are_none(task: str) -> None:
    assert find_unread_day(task) is None
