"""Drafts of meetings: one that is begun, and whether anybody has written into it yet."""

from datetime import date
from typing import Any

from minutebook.actions.lapse import is_touched
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Action, Actions, Meeting, Notes, Topic
from minutebook.records.series import Series
from minutebook.source.draft import draft

_EDITORS = "# yaml-language-server: "


def with_draft(notebook: Notebook, day: date, path: str) -> Notebook:
    """Return a series with the draft of a new meeting, and with the action items before it written out."""
    notebook = _with_previous(notebook, day)
    return notebook.with_meeting(day, path, _draft(notebook, day))


def is_untouched(notebook: Notebook, day: date) -> bool:
    """Whether the meeting of a day is a draft without a count, prose, attendance, or an action of its own."""
    meeting = notebook.meeting(day)
    if meeting.status != "draft" or meeting.named or _has_prose(meeting) or _has_count(meeting):
        return False
    previous = notebook.history.previous_held(day)
    earlier = {action.id: action for action in previous.actions} if previous else {}
    return all(_is_carried(notebook.series, action, earlier.get(action.id)) for action in meeting.actions)


def _has_prose(meeting: Meeting) -> bool:
    blocks = [block for section in meeting.root.walk() for block in section.blocks]
    texts = [block.text for block in blocks if isinstance(block, Notes)]
    listed = [member for block in blocks if isinstance(block, Actions) for member in block.listed]
    texts += [member.notes or "" for member in listed if isinstance(member, Topic)]
    return any(text.strip() for text in texts)


def _has_count(meeting: Meeting) -> bool:
    counts = [counter.value for counter in meeting.counters]
    counts += [count for table in meeting.tables for row in table.rows for count in row.counts]
    return any(count is not None for count in counts)


def _is_carried(series: Series, action: Action, earlier: Action | None) -> bool:
    return earlier is not None and not is_touched(series, action, earlier)


def _with_previous(notebook: Notebook, day: date) -> Notebook:
    """Return a series in which the meeting that items are carried from has all of them written out."""
    earlier = [held for held in notebook.held_days if held < day]
    return update_meeting(notebook, earlier[-1]) if earlier else notebook


def _draft(notebook: Notebook, day: date) -> str:
    """Return the text of a new meeting, from the last one before it, else from the newest, else from the series."""
    series, held = notebook.series, notebook.held_days
    models = [model for model in held if model < day] or held
    document = notebook.document(notebook.days[models[-1]]) if models else None
    comment = document.text.split("\n", 1)[0].rstrip("\r") if document else ""
    title = series.title.on(day)
    data = _with_title(document.data, series, models[-1], day) if document else {}
    return draft(
        day,
        data if document or not title else {"title": title},
        comment=comment if comment.startswith(_EDITORS) else "",
        header=dict(series.header),
        duty=series.duty,
        people=[person.name for person in series.roster if not person.group],
    )


def _with_title(data: dict[str, Any], series: Series, model: date, day: date) -> dict[str, Any]:
    """Return the data of the last meeting, with the title of a day if it has that of its series."""
    is_series_title = "title" in data and data["title"] == series.title.on(model)
    return {**data, "title": series.title.on(day)} if is_series_title else data
