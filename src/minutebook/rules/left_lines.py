"""Rules about lines that were typed in one go."""

from collections.abc import Iterator

from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import SYNC, counted, excerpt
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY

_QUICK = ("quick",)


@HISTORY.rule("quick-left")
def no_lines_are_left(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Lines that were typed in one go must be in their places once a meeting is no draft."""
    if meeting.status != "draft":
        yield from _left(meeting, history)


@HISTORY.rule("quick-left", severity="warning")
def lines_of_a_draft_have_a_place(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Lines that were typed in one go should have a place in a draft."""
    if meeting.status == "draft":
        yield from _left(meeting, history)


def _left(meeting: Meeting, history: History) -> Iterator[Finding]:
    if not meeting.quick.strip():
        return
    if not meeting.held:
        message = "nothing is put in its place in a meeting that was skipped"
        yield Finding(_QUICK, message, hint="Write it under `notes`, or delete it.", on_key=True)
        return
    from minutebook.actions.known_people import people_of
    from minutebook.actions.quick import quick_lines

    lines = quick_lines(meeting, people_of(history, meeting))
    waiting = sum(not line.obstacle for line in lines)
    if waiting:
        verb = "waits" if waiting == 1 else "wait"
        message = f"{counted(waiting, 'line')} {verb} to be put in place"
        yield Finding(_QUICK, message, hint=SYNC, on_key=True)
    for line in lines:
        if line.obstacle:
            mend, hint = line.mend, line.hint
            if "\n" not in meeting.quick:  # it stands on the line of the key
                mend, hint = None, hint.replace("Write: ", "Write `quick: |`, and below it, indented: ", 1)
            message = f"{excerpt(line.typed.strip(), 40)} can't be put in place: {line.obstacle}"
            yield Finding(_QUICK, message, hint=hint, line=line.number, mend=mend)
