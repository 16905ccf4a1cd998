"""A meeting and a series with all that the schemas know, and what these say of a few lines."""

from minutebook.records.problem import Problem
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

KINDS: tuple[schemas.FileType, ...] = ("meeting", "series")

MEETING = """\
title: Weekly
date: 2020-10-26
header:
  Coordinates: "by phone, <https://example.org/room>"
attending: [BrianL, Diego, "Marco Mambelli?"]
absent:
x-room: {anything: [goes, 1, true]}
sections:
  - title: Announcements
    notes: |
      One of us is away.
    sections:
      - title: Triage
        duty:
          This week: Diego
          Next week: [Mat, "TimT?"]
          After that:
        counters:
          open tickets: 11
          unknown yet:
          renamed: {value: 8, continues: old name}
      - title: JIRA
        table:
          id: jira
          labels: State
          columns: ["# of tickets"]
          rows:
            Open: 154
            Ready: 0
  - title: Software
    actions:
      - Edgar: find out why
      - AI (Mat): ask for a date
      - id: k7q2m4
        owner: unassigned
        task: diagnose it
      - topic: Release
        notes: |
          -   first
        actions:
          - BrianL, Mat: packages
          - id: m3x8d0
            owner: [BrianL, Mat]
            task: Python 3 support
            since: 2020-10-19
            due: 2020-11-09
            status: done
            note: merged
  - title: Numbers
    table:
      id: release
      columns: ["3.4.56", Both, "3.5.26"]
      continues: ["3.4.55", Both, "3.5.25"]
      baseline: none
      totals: both
      rows:
        Open: [0, null, 11]
    notes: ""
"""

SERIES = """\
format: 1
title: Weekly
schedule:
  - {rule: "FREQ=WEEKLY;BYDAY=MO", from: 2017-02-27}
header:
  Coordinates: by phone
roster:
  BrianL: {aliases: [Brian L, Brian]}
  Diego: {until: 2020-10-30}
  TimT:
  everyone: {group: true}
duty: [BrianL, Diego]
lapse: 4
empty: None this week
"""


def schema_problems(text: str, file_type: schemas.FileType = "meeting") -> tuple[Problem, ...]:
    """Return the problems of a file."""
    return schemas.problems(file_type, read("m.yaml", text.encode()))


def schema_problem(text: str, file_type: schemas.FileType = "meeting") -> Problem:
    """Return the only problem of a file."""
    (problem,) = schema_problems(text, file_type)
    return problem


def with_date(text: str) -> str:
    """Return a meeting that has the lines of a text, and a date."""
    return "date: 2020-10-26\n" + text


def check_words(text: str, rule: str, place: str, message: str, hint: str) -> None:
    """Check the only problem of a meeting: its rule, its line and column, and words of its message and hint."""
    problem = schema_problem(with_date(text))
    assert (problem.rule, f"{problem.location.line}:{problem.location.column}") == (rule, place)
    assert message in problem.message
    assert hint in problem.hint
