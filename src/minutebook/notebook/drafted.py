"""Drafts of meetings: one that is begun, and whether anybody has written into it yet."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from minutebook.actions.lapse import is_touched, without_lapse
from minutebook.counts.baseline import has_count
from minutebook.notebook.duty_turns import duty_turns
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.last_counts import with_last_counts
from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Action, Meeting
from minutebook.records.named_days import named_days, names_another_day, redated
from minutebook.records.series import Series
from minutebook.source.draft import draft
from minutebook.source.section_offer import MOST
from minutebook.source.write import EDITORS_LINE, write_file
from minutebook.source.yaml.document import Document


def with_draft(notebook: Notebook, day: date, path: str) -> Notebook:
    """Return a series with the draft of a new meeting, and with the action items before it written out."""
    notebook = _with_previous(notebook, day)
    drafted = notebook.with_meeting(day, path, _draft(notebook, day))
    return drafted.with_text(path, with_last_counts(drafted, drafted.meeting(day)))


def skipped_text(notebook: Notebook, day: date, reason: str) -> str:
    """Return the text of a meeting that is not held."""
    data = {"date": str(day), "status": "skipped", "reason": reason}
    return write_file(data, *_comments(_models(notebook, day)))


def is_untouched(notebook: Notebook, day: date) -> bool:
    """Whether the meeting of a day is a draft without a count, prose, attendance, or an action of its own."""
    meeting = notebook.meeting(day)
    has_attendance = any(section.attendance for section in meeting.sections)
    has_prose = any(text.strip() for _path, text in meeting.prose())
    if (
        meeting.status != "draft"
        or has_attendance
        or has_prose
        or meeting.quick.strip()
        or has_count(meeting)
    ):
        return False
    previous = notebook.history.previous_held(day)
    return all(_is_carried(notebook.series, action, previous) for action in meeting.actions)


def _is_carried(series: Series, action: Action, previous: Meeting | None) -> bool:
    earlier = previous.action(action.id) if previous and action.id else None
    # That it has lapsed nobody but `new` and `sync` has written.
    return earlier is not None and not is_touched(series, without_lapse(action), earlier)


def _with_previous(notebook: Notebook, day: date) -> Notebook:
    """Return a series in which the meeting that items are carried from has all of them written out."""
    previous = notebook.history.previous_held(day)
    return update_meeting(notebook, previous.date) if previous else notebook


def _draft(notebook: Notebook, day: date) -> str:
    """Return the text of a new meeting, from those that it goes on from, else from the series."""
    series, models = notebook.series, _models(notebook, day)
    title = series.title.on(day)
    meetings = [model.data for model in models] or ([{"title": title}] if title else [])
    if models:
        meetings[0] = _with_title(meetings[0], series, day)
    people = {
        (duty.title, duty.labels): {turn.label: turn.person for turn in duty.turns}
        for duty in duty_turns(notebook, day)
    }
    everybody = (person.name for person in series.roster if not person.group)
    return draft(
        day,
        meetings,
        comment=next(iter(_comments(models)), ""),
        header=dict(series.header),
        turns=lambda title, labels: people.get((title, labels), dict.fromkeys(labels)),
        # Of the first ones it makes examples, so who has left stands last.
        people=[*dict.fromkeys((*notebook.history.roster.members(day), *everybody))],
    )


def _models(notebook: Notebook, day: date) -> list[Document]:
    """Return the last meetings before a day, else the newest ones, that were held, newest first."""
    held_days = notebook.held_days
    model_days = [model_day for model_day in held_days if model_day < day] or held_days
    return [notebook.document(notebook.days[model_day]) for model_day in model_days[: -MOST - 1 : -1]]


def _comments(models: Sequence[Document]) -> tuple[str, ...]:
    """Return the line by which editors find the schema, if the newest model has it."""
    first_line = models[0].text.split("\n", 1)[0].rstrip("\r") if models else ""
    return (first_line,) if first_line.startswith(EDITORS_LINE) else ()


def _with_title(data: dict[str, Any], series: Series, day: date) -> dict[str, Any]:
    """Return the data of an earlier meeting, with the title that goes with a day.

    One that named its own day names that day; any other is a special one, or an old one if the series has a title.
    """
    if "title" not in data:
        return data
    former_day = date.fromisoformat(data["date"])
    if data["title"] == series.title.on(former_day) or not named_days(data["title"]):
        return {**data, "title": series.title.on(day) or data["title"]}
    is_stale = names_another_day(data["title"], former_day)
    return data if is_stale else {**data, "title": redated(data["title"], day)}
