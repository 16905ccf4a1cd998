"""`commit-message`: proposes the message of a commit; git calls it as its hook `prepare-commit-msg`."""

import os
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from minutebook.commands._call import Call
from minutebook.counts.deltas import compute
from minutebook.merge.first_version import named_counts
from minutebook.merge.headline import LONGEST, headline
from minutebook.merge.meeting_changes import MeetingChange, changed_meetings
from minutebook.minutes.markdown import long_date
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.refusal import Refused

_EXACT = "surrogateescape"
_SOURCE = "PRE_COMMIT_COMMIT_MSG_SOURCE"
"""In which pre-commit hands on what git says of the message that is there already (githooks(5), prepare-commit-msg)."""
_MOST_LISTED = 20


def options(parser: ArgumentParser) -> None:
    """Add the options of `commit-message`."""
    parser.description = (
        "Git calls it before it opens an editor. It proposes what the staged meetings say, and leaves every message "
        "alone that is there already."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the file with the message")
    parser.add_argument(
        "source", nargs="?", metavar="SOURCE", help="where git has the message from, if it has one"
    )
    parser.add_argument("commit", nargs="?", metavar="COMMIT", help="the commit that it is from")


def run(call: Call) -> int:
    """Write a message into its file where there is none."""
    file = call.start / call.options.file
    text = file.read_bytes().decode("utf-8", _EXACT)
    is_there = call.options.source or os.environ.get(_SOURCE) or text.split("\n")[0].strip()
    message = "" if is_there else _message(call)
    if message:
        file.write_bytes(f"{message}\n{text}".encode("utf-8", _EXACT))
    return 0


def _message(call: Call) -> str:
    """Return the message that is proposed; empty where no meeting is staged."""
    repository = call.repository
    former = notebooks(repository.commit("HEAD")) if repository.has_commits else ()
    series = notebooks(repository.index())
    changes = tuple(changed_meetings(former, series))
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
    if change.fate in {"removed", "unreadable"}:
        return f"Minutes of {day}{' removed' if change.fate == 'removed' else ''}"
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
    folders = [notebook for notebook in series if str(notebook.path) in change.path]
    newest = max((max(notebook.days, default=change.day) for notebook in folders), default=change.day)
    day = long_date(change.day).removesuffix(f" {newest.year}")
    return f"{folders[-1].path.name}, {day}" if len(series) > 1 and folders else day
