"""`render`: a meeting's minutes on standard output."""

from minutebook.commands._call import Call
from minutebook.notebook.generated import minutes_of
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused


def run(call: Call) -> int:
    """Print the minutes of one meeting."""
    folder, day = call.meeting()
    try:
        meeting = folder.meeting(day)
        if not meeting.held:
            raise UsageError(f"the meeting of {day} was skipped and has no minutes")
        call.console.markdown(minutes_of(folder, meeting))
    except Refused as refused:
        return call.report(refused.problems)
    return 0
