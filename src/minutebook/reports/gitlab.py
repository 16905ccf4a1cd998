"""Problems as the code quality report that GitLab reads."""

import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from minutebook.records.problem import Problem


def report(found: Sequence[Problem]) -> str:
    """Return the report as JSON; without problems it is an empty list."""
    entries = [_entry(problem, name) for problem, name in zip(found, _fingerprints(found), strict=True)]
    return json.dumps(entries, indent=2, ensure_ascii=False)


def _entry(problem: Problem, fingerprint: str) -> dict[str, object]:
    return {
        "description": _utf8(problem.sentence),
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": "major" if problem.severity == "error" else "minor",
        "location": {"path": _utf8(problem.path), "lines": {"begin": problem.location.line}},
    }


def _fingerprints(found: Sequence[Problem]) -> Iterator[str]:
    """Yield what each problem is known by from one report to the next; of two that have one, GitLab keeps one."""
    seen: dict[str, int] = {}
    for problem in found:
        # Without numbers, because some messages name other lines, and these move.
        told = problem.record or re.sub("[0-9]+", "0", problem.message)
        key = "\0".join((problem.rule, problem.path, told))
        seen[key] = seen.get(key, 0) + 1
        yield sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()


def _utf8(text: str) -> str:
    """Escape what is no UTF-8, as in a file's name: one entry that can't be read costs all behind it."""
    return text.encode("utf-8", "backslashreplace").decode()
