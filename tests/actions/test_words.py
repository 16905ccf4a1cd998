"""One list of words closes action items, wherever they stand."""

import re
from typing import get_args

import pytest

from minutebook.actions.grammar import parse_marked
from minutebook.actions.words import CLOSING, CLOSING_WORDS, STATUS_WORDS, TICK
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
def test_each_word_closes_an_action_in_brackets(word: str) -> None:
    action = parse_marked(f"- AI (Mat): oil it [{word.upper()}]")
    assert action
    assert action.status != "open"


@pytest.mark.parametrize("tick", ["\u2713", "\u2714", "\u2714\ufe0f", "\u2705"])
def test_a_tick_may_be_drawn_in_colour(tick: str) -> None:
    assert re.fullmatch(TICK, tick)
