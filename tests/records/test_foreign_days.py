"""The English words for days in other languages."""

import pytest

from minutebook.records.foreign_days import in_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Jeden zweiten Montag", "every second monday"),
        ("premier mardi du mois", "first tuesday of month"),
        ("18. Dez.", "18. december."),
        ("lunes o martes", "monday o tuesday"),
        ("every Friday", "every friday"),
        ("12\u670818\u65e5", "12\u670818\u65e5"),
        ("mar", "mar"),
    ],
)
def test_each_word_that_means_one_thing_becomes_english(text: str, english: str) -> None:
    assert in_english(text) == english
