"""Problems and their order."""

from support.samples import problem

from minutebook.records.problem import Location, Problem


def test_problems_are_sorted_by_file_place_and_rule() -> None:
    found = [
        problem(path="b", location=Location(1, 1)),
        problem(path="a", location=Location(10, 1)),
        problem(path="a", location=Location(9, 5), rule="z"),
        problem(path="a", location=Location(9, 5), rule="b"),
        problem(path="a", location=Location(9, 2)),
    ]
    assert sorted(found, key=Problem.order) == [found[index] for index in (4, 3, 2, 1, 0)]
