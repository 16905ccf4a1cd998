"""Of several slips the smallest is told, and it is certain if no other one is as small."""

from minutebook.records.problem import Location, Problem
from minutebook.source.slips.diagnosis import diagnose
from minutebook.source.slips.slip import Slip
from minutebook.source.slips.trial import Trial
from minutebook.source.yaml.loader import read

TEXT = "a: 1\n b: 2\n"
STOPPED = Problem("m.yaml", Location(2, 2), "yaml-syntax", "this can't be read")


def trial(line: str, distance: int) -> Trial:
    document = read("m.yaml", f"a: 1\n{line}\n".encode())
    return Trial(Slip(Location(2, 2), line, "Write it", 1, (line,), distance), document, fits=True)


def test_the_smallest_is_told_and_certain() -> None:
    (problem,) = diagnose("m.yaml", [STOPPED], [trial("b: 3", 2), trial("b: 2", 1)], TEXT.split("\n"))
    assert (problem.rule, problem.message, problem.mend, problem.is_certain) == (
        "yaml-syntax",
        "b: 2",
        "b: 2",
        True,
    )
    assert problem.mend_at == Location(2, 1, 5)


def test_two_that_are_as_small_are_certain_only_if_they_say_the_same() -> None:
    (same,) = diagnose("m.yaml", [STOPPED], [trial("b: 2", 1), trial("b:  2", 1)], TEXT.split("\n"))
    (different,) = diagnose("m.yaml", [STOPPED], [trial("b: 2", 1), trial("b: 3", 1)], TEXT.split("\n"))
    assert (same.is_certain, different.is_certain) == (True, False)
