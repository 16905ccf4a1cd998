"""People as they are typed in the meetings of a series, and what is found about them."""

from typing import Any

from support.notes import Notes

ROSTER = """\
format: 1
title: Team
roster:
  Mat: {aliases: [Matyas]}
  Diego:
  Marco Mambelli:
  everyone: {group: true}
"""
CHOIR = "roster: {Zo\u00eb: , Jos\u00e9 \u00c1ngel: , Anna: , Hanna: }\n"
FIRST, SECOND = "2020-01-06", "2020-01-13"


def hold(notes: Notes, body: str, day: str = FIRST, roster: str = ROSTER) -> str:
    """Write the meeting of a day, and return its path."""
    notes.write(f"{notes.series}/series.yaml", roster)
    return notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\n{body}")


def rules(notes: Notes) -> list[str]:
    """Return the rules of people that are broken."""
    return [rule for rule in notes.rules() if "missing" not in rule]


def people_problems(notes: Notes) -> list[dict[str, Any]]:
    """Return what is found about people."""
    return [problem for problem in notes.problems() if problem["rule"] in ("unknown-person", "person-twice")]
