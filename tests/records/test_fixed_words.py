"""The fixed words of minutes in each language."""

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from minutebook.minutes.layout import day_text
from minutebook.records.fixed_words import ENGLISH, KEYS, LANGUAGES, fixed_words, words_of, written_words
from minutebook.records.series import Style
from minutebook.source.schema import schemas

FOREIGN = [language for language in LANGUAGES if not language.startswith("en")]
SIGNS = {"label", "colon", "comma"}
SAME = {
    "de": {*SIGNS, "status"},
    "fr": {"comma", "total"},
    "es": {*SIGNS, "total"},
    "pt": {*SIGNS, "total"},
    "nl": {*SIGNS, "status"},
    "it": SIGNS,
    "pl": {*SIGNS, "status"},
}
"""Words that are the same in English."""


@pytest.mark.parametrize("language", FOREIGN)
def test_no_word_is_left_in_english(language: str) -> None:
    words, english = asdict(fixed_words(language)), asdict(ENGLISH)
    assert {key for key in english if words[key] == english[key]} == SAME.get(language, set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_same_kind_differ(language: str) -> None:
    words = fixed_words(language)
    assert len({words.done, words.dropped, words.lapsed}) == 3
    assert len({words.due, words.overdue, words.lapsing}) == 3
    assert len({words.attending, words.absent, words.guests, words.previous}) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mark_of_a_language_is_its_own(language: str) -> None:
    marks = [fixed_words(each).meeting_mark for each in LANGUAGES if each != "en-US"]
    assert marks.count(fixed_words(language).meeting_mark) == 1


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1 November 2020"),
        ("en-US", "November 1, 2020"),
        ("de", "1. November 2020"),
        ("fr", "1 novembre 2020"),
        ("es", "1 de noviembre de 2020"),
        ("pt", "1 de novembro de 2020"),
        ("nl", "1 november 2020"),
        ("it", "1 novembre 2020"),
        ("pl", "1 listopada 2020"),
        ("zh", "2020\u5e7411\u67081\u65e5"),
        ("ja", "2020\u5e7411\u67081\u65e5"),
    ],
)
def test_days_are_written_by_the_rules_of_the_language(language: str, written: str) -> None:
    assert day_text(date(2020, 11, 1), Style(language=language)) == written


def test_days_can_be_written_in_short() -> None:
    day = date(2020, 11, 1)
    assert day_text(day, Style(language="de", dates="medium")) == "01.11.2020"
    assert day_text(day, Style(language="de", dates="iso")) == "2020-11-01"


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", 1, "1 day"),
        ("en", 2, "2 days"),
        ("pl", 1, "1 dzie\u0144"),
        ("pl", 22, "22 dni"),
        ("de", 0, "0 Tage"),
        ("fr", 0, "0 jour"),
        ("ja", 1, "1\u65e5"),
    ],
)
def test_a_phrase_has_the_plural_of_its_language(language: str, number: int, written: str) -> None:
    words = fixed_words(language)
    assert words.cardinal(words.days, number) == written


def test_ordinals_follow_the_language() -> None:
    words = fixed_words("fr")
    assert [words.ordinal(words.age, number) for number in (1, 2)] == ["1re r\u00e9union", "2e r\u00e9union"]


def test_words_of_a_series_stand_in_the_place_of_those_of_the_language() -> None:
    written: dict[str, Any] = {
        "done": "GEMACHT",
        "days": {"other": "{n} T.", "one": "{n} T"},
        "age": "Sitzung {n}",
    }
    words = fixed_words("de", words_of(written))
    assert (words.done, words.dropped) == ("GEMACHT", "VERWORFEN")
    assert [words.cardinal(words.days, number) for number in (1, 2)] == ["1 T", "2 T."]
    assert words.ordinal(words.age, 2) == "Sitzung 2"
    assert written_words(words_of({"done": "GEMACHT"})) == {"done": "GEMACHT"}


def test_the_schema_knows_each_word_and_language() -> None:
    schema = schemas.load("series")
    assert set(schema["$defs"]["words"]["properties"]) == {*KEYS}
    assert tuple(schema["properties"]["style"]["properties"]["language"]["enum"]) == LANGUAGES
