"""The first two files of a series."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from textwrap import dedent

import pytest

from minutebook.setup.new_series import NewSeries

SERIES = NewSeries(
    PurePosixPath("meetings/web"), "Web: team", "FREQ=WEEKLY;BYDAY=MO", ("Ann", "B, C"), date(2026, 1, 5)
)


def test_the_series_begins_with_what_was_answered() -> None:
    assert SERIES.series_path == "meetings/web/series.yaml"
    assert SERIES.series_text == dedent("""\
        # yaml-language-server: $schema=../../schema/series.schema.json
        # What new meetings start with: the title, the schedule, and the people with their other names.
        format: 1
        title: "Web: team"
        schedule:
          - {rule: "FREQ=WEEKLY;BYDAY=MO", from: 2026-01-05}
        roster:
          Ann: {}
          B, C: {}
        lapse: 4  # meetings that an action item may pass untouched; 0 is never
        # What the minutes say of a section with nothing in it:
        empty: None this week
        """)


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=1TH"])
def test_a_section_with_nothing_in_it_speaks_of_a_week_only_if_meetings_are_a_week_apart(rule: str) -> None:
    assert replace(SERIES, rule=rule).series_text.endswith("\nempty: None\n")


def test_what_was_not_answered_is_left_out() -> None:
    text = NewSeries(PurePosixPath("web"), "Web", "", (), date(2026, 1, 5)).series_text
    assert "schedule:" not in text
    assert "roster:" not in text


def test_the_first_meeting_is_a_draft_that_shows_how_people_are_listed() -> None:
    assert SERIES.meeting_path == "meetings/web/2026-01-05.yaml"
    assert SERIES.meeting_text.split("\n")[:6] == [
        "# yaml-language-server: $schema=../../schema/meeting.schema.json",
        'title: "Web: team"',
        "date: 2026-01-05",
        "status: draft",
        'attending:  # such as all, {all but: [Ann]}, or [Ann, "B, C"]',
        "sections:",
    ]


def test_a_first_name_that_only_one_has_is_an_alias() -> None:
    people = ("Ada Quill", "Ben Stone", "Ben Ray", "Cy", "Cy Dunn", "Dee")
    text = NewSeries(PurePosixPath("web"), "Web", "", people, date(2026, 1, 5)).series_text
    roster = text.partition("roster:\n")[2].partition("lapse:")[0]
    assert roster.split("\n")[:-1] == [
        "  Ada Quill: {aliases: [Ada]}",
        *(f"  {name}: {{}}" for name in people[1:]),
    ]
