"""Meetings and histories from a few lines of YAML, as the tests write them down."""

import re
from datetime import date
from textwrap import dedent

from minutebook import deltas, schema
from minutebook.building import build_meeting
from minutebook.history import History
from minutebook.minutes import write_minutes
from minutebook.model import Meeting, Rule, Series
from minutebook.tables import draw_pipes
from minutebook.yamlfile.loader import read

MONDAYS = (Rule("FREQ=WEEKLY;BYDAY=MO", date(2017, 2, 27)),)


def meeting(text: str) -> Meeting:
    """Return the meeting that a YAML text holds; the text must fit the schema."""
    text = dedent(text)
    found = re.search(r"^date: (\S+)", text, re.MULTILINE)
    assert found, "a meeting has a date"
    document = read(f"meetings/technology/{found[1]}.yaml", text.encode())
    assert schema.problems("meeting", document) == ()
    return build_meeting(document)


def history(
    *meetings: Meeting, schedule: tuple[Rule, ...] = MONDAYS, empty: str = "None this week"
) -> History:
    """Return the history of a series that has these meetings."""
    series = Series("meetings/technology/series.yaml", schedule=schedule, empty=empty)
    by_day = {meeting.date: meeting for meeting in meetings}
    return History(series, sorted(by_day), by_day.__getitem__)


def minutes(*meetings: Meeting, title: str = "Weekly", empty: str = "None this week") -> str:
    """Return the minutes of the last of some meetings, written after the others."""
    past, last = history(*meetings), meetings[-1]
    return write_minutes(
        last,
        deltas.compute(last, past),
        title=last.title or title,
        empty=empty,
        ordinal=lambda since: past.ordinal(since, last.date),
        draw=draw_pipes,
    )
