"""The words around a task in other languages than English."""

from datetime import date

import pytest

from minutebook.actions.endings import Ending, split_ending
from minutebook.records.fixed_words import LANGUAGES, fixed_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_minutes_print_in_any_language_is_read_without_it(language: str) -> None:
    words = fixed_words(language)
    assert split_ending(f"order parts [{words.done}]") == ("order parts", Ending("done"))
    assert split_ending(f"order parts [{words.dropped}]")[1].status == "dropped"
    assert split_ending(f"order parts [{words.lapsed}]")[1].status == "lapsed"
    assert split_ending(f"order parts ({words.due} 2020-11-09)")[1].due == date(2020, 11, 9)
