"""What the schemas say of a few lines of a meeting or a series."""

from minutebook.records.problem import Problem
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read


def schema_problems(text: str, file_type: schemas.FileType = "meeting") -> tuple[Problem, ...]:
    """Return the problems of a file."""
    return schemas.problems(file_type, read("m.yaml", text.encode()))


def schema_problem(text: str, file_type: schemas.FileType = "meeting") -> Problem:
    """Return the only problem of a file."""
    (problem,) = schema_problems(text, file_type)
    return problem


def with_date(text: str) -> str:
    """Return a meeting that has the lines of a text, and a date."""
    return "date: 2020-10-26\n" + text


def check_words(text: str, rule: str, place: str, message: str, hint: str) -> None:
    """Check the only problem of a meeting: its rule, its line and column, and words of its message and hint."""
    problem = schema_problem(with_date(text))
    assert (problem.rule, f"{problem.location.line}:{problem.location.column}") == (rule, place)
    assert message in problem.message
    assert hint in problem.hint
