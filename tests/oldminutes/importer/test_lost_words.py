"""The words of a line, and those that no text has kept."""

from collections import Counter

from minutebook.oldminutes.importer.lost_words import lost_words, split_words


def test_the_words_of_a_line_are_its_letters_and_numbers() -> None:
    assert split_words("**Fix** the `a_b`, 12&nbsp;times &amp; \\more") == [
        "fix",
        "the",
        "a",
        "b",
        "12",
        "times",
        "more",
    ]


def test_words_that_are_in_no_text_are_lost_words() -> None:
    assert lost_words("fix the old old build", ("Fix it", "the BUILD")) == Counter({"old": 2})
