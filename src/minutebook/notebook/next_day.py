"""The next meeting of a series: its day, what is left out before it, and where its file belongs."""

from datetime import date, timedelta
from pathlib import PurePosixPath

from minutebook.notebook.notebook import Notebook
from minutebook.records import schedule
from minutebook.records.filenames import meeting_path


def next_day(notebook: Notebook, today: date | None = None) -> date | None:
    """Return the next day of the schedule that was not announced as skipped; raises BadRule where there is none.

    It comes after the latest meeting that was held or drafted, else after any. A series without a meeting begins `today`
    or later. None without a schedule, and where nothing tells after which day.
    """
    rules = notebook.series.schedule
    latest = max(notebook.held_days, default=None) or max(notebook.days, default=None)
    if latest is None and today:
        latest = today - timedelta(days=1)
    return schedule.next_meeting(rules, latest, notebook.days) if rules and latest else None


def days_left_out(notebook: Notebook, day: date) -> list[date]:
    """Return the days of the schedule between the meeting before a day and that day on which none is written down."""
    rules, previous = notebook.series.schedule, notebook.history.previous_held(day)
    if not rules or not previous:
        return []
    scheduled_days = schedule.days_passed(rules, previous.date, day)
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
