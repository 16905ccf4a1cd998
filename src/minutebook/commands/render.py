"""`render`: a meeting's minutes on standard output."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.commands._options import add_snapshot_options
from minutebook.commands._series import find_meeting
from minutebook.notebook.generated import minutes_of
from minutebook.records.problem import UsageError


def options(parser: ArgumentParser) -> None:
    """Add the options of `render`."""
    parser.add_argument("meeting", metavar="MEETING", help="its file or its date")
    add_snapshot_options(parser)


def run(call: Call) -> int:
    """Print the minutes of one meeting."""
    notebook, day = find_meeting(call, call.options.meeting)
    meeting = notebook.meeting(day)
    if not meeting.held:
        raise UsageError(f"the meeting of {day} was skipped and has no minutes")
    call.console.markdown(minutes_of(notebook, meeting))
    return 0
