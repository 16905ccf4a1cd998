"""`new`: starts the next meeting."""

from argparse import ArgumentParser
from datetime import date, timedelta
from pathlib import PurePosixPath

from minutebook.actions import outcome
from minutebook.commands._call import Call
from minutebook.commands._option_values import parse_day
from minutebook.commands._series import find_series
from minutebook.notebook.drafted import with_draft
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.notebook import Notebook
from minutebook.records import schedule
from minutebook.records.filenames import meeting_path
from minutebook.records.problem import UsageError


def options(parser: ArgumentParser) -> None:
    """Add the options of `new`."""
    parser.add_argument(
        "series", nargs="?", metavar="SERIES", help="the folder of the series; needed if there are several"
    )
    parser.add_argument(
        "--date", metavar="D", help="its date, such as 2020-10-26; by default the schedule's next"
    )


def run(call: Call) -> int:
    """Write the draft of the next meeting of a series."""
    notebook = find_series(call, call.options.series)
    day = _date(call, notebook)
    path = _path(notebook, day)
    if day in notebook.days:
        raise UsageError(f"there is already a meeting of {day}: {notebook.days[day]}")
    drafted = with_draft(notebook, day, path)
    carried = update_meeting(drafted, day)
    texts = {changed: carried.text(changed) for changed in carried.drafts}
    became = outcome.describe_update(drafted.meeting(day), carried.meeting(day))
    call.write(texts, new=path)
    if became:
        call.console.say(f"{call.shown(path)}: {became}")
    call.console.say("Fill it in, delete `status: draft` when it is done, then type: minutebook sync")
    return 0


def _date(call: Call, notebook: Notebook) -> date:
    if call.options.date is not None:
        return parse_day("--date", call.options.date)
    drafts = [day for day in notebook.days if notebook.meeting(day).status == "draft"]
    if drafts:
        draft_path = notebook.days[max(drafts)]
        raise UsageError(
            f"{draft_path} is still a draft: finish it and delete its `status: draft`, or name a --date"
        )
    rules = notebook.series.schedule
    if not rules:
        return call.today
    newest = max(notebook.days, default=call.today - timedelta(days=1))
    try:
        return schedule.next_date(rules, newest)
    except schedule.BadRule as error:
        raise UsageError(f"{error}; name a --date") from None


def _path(notebook: Notebook, day: date) -> str:
    """Return where the meetings of that year are kept: beside the newest, or in a folder for the year."""
    if not notebook.days:
        return meeting_path(notebook.path, day)
    newest = max(notebook.days)
    parent = PurePosixPath(notebook.days[newest]).parent
    if parent.name == str(newest.year) and parent != notebook.path:
        parent = parent.with_name(str(day.year))
    return meeting_path(parent, day)
