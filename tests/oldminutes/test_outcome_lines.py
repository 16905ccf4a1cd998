"""Lines that say of the action above them that it is done."""

import pytest

from minutebook.oldminutes.outcome_lines import closing_outcome


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("DONE - in May", "DONE", "in May"),
        ("Already done", "done", None),
        ("**Closed**", "Closed", None),
        ("erledigt (mit Ada)", "erledigt", "mit Ada"),
    ],
)
def test_a_word_alone_closes_the_action_above(line: str, word: str, rest: str | None) -> None:
    outcome = closing_outcome(line)
    assert outcome
    assert (outcome["word"], outcome["rest"]) == (word, rest)


def test_a_tick_closes_the_action_above_with_what_follows() -> None:
    outcome = closing_outcome("\u2713 with Ada")
    assert outcome
    assert outcome["ticked"] == "with Ada"


@pytest.mark.parametrize("line", ["yes", "x", "open", "done by Ada yesterday", "We are done: all of it", ""])
def test_anything_else_closes_nothing(line: str) -> None:
    assert not closing_outcome(line)
