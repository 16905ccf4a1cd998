"""Problems and their order."""

from support.samples import problem

from minutebook.records.problem import Location, Problem, discreet


def test_problems_are_sorted_by_file_place_and_rule() -> None:
    found = [
        problem(path="b", location=Location(1, 1)),
        problem(path="a", location=Location(10, 1)),
        problem(path="a", location=Location(9, 5), rule="z"),
        problem(path="a", location=Location(9, 5), rule="b"),
        problem(path="a", location=Location(9, 2)),
    ]
    assert sorted(found, key=Problem.order) == [found[index] for index in (4, 3, 2, 1, 0)]


def test_a_message_shows_no_more_of_a_value_than_its_beginning() -> None:
    assert discreet(f"'{'x' * 99}' is not \"{'y' * 99}\"") == f"'{'x' * 60}' is not \"{'y' * 60}\""
    assert len(discreet("it's " * 1000)) == 1000


def test_an_apostrophe_within_a_word_is_no_quote() -> None:
    names = "'Tom' must be an alias of one person, not of Maria Huber and of Tom O'Neill, nor somebody else's"
    assert discreet(names) == names
    assert discreet(f"'it's {'x' * 99}' is text") == f"'it's {'x' * 55}' is text"


def test_a_message_shows_nothing_of_a_code_but_its_beginning() -> None:
    assert problem(record="", message="'PIN: 48151' is text").sentence == "'PIN: 4****' is text"


def test_a_remedy_tells_no_code_and_says_so() -> None:
    hint = problem(hint="Write: notes: 'PIN: 48151 #4'").remedy
    assert hint == "Write: notes: 'PIN: 4**** #4'\n(The * are what looks like a code, and stay as they are.)"


def test_a_remedy_shows_both_ends_of_a_line_that_nobody_copies() -> None:
    line = f"Write: {'x' * 993}"
    assert problem(hint=f"{line}\n{line}y").remedy == f"{line}\n{line[:100]} \u2026 {line[-99:]}y"


def test_a_sentence_begins_with_the_record_that_it_is_about() -> None:
    assert problem(record="table jira", message="it is new").sentence == "table jira: it is new"
    assert problem(record="", message="it is new").sentence == "it is new"
