"""The next meeting of a series: its day, what is left out before it, and where its file belongs."""

from datetime import date
from pathlib import PurePosixPath

from minutebook.notebook.notebook import Notebook
from minutebook.records import schedule
from minutebook.records.filenames import meeting_path


def latest_day(notebook: Notebook) -> date | None:
    """Return the day after which the next meeting comes: that of the latest held or drafted one, else of any."""
    return max(notebook.held_days, default=None) or max(notebook.days, default=None)


def next_day(notebook: Notebook, latest: date) -> date:
    """Return the next day of the schedule that was not announced as skipped; raises BadRule where there is none."""
    return schedule.next_meeting(notebook.series.schedule, latest, notebook.days)


def days_left_out(notebook: Notebook, day: date) -> list[date]:
    """Return the days of the schedule between the meeting before a day and that day on which none is written down."""
    rules = notebook.series.schedule
    earlier = [held_day for held_day in notebook.held_days if held_day < day]
    if not rules or not earlier:
        return []
    scheduled_days = schedule.days_passed(rules, earlier[-1], day)
    return [left_out for left_out in scheduled_days if left_out not in notebook.days]


def path_of_new(notebook: Notebook, day: date) -> str:
    """Return where the meetings of that year are kept: beside the newest, or in a folder for the year."""
    if not notebook.days:
        return meeting_path(notebook.path, day)
    newest = max(notebook.days)
    parent = PurePosixPath(notebook.days[newest]).parent
    if parent.name == str(newest.year) and parent != notebook.path:
        parent = parent.with_name(str(day.year))
    return meeting_path(parent, day)
