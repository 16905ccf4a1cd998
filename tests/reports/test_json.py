"""Problems as JSON."""

import json
from typing import Any

from support.samples import problem, told

from minutebook.records.problem import Problem


def entries(*problems: Problem) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(told(*problems, form="json"))
    return data


def test_json_has_the_agreed_keys() -> None:
    (entry,) = entries(problem(hint="Write: owner: Diego"))
    assert entry == {
        "path": "meetings/technology/2020-10-26.yaml",
        "line": 31,
        "column": 20,
        "rule": "unknown-person",
        "record": "action k7q2m4",
        "message": "owner 'Digeo' is not in the roster; did you mean Diego?",
        "hint": "Write: owner: Diego",
        "severity": "error",
    }


def test_no_problems_are_an_empty_list() -> None:
    assert entries() == []
