"""One list of words closes action items, wherever they stand."""

import re
from typing import get_args

import pytest

from minutebook.actions.words import CLOSING, CLOSING_WORDS, OTHER_MARKS, STATUS_WORDS, TICK
from minutebook.oldminutes.handwritten.minutes_reader import read_minutes
from minutebook.records.meeting import Status


@pytest.mark.parametrize("word", CLOSING_WORDS)
def test_the_pattern_of_closing_words_has_each_whole(word: str) -> None:
    match = re.match(CLOSING, word)
    assert match
    assert match[0] == word


def test_every_status_but_open_is_one_of_its_own_words() -> None:
    assert {word for word, status in CLOSING_WORDS.items() if word == status} == {*get_args(Status)} - {
        "open"
    }


def test_a_word_that_closes_stands_for_the_same_status_everywhere() -> None:
    assert {word: STATUS_WORDS[word] for word in CLOSING_WORDS} == CLOSING_WORDS


@pytest.mark.parametrize("word", CLOSING_WORDS)
def test_an_audit_takes_each_word_for_a_mark(word: str) -> None:
    (action,) = read_minutes(f"- AI (Mat): oil it [{word.upper()}]").actions
    assert action.closed


@pytest.mark.parametrize("tick", ["\u2713", "\u2714", "\u2714\ufe0f", "\u2705"])
def test_a_tick_may_be_drawn_in_colour(tick: str) -> None:
    assert re.fullmatch(TICK, tick)


@pytest.mark.parametrize("mark", ["Action item", "ACTION ITEMS", "TODO", "ACTION", "Action"])
def test_other_marks_stand_for_the_usual_one(mark: str) -> None:
    assert re.sub(OTHER_MARKS, "AI", f"{mark}: oil it") == "AI: oil it"


@pytest.mark.parametrize("text", ["Action is needed", "our TODO", "Reaction items"])
def test_a_word_inside_a_sentence_is_no_mark(text: str) -> None:
    assert re.sub(OTHER_MARKS, "AI", text) == text
