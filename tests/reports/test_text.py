"""Problems as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.samples import problem, told

from minutebook.records.problem import Location, Severity
from minutebook.reports.characters import width
from minutebook.reports.text import count_problems

HOSTILE = "\x1b[31mred\x1b[0m \u202e\x9b2J \a"


def test_a_problem_is_one_line_that_names_the_record() -> None:
    assert told(problem()) == (
        "meetings/technology/2020-10-26.yaml:31:20: unknown-person: "
        "action k7q2m4: owner 'Digeo' is not in the roster; did you mean Diego?"
    )


def test_a_problem_without_a_record_is_its_message() -> None:
    assert told(problem(record="", message="no title")).endswith(": unknown-person: no title")


def test_a_warning_says_that_it_is_one() -> None:
    assert ": unknown-person: warning: action k7q2m4: " in told(problem(severity="warning"))


def test_the_fix_stands_below_indented_line_by_line() -> None:
    assert told(problem(hint="Write: x\n  or y\n")).split("\n")[1:] == ["    Write: x", "      or y"]


def test_on_a_terminal_the_source_line_stands_below_with_a_caret() -> None:
    assert told(problem(hint="Write: owner: Diego"), excerpt=True).split("\n")[1:] == [
        "   31 |             owner: Digeo",
        "      |                    ^^^^^",
        "    Write: owner: Diego",
    ]


@pytest.mark.parametrize(
    ("place", "source", "caret"),
    [
        (Location(1, 1, 1), "x", "^"),
        (Location(1, 3, 99), "a bcd", "  ^^^"),
        (Location(1, 6, 2), "a bcd", "     ^"),
        (Location(1, 3, 1), "a\tb", "   ^"),
        (Location(1, 2, 1), "🎉b", "  ^"),
        (Location(1, 4, 2), "a: \u738b\u82b3", "   ^^^^"),
    ],
)
def test_the_caret_stands_below_what_is_meant(place: Location, source: str, caret: str) -> None:
    assert told(problem(location=place), source=source, excerpt=True).split("\n")[2] == f"      | {caret}"


def test_a_sentence_and_its_fix_go_on_further_to_the_right_than_the_fix_begins() -> None:
    found = problem(message="x " * 30, hint="Write: y\n       " + "z " * 40 + "\n" + "or w " * 20)
    lines = told(found, width=80).split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines]
    assert indents == [0, 8, 4, 11, 4, 8]


@given(
    st.text("ab \u738b\u82b3", min_size=1, max_size=200),
    st.integers(1, 99),
    st.integers(1, 99),
    st.integers(20, 99),
)
def test_a_long_line_is_cut_so_that_the_caret_stands_below_what_is_meant(
    source: str, column: int, length: int, columns: int
) -> None:
    *_, shown, caret = told(
        problem(location=Location(1, column, length)), source=source, excerpt=True, width=columns
    ).split("\n")
    assert max(width(shown), width(caret)) <= columns
    before = caret.rstrip("^")
    marked = next(shown[end:] for end in range(len(shown) + 1) if width(shown[:end]) >= width(before))
    meant = source[column - 1 : column - 1 + length]
    assert marked.startswith(meant[:3]) or "\u2026" in marked[:3]


def test_a_problem_of_a_whole_file_has_no_excerpt() -> None:
    assert "\n" not in told(problem(location=Location(1, 1, 0)), excerpt=True)


def test_a_line_that_is_not_there_has_no_excerpt() -> None:
    assert "\n" not in told(problem(), source="", excerpt=True)


@pytest.mark.parametrize(("severity", "color"), [("error", "\x1b[31m"), ("warning", "\x1b[33m")])
def test_colours_tell_errors_from_warnings_and_change_no_text(severity: Severity, color: str) -> None:
    found = problem(severity=severity, hint="Mend it.")
    colored = told(found, excerpt=True, colored=True)
    assert f"{color}unknown-person\x1b[0m" in colored
    plain = colored
    for code in ("\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert plain == told(found, excerpt=True)


def test_what_a_terminal_would_act_upon_is_escaped_everywhere() -> None:
    found = problem(path=HOSTILE, message=HOSTILE, record=HOSTILE, hint=HOSTILE)
    text = told(found, source=HOSTILE, excerpt=True)
    assert all(character.isprintable() for character in text.replace("\n", ""))
    assert "\\x1b[31mred" in text


def test_no_problems_are_no_text() -> None:
    assert told() == ""


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [(1, 0, "1 error"), (2, 1, "2 errors, 1 warning"), (0, 2, "2 warnings"), (0, 0, "")],
)
def test_problems_are_counted_in_words(errors: int, warnings: int, words: str) -> None:
    assert count_problems([*[problem()] * errors, *[problem(severity="warning")] * warnings]) == words
