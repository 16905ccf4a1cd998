"""Lines of action items in the words of a language, turned into the usual ones."""

import pytest

from minutebook.actions.usual_words import in_usual_words, is_nothing_to_do
from minutebook.records.fixed_words import ENGLISH, fixed_words


@pytest.mark.parametrize(
    ("line", "usual"),
    [
        ("AI (Mat): x (2. Sitzung, f\u00e4llig 2020-11-09)", "AI (Mat): x (2nd meeting, due 2020-11-09)"),
        ("AI (Mat): x (\u00fcberf\u00e4llig seit 2020-11-09)", "AI (Mat): x (overdue since 2020-11-09)"),
        ("AI (Mat): x (**\u00fcberf\u00e4llig seit 2020-11-09**)", "AI (Mat): x (overdue since 2020-11-09)"),
        ("~~AI (Mat): x (2. Sitzung)~~ [ERLEDIGT]", "AI (Mat): x (2nd meeting) [DONE]"),
        ("AI (Mat): x (verworfen)", "AI (Mat): x [DROPPED]"),
        ("AI (niemand): x", "AI (unassigned): x"),
    ],
)
def test_what_minutes_print_is_turned_into_english(line: str, usual: str) -> None:
    assert in_usual_words(line, fixed_words("de")) == usual


@pytest.mark.parametrize(
    "line",
    ["AI (Mat): x (2. Sitzung, Raum 3)", "AI (Mat): x [FIXED]", "AI (Mat): ~~x~~ y", "AI (Mat): x", ""],
)
def test_all_else_stays(line: str) -> None:
    assert in_usual_words(line, fixed_words("de")) == line


def test_words_of_another_language_are_words() -> None:
    line = "AI (Mat): x (f\u00e4llig 2020-11-09) [ERLEDIGT]"
    assert in_usual_words(line, ENGLISH) == line


@pytest.mark.parametrize(
    "task", ["none", "None.", "*n/a*", "nothing so far", "None this week", "keine", "\u2013"]
)
def test_words_for_nothing_are_nothing_to_do(task: str) -> None:
    assert is_nothing_to_do(task)


@pytest.mark.parametrize("task", ["none of them floats", "tbd", "say nothing yet", ""])
def test_other_words_are_something_to_do(task: str) -> None:
    assert not is_nothing_to_do(task)
