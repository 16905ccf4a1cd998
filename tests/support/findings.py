"""What the rules find in meetings that a test writes down."""

from textwrap import dedent

from minutebook import rules
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from support.samples import history, meeting


def dated(day: str, body: str) -> Meeting:
    """Return the meeting of a day; the body must fit the schema."""
    return meeting(f"date: {day}\n{dedent(body)}")


def findings(*meetings: Meeting) -> list[Finding]:
    """Return what is found in the last of some meetings."""
    last = meetings[-1]
    return [
        *rules.structural_findings(last),
        *rules.lone_findings(last),
        *rules.historical_findings(last, history(*meetings)),
    ]


def broken_rules(*meetings: Meeting) -> list[str]:
    """Return the rules that the last meeting breaks, but for a missing title, which few meetings of tests have."""
    return [finding.rule for finding in findings(*meetings) if finding.rule != "title-missing"]


def only_finding(rule: str, *meetings: Meeting) -> Finding:
    """Return what one rule finds in the last meeting, which must be one thing."""
    (finding,) = (finding for finding in findings(*meetings) if finding.rule == rule)
    return finding
