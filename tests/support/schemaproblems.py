"""What the schemas say of a few lines of a meeting or a series."""

from minutebook.records.problem import Problem
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read


def schema_problems(text: str, kind: schemas.Kind = "meeting") -> tuple[Problem, ...]:
    """Return the problems of a file."""
    return schemas.problems(kind, read("m.yaml", text.encode()))


def schema_problem(text: str, kind: schemas.Kind = "meeting") -> Problem:
    """Return the only problem of a file."""
    (problem,) = schema_problems(text, kind)
    return problem


def with_date(text: str) -> str:
    """Return a meeting that has the lines of a text, and a date."""
    return "date: 2020-10-26\n" + text
