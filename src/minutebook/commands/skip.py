"""`skip`: a meeting is not held, and why."""

from argparse import ArgumentParser
from datetime import date, timedelta

from minutebook.commands._call import Call
from minutebook.commands._option_values import named_day, one_line
from minutebook.commands._options import add_series_argument
from minutebook.commands._series import find_series, scheduled_day
from minutebook.notebook.drafted import is_untouched, skipped_text
from minutebook.notebook.next_day import path_of_new
from minutebook.notebook.notebook import Notebook
from minutebook.records.problem import UsageError
from minutebook.records.schedule import days_between


def options(parser: ArgumentParser) -> None:
    """Add the options of `skip`."""
    add_series_argument(parser)
    parser.add_argument("--reason", metavar="R", required=True, help="why, in one line")
    parser.add_argument(
        "--date", metavar="D", help="the day; by default that of the newest draft, else the schedule's next"
    )


def run(call: Call) -> int:
    """Write down that a meeting is not held; a draft that nobody has written into gives way."""
    reason = one_line("the reason", call.options.reason)
    notebook = find_series(call, call.options.series)
    day = _date(call, notebook)
    path = notebook.days.get(day)
    if path and not notebook.brief(day).held:
        raise UsageError(f"the meeting of {day} is skipped already: {call.shown(path)}")
    if path and not is_untouched(notebook, day):
        raise UsageError(
            f"there is already a meeting of {day}: {call.shown(path)}; "
            "if it is not held, write `status: skipped` and `reason: ...` in it"
        )
    new_path = "" if path else path_of_new(notebook, day)
    call.write({path or new_path: skipped_text(notebook, day, reason)}, new=new_path)
    rules = notebook.series.schedule
    if rules and day not in days_between(rules, day - timedelta(days=1), day):
        call.console.say(f"{day} is no day of the schedule; if another one was meant, delete this file")
    call.console.say("Then type: minutebook sync")
    return 0


def _date(call: Call, notebook: Notebook) -> date:
    if day := named_day(call):
        return day
    newest = max(notebook.held_days, default=None)
    if newest and is_untouched(notebook, newest):
        return newest
    if not notebook.series.schedule:
        raise UsageError(f"{notebook.path} has no schedule that tells the next meeting; name a --date")
    day = scheduled_day(call, notebook)
    if newest and newest < day and notebook.brief(newest).status == "draft":
        raise UsageError(
            f"{newest} is a draft that somebody has written into: if it is that one which is not held, write "
            f"`status: skipped` and `reason: ...` into {call.shown(notebook.days[newest])}; "
            f"for another day add --date {day}"
        )
    return day
