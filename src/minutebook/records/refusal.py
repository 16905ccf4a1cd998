"""The refusal of a file that can't be read as notes."""

from minutebook.records.problem import Location, Problem


class Refused(Exception):
    """A file that can't be read as notes, with everything that stands in the way."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


def refuse(
    path: str,
    location: Location,
    rule: str,
    message: str,
    hint: str = "",
    *,
    mend: str | None = None,
    mend_at: Location | None = None,
) -> Refused:
    """Make the refusal of a file for one problem."""
    return Refused((Problem(path, location, rule, message, hint, mend=mend, mend_at=mend_at),))
