"""Problems as the code quality report that GitLab reads."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from minutebook.records.problem import Problem
from minutebook.reports import Presentation, Reporter
from minutebook.reports.json_ import json_text


def report(problems: Sequence[Problem], _presentation: Presentation) -> str:
    """Return the report as JSON; without problems it is an empty list."""
    pairs = zip(problems, _fingerprints(problems), strict=True)
    issues = [_issue(problem, fingerprint) for problem, fingerprint in pairs]
    return json_text(issues)


def _issue(problem: Problem, fingerprint: str) -> dict[str, object]:
    return {
        "description": _utf8(problem.sentence),
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": "major" if problem.severity == "error" else "minor",
        "location": {"path": _utf8(problem.path), "lines": {"begin": problem.location.line}},
    }


def _fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield what each problem is known by from one report to the next; of two that have one, GitLab keeps one."""
    counts: Counter[str] = Counter()
    for problem in problems:
        # Without numbers, because some messages name other lines, and these move.
        subject = problem.record or re.sub("[0-9]+", "0", problem.message)
        key = "\0".join((problem.rule, problem.path, subject))
        counts[key] += 1
        yield sha256(f"{key}\0{counts[key]}".encode("utf-8", "surrogatepass")).hexdigest()


def _utf8(text: str) -> str:
    """Escape what is no UTF-8, as in a file's name: one entry that can't be read costs all behind it."""
    return text.encode("utf-8", "backslashreplace").decode()


REPORTER = Reporter(report)
