"""Meetings and histories from a few lines of YAML, as the tests write them down, and problems."""

import re
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent
from typing import Any

from minutebook.minutes.page import write_minutes
from minutebook.records.dated import always
from minutebook.records.history import History, make_brief
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Location, Problem
from minutebook.records.series import ScheduleRule, Series, Style
from minutebook.reports import Presentation, load_reporter
from minutebook.source.build import build_meeting
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

MONDAYS = (ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",), date(2017, 2, 27)),)
MEETING_DAYS = [str(date(2020, 10, 5) + timedelta(weeks=week)) for week in range(8)]
LINE = "            owner: Digeo"


def meeting(text: str) -> Meeting:
    """Return the meeting that a YAML text holds; the text must fit the schema."""
    text = dedent(text)
    found = re.search(r"^date: (\S+)", text, re.MULTILINE)
    assert found, "a meeting has a date"
    document = read(f"meetings/technology/{found[1]}.yaml", text.encode())
    assert schemas.problems("meeting", document) == ()
    return build_meeting(document)


def meeting_with(day: str, *actions: str, top: str = "") -> Meeting:
    """Return a meeting with some action items, each the inside of a flow mapping."""
    listed = "".join(f"  - {{{action}}}\n" for action in actions)
    return meeting(f"date: {day}\n{top}\n{'actions:' if actions else ''}\n{listed}")


def history(
    *meetings: Meeting,
    schedule: tuple[ScheduleRule, ...] = MONDAYS,
    empty: str = "None this week",
    lapse: int = 4,
    strict: date | None = None,
    style: Style | None = None,
) -> History:
    """Return the history of a series that has these meetings."""
    path = "meetings/technology/series.yaml"
    series = Series(
        path,
        schedule=schedule,
        empty=always(empty),
        lapse=always(lapse),
        strict=strict,
        style=always(style or Style()),
    )
    by_day = {meeting.date: meeting for meeting in meetings}
    return History(series, sorted(by_day), by_day.__getitem__, lambda day: make_brief(by_day[day]))


def minutes(
    *meetings: Meeting, title: str = "Weekly", empty: str = "None this week", style: Style | None = None
) -> str:
    """Return the minutes of the last of some meetings, written after the others."""
    past, last = history(*meetings, empty=empty, style=style), meetings[-1]
    return write_minutes(last, past, last.title or title)


def problem(**changes: Any) -> Problem:
    """Return a problem; what a test is about is changed."""
    fields: dict[str, Any] = {
        "path": "meetings/technology/2020-10-26.yaml",
        "location": Location(31, 20, 5),
        "rule": "unknown-person",
        "message": "owner 'Digeo' is not in the roster; did you mean Diego?",
        "record": "action k7q2m4",
    }
    return Problem(**fields | changes)


def told(
    *problems: Problem, form: str = "text", source: str = LINE, excerpt: bool = False, **style: Any
) -> str:
    """Return problems in a format, as a user reads them who stands at the top of the repository."""
    presentation = Presentation(
        **style, top=Path.cwd(), source_line=(lambda _path, _line: source) if excerpt else None
    )
    return load_reporter(form).report(problems, presentation)
