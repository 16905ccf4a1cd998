"""`duty`: who is proposed for the duties of the next meeting, and why."""

from argparse import ArgumentParser
from datetime import date

from minutebook.commands._call import Call
from minutebook.commands._options import add_format_option, add_series_argument
from minutebook.commands._series import find_series, scheduled_day
from minutebook.notebook.duty_turns import duty_turns
from minutebook.notebook.notebook import Notebook
from minutebook.reports.json_ import json_text


def options(parser: ArgumentParser) -> None:
    """Add the options of `duty`."""
    add_series_argument(parser)
    parser.add_argument("--propose", action="store_true", required=True, help="say who is next, and why")
    add_format_option(parser, "how it is shown")


def run(call: Call) -> int:
    """Print who is proposed for each duty of the draft that there is, else of the next meeting."""
    notebook = find_series(call, call.options.series)
    day, absent = _next_meeting(call, notebook)
    proposed = list(duty_turns(notebook, day, absent))
    if call.console.form == "json":
        records = [
            {
                "date": day,
                "section": duty.title,
                "label": turn.label,
                "person": turn.person,
                "reason": turn.reason,
            }
            for duty in proposed
            for turn in duty.turns
        ]
        call.console.data(json_text(records))
    elif proposed:
        call.console.data("\n".join([f"{day}", *(line for duty in proposed for line in duty.lines)]))
    else:
        call.console.say(f"no duty stands in the last meetings of {call.shown(notebook.path)}")
    return 0


def _next_meeting(call: Call, notebook: Notebook) -> tuple[date, tuple[str, ...]]:
    """Return the day of the newest draft and who will be absent there, else the next day."""
    newest = max(notebook.days, default=None)
    meeting = notebook.meeting(newest) if newest else None
    if meeting and meeting.status == "draft":
        attendance = meeting.root.attendance
        return meeting.date, (*attendance.absent, *(attendance.all_but or ()))
    return scheduled_day(call, notebook), ()
