"""A meeting with one of each kind of block, in which slips are made, and what is said of them."""

from minutebook.notebook.file_mends import mend
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from support.series import FIRST, SERIES, path_of, read_series

ROSTER = """\
format: 1
title: Team
roster:
  Mat: {aliases: [Matyas]}
  Diego:
  BrianL: {aliases: [Brian]}
"""
MEETING = f"""\
date: {FIRST}
attending: [Mat, Diego]
notes: |
  one line
sections:
  - title: Numbers
    notes: |
      some text
    table:
      id: jira
      labels: State
      columns: ["3.9", "3.10"]
      rows:
        Open: [1, 2]
        Closed: [3, 4]
    sections:
      - title: Support
        counters:
          open tickets: 11
  - title: Team
    duty:
      This week: Mat
      Next week: Diego
    actions:
      - id: k7q2m4
        owner: Diego
        task: diagnose it
      - topic: OSG
        actions:
          - id: m3x8d0
            owner: [BrianL, Mat]
            task: EL8
            due: 2020-11-09
"""


def slipped(*slips: tuple[str, str]) -> str:
    """Return the meeting with slips: each the text that is meant and what was typed instead."""
    text = MEETING
    for meant, typed in slips:
        assert meant in text, meant
        text = text.replace(meant, typed, 1)
    return text


def reading_problems(text: str, series: str = ROSTER) -> tuple[Problem, ...]:
    """Return what keeps a meeting and its series from being read."""
    notebook = read_series({SERIES: series, path_of(FIRST): text})
    problems: list[Problem] = []
    for read in (lambda: notebook.series, lambda: notebook.meeting(FIRST)):
        try:
            read()
        except Refused as refused:
            problems += refused.problems
    return tuple(problems)


def mended(text: str, series: str = ROSTER) -> str:
    """Return a meeting as `sync --fix` leaves it."""
    notebook = read_series({SERIES: series, path_of(FIRST): text})
    return mend(notebook, [FIRST]).notebook.text(path_of(FIRST))
