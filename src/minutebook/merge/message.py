"""The message that is proposed for a commit, from what it changes in the meetings."""

from collections.abc import Container, Sequence

from minutebook.counts.deltas import compute
from minutebook.merge.headline import LONGEST, headline
from minutebook.merge.meeting_changes import Fate, MeetingChange, changed_meetings
from minutebook.merge.meeting_news import named_counts
from minutebook.minutes.markdown import long_date
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import is_at_or_below
from minutebook.records.refusal import Refused

_MOST_LISTED = 20
_WITHOUT_NEWS: dict[Fate, str] = {"removed": " removed", "orphaned": " without a series", "unreadable": ""}


def propose_message(former: Sequence[Notebook], series: Sequence[Notebook], files: Container[str]) -> str:
    """Return a message that says what is not the same in two states; empty where no meeting changed.

    `files` are the paths of the later state.
    """
    changes = tuple(changed_meetings(former, series, files))
    if len(changes) > _MOST_LISTED:
        return f"Minutes of {len(changes)} meetings"
    lines = [_line(change, series) for change in changes]
    if len(lines) <= 1:
        return "".join(lines)
    days = dict.fromkeys(_day(change, series) for change in changes)
    subject = f"Minutes of {', '.join(days)}"
    subject = subject if len(subject) <= LONGEST else f"Minutes of {len(lines)} meetings"
    return "\n".join([subject, "", *(f"- {line}" for line in lines)])


def _line(change: MeetingChange, series: Sequence[Notebook]) -> str:
    day = _day(change, series)
    if change.fate in _WITHOUT_NEWS:
        return f"Minutes of {day}{_WITHOUT_NEWS[change.fate]}"
    notebook = _notebook(change, series)
    try:
        meeting = notebook.meeting(change.day)
        if not meeting.held:
            return f"No meeting on {day}: {meeting.reason}"
        data, deltas = notebook.document(change.path).data, compute(meeting, notebook.history)
    except Refused:  # the hook before this one has said so
        return f"Minutes of {day}"
    name = f"{'Draft' if meeting.status == 'draft' else 'Minutes'} of {day}"
    return headline(name, change.differences, named_counts(data, deltas))


def _notebook(change: MeetingChange, series: Sequence[Notebook]) -> Notebook:
    return next(notebook for notebook in series if notebook.days.get(change.day) == change.path)


def _day(change: MeetingChange, series: Sequence[Notebook]) -> str:
    """Return the day of a meeting: its year only if the newest one is of another, its series only if there are more."""
    folders = [notebook for notebook in series if is_at_or_below(change.path, (notebook.path,))]
    newest = max((max(notebook.days, default=change.day) for notebook in folders), default=change.day)
    day = long_date(change.day).removesuffix(f" {newest.year}")
    return f"{folders[-1].path.name}, {day}" if len(series) > 1 and folders else day
