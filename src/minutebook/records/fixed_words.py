"""The fixed words of minutes: in English here, in all other languages in a module each of `languages`."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from minutebook.records.defaults import EMPTY, LABELS
from minutebook.records.frozen_class import dataclass

if TYPE_CHECKING:
    from babel import Locale

Forms = tuple[tuple[str, str], ...]
"""A phrase with a number in it, by the plural category of the number (Unicode CLDR); the last form is for all else."""
Words = tuple[tuple[str, str | Forms], ...]
"""Words in the place of those of a language, by their keys."""
LANGUAGES = ("en", "en-US", "de", "fr", "es", "pt", "nl", "it", "pl", "zh", "ja")
"""What `language` of a style may be."""
_ORDINALS = {1: "one", 2: "two", 3: "few"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What minutes say in a language; `{n}` stands for a number, and `{date}` for a day.

    `meeting_mark` and `index_mark` are comments in generated files, by which their language is known. A line of the
    header is a `label` before its text; `colon` and `comma` stand in other lines. `since` is the day that a delta
    counts from, `opened` the one on which an action item began. `nothing` is `empty` where meetings are not a week apart.
    """

    locale: str = "en_GB"
    meeting_mark: str = "Minutes of {file}, {mark}: edit that file."
    index_mark: str = "Index of this folder, {mark}: edit series.yaml and the meetings."
    label: str = "**{label}:** "
    colon: str = ": "
    comma: str = ", "
    attending: str = "Attending"
    absent: str = "Absent"
    guests: str = "Guests"
    status: str = "Status"
    draft: str = "draft"
    previous: str = "Previous"
    empty: str = EMPTY
    nothing: str = "None"
    state: str = LABELS
    total: str = "Total"
    since: str = "since"
    opened: str = "since"
    changes: str = "Changes are since {date}."
    unassigned: str = "unassigned"
    age: Forms = (
        ("one", "{n}st meeting"),
        ("two", "{n}nd meeting"),
        ("few", "{n}rd meeting"),
        ("other", "{n}th meeting"),
    )
    due: str = "due"
    overdue: str = "overdue since"
    lapsing: str = "lapses next time"
    done: str = "DONE"
    dropped: str = "DROPPED"
    lapsed: str = "LAPSED"
    next_meeting: str = "Next by the schedule"
    open_actions: str = "Open action items"
    lapsed_actions: str = "Lapsed action items"
    meetings: str = "Meetings"
    no_meetings: str = "None yet"
    skipped: str = "skipped"
    days: Forms = (("one", "{n} day"), ("other", "{n} days"))
    long_overdue: Forms = (("other", "{n} overdue for more than {most} meetings"),)

    def ordinal(self, forms: Forms, number: int) -> str:
        """Return a phrase about the so-manieth."""
        return _filled(forms, number, self._ordinal_category)

    def cardinal(self, forms: Forms, number: int) -> str:
        """Return a phrase about so many."""
        return _filled(forms, number, self._cardinal_category)

    def _ordinal_category(self, number: int) -> str:
        if not self._is_english:
            return _locale(self.locale).ordinal_form(number)
        return "other" if number % 100 in {11, 12, 13} else _ORDINALS.get(number % 10, "other")

    def _cardinal_category(self, number: int) -> str:
        if not self._is_english:
            return _locale(self.locale).plural_form(number)
        return "one" if number == 1 else "other"

    @property
    def _is_english(self) -> bool:
        return self.locale.startswith("en")


ENGLISH = Wording()
_UNCHANGED = frozenset(
    {"locale", "meeting_mark", "index_mark", "label", "colon", "comma", "empty", "nothing"}
)
KEYS = tuple(field.name for field in fields(Wording) if field.name not in _UNCHANGED)
"""The words that a series may have others for."""


@cache
def fixed_words(language: str = "en", words: Words = ()) -> Wording:
    """Return the fixed words of a language, some of them in the words of a series."""
    changes: dict[str, Any] = dict(words)
    return replace(_of_language(language), **changes) if words else _of_language(language)


def words_of(phrases: Mapping[str, str | Mapping[str, str]]) -> Words:
    """Return words as a series.yaml has them; a phrase with a number may have a form for each plural category."""
    return tuple((key, _word(key, word)) for key, word in phrases.items())


def written_words(words: Iterable[tuple[str, str | Forms]]) -> dict[str, Any]:
    """Return words as a series.yaml has them, from those of a style."""
    return {key: word if isinstance(word, str) else dict(word) for key, word in words}


def _word(key: str, word: str | Mapping[str, str]) -> str | Forms:
    if not isinstance(word, str):
        return tuple(sorted(word.items(), key=lambda form: form[0] == "other"))
    return (("other", word),) if isinstance(getattr(ENGLISH, key), tuple) else word


def _of_language(language: str) -> Wording:
    if language.startswith("en"):
        return replace(ENGLISH, locale="en_US") if language == "en-US" else ENGLISH
    words: Wording = importlib.import_module(f"{__package__}.languages.{language}").WORDING
    return words


def _filled(forms: Forms, number: int, category: Callable[[int], str]) -> str:
    # Babel need not be asked where there is no choice.
    form = dict(forms).get(category(number)) if forms[1:] else None
    return (form or forms[-1][1]).replace("{n}", str(number))


@cache
def _locale(name: str) -> "Locale":
    from babel import Locale  # its import and its data take longer than most commands

    return Locale.parse(name)
