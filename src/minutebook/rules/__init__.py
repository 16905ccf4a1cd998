"""What must hold beyond the schemas, one registered generator a rule."""

from minutebook.rules import (  # noqa: F401  registers them
    action_ids,
    action_words,
    actions,
    columns,
    counts,
    duty,
    exposure,
    label_twins,
    left_lines,
    meetings,
    misread_tasks,
    ok,
    participants,
    people,
    prose,
    roster_names,
    rows,
    sections,
    skipped_meetings,
    tables,
    total_names,
    typography,
)
from minutebook.rules.registry import HISTORY, MEETING, SERIES, STRUCTURE

series_findings = SERIES.findings
structural_findings = STRUCTURE.findings
lone_findings = MEETING.findings
lone_errors = MEETING.errors
historical_findings = HISTORY.findings
historical_errors = HISTORY.errors


def names() -> set[str]:
    """Return the names of all registered rules."""
    return SERIES.names() | STRUCTURE.names() | MEETING.names() | HISTORY.names()
