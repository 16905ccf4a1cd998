"""Why a text can't be read as notes, and the text with what a hint says."""

import re

import pytest

from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.yaml.loader import read

WORDS = (
    *(
        "fix",
        "issue",
        "#445",
        "#",
        "note:",
        "a:b",
        "[link](url)",
        "*bold*",
        "`code`",
        "&amp;",
        "!",
        "%",
        "@Mat",
        "{x}",
    ),
    *(
        '"quoted"',
        "'s",
        "it's",
        "-",
        "3.10",
        "12:30",
        "(Mat):",
        "|",
        ">",
        "1,",
        "[x]",
        "x]",
        "\u00e9",
        "\U0001f389",
    ),
    *("..", "...", "a\\b"),
)
"""What prose may have in it, and YAML takes for something else."""


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


def refused_places(text: str | bytes, *, pure: bool = False) -> list[tuple[int, int, str]]:
    """Return line, column and rule of everything that is refused in a text, which can't be read."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(Refused) as caught:
        read("a.yaml", data, pure=pure)
    return [
        (problem.location.line, problem.location.column, problem.rule) for problem in caught.value.problems
    ]
