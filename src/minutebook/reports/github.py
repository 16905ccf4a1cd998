"""Problems as the workflow commands by which GitHub marks them in the files."""

from collections.abc import Sequence

from minutebook.problem import Problem


def report(found: Sequence[Problem]) -> str:
    """Return a workflow command for each problem."""
    return "\n".join(_command(problem) for problem in found)


def _command(problem: Problem) -> str:
    place = f"file={_property(problem.path)},line={problem.place.line},col={problem.place.column}"
    message = "\n".join(part for part in (problem.sentence, problem.hint) if part)
    return f"::{problem.severity} {place},title={_property(problem.rule)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
