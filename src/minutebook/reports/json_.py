"""Problems as JSON, for scripts."""

import json
from collections.abc import Sequence
from datetime import date

from minutebook.records.problem import Problem, discreet
from minutebook.reports import Presentation, Reporter


def json_text(data: object) -> str:
    """Return data as JSON, days as text, in the way of every command that prints some."""
    return json.dumps(data, indent=2, ensure_ascii=False, default=date.isoformat)


def report(problems: Sequence[Problem], _presentation: Presentation) -> str:
    """Return a list of the problems; its keys are stable."""
    return json_text([_record(problem) for problem in problems])


def _record(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "rule": problem.rule,
        "record": discreet(problem.record),
        "message": discreet(problem.message),
        "hint": problem.remedy,
        "severity": problem.severity,
    }


REPORTER = Reporter(report)
