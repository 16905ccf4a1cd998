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


def test_a_sentence_begins_with_the_record_that_it_is_about() -> None:
    assert problem(record="table jira", message="it is new").sentence == "table jira: it is new"
    assert problem(record="", message="it is new").sentence == "it is new"
