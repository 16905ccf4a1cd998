"""What the rules find in meetings, as their tests ask for it."""

from dataclasses import replace
from textwrap import dedent

from minutebook import rules
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.records.series import Person, ScheduleRule
from support import samples

SKIPPED = "status: skipped\nreason: a holiday\n"


def met(day: str, body: str = "") -> Meeting:
    """Return the meeting of a day from its other lines."""
    return samples.meeting(f"date: {day}\n{dedent(body)}")


def findings(
    rule: str,
    *meetings: Meeting,
    of: int = -1,
    lapse: int = 4,
    roster: tuple[Person, ...] = (),
    schedule: tuple[ScheduleRule, ...] = samples.MONDAYS,
) -> list[Finding]:
    """Return what a rule finds in one of some meetings, the last if nothing else is said."""
    past = samples.history(*meetings, schedule=schedule, lapse=lapse)
    past = replace(past, series=replace(past.series, roster=roster))
    return [finding for finding in _all_findings(meetings[of], past) if finding.rule == rule]


def finding(rule: str, *meetings: Meeting) -> Finding:
    """Return the only thing that a rule finds in the last of some meetings."""
    (only,) = findings(rule, *meetings)
    return only


def broken(*meetings: Meeting) -> list[str]:
    """Return the rules that the last of some meetings breaks, but for a missing title, which few here have."""
    found = _all_findings(meetings[-1], samples.history(*meetings))
    return [finding.rule for finding in found if finding.rule != "title-missing"]


def _all_findings(meeting: Meeting, past: History) -> list[Finding]:
    return [
        *rules.structural_findings(meeting),
        *rules.lone_findings(meeting),
        *rules.historical_findings(meeting, past),
    ]
