"""Why a text can't be read as notes, and the text with what a hint says."""

import re

from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.yaml.loader import read


def refusals(text: str) -> tuple[Problem, ...]:
    """Return the problems of a text; none if it can be read."""
    try:
        read("a.yaml", text.encode())
    except Refused as refused:
        return refused.problems
    return ()


def mended(text: str, problem: Problem) -> str:
    """Return a file with the line of a problem as its hint says."""
    first_line = problem.hint.split("\n", maxsplit=1)[0]
    found = re.match(r"Write: (.*?)(?:   .*)?\Z", first_line)  # a remark stands three blanks behind
    assert found, problem
    lines = text.split("\n")
    old = lines[problem.location.line - 1]
    lines[problem.location.line - 1] = old[: len(old) - len(old.lstrip(" "))] + found[1]
    return "\n".join(lines)
