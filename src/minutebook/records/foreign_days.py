"""Days as people say them in the other languages of minutes, with the English words for them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from minutebook.records.fixed_words import LANGUAGES, fixed_words
from minutebook.records.iso_days import MONTHS
from minutebook.records.late_patterns import late_pattern

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week as schedules and days in words have them, in small letters."""
_WORD = late_pattern(r"[^\W\d_]+(?:-feira)?")
_OTHERS = {
    "saturday": "sonnabend",
    "next": "nächste nächsten nächster nächstes kommende kommenden kommender prochain prochaine próximo próxima "
    "volgende prossimo prossima następny następna przyszły przyszła",
    "this": "diese diesen dieser dieses ce cette este esta deze questo questa ten ta",
    "today": "heute aujourd'hui hoy hoje vandaag oggi dziś dzisiaj 今天 今日",
    "tomorrow": "morgen demain mañana amanhã domani jutro 明天 明日",
    "day after tomorrow": "übermorgen après-demain overmorgen dopodomani pojutrze 后天 明後日",
    "by": "bis am zum le au el al op il w",
    "of": "de del di van im des du",
    "in": "dans over tra fra za em",
    "two": "zwei deux dos dois duas twee due dwa dwie",
    "a": "einer einem une una uma een",
    "days": "tag tage tagen jour jours día días dia dias dagen giorno giorni dzień dni",
    "weeks": "woche wochen semaine semaines semana semanas weken settimana settimane tydzień tygodnie",
    "every": "jeden jede jeder jedes chaque cada elke iedere ogni każdy każda każdą wöchentlich",
    "second": "zweiten zweiter zweite deuxième segundo segunda tweede secondo seconda drugi druga drugą",
    "first": "ersten erster erste premier primer primero primeiro eerste primo pierwszy pierwsza",
    "third": "dritten dritter dritte troisième tercer terceiro derde terzo trzeci trzecia",
    "fourth": "vierten vierter vierte quatrième cuarto quarto vierde czwarty czwarta",
    "last": "letzten letzter letzte dernier último laatste ultimo ostatni ostatnia",
    "month": "monat monats mois mes mês maand mese miesiąca",
}
"""Words that Babel does not have, by the English one."""
_LAST_WORD_FIRST = late_pattern(r"\b(?P<day>\w+) (?P<which>next|this)\Z")


def in_english(text: str) -> str:
    """Return a text in which each word for a day, a month or what stands beside them is the English one."""
    words = _english_words()

    def english_word(match: re.Match[str]) -> str:
        word = match.group()
        return words.get(word) or words.get(word.removesuffix("s"), word)  # montags

    english = _WORD.sub(english_word, text.casefold())
    return _LAST_WORD_FIRST.sub(r"\g<which> \g<day>", english)


@cache
def _english_words() -> dict[str, str]:
    words: dict[str, str] = {}
    ambiguous = set()
    for english, word in _names():
        # One letter is less than a word, such as that for Monday in 12月.
        if len(word) == 1 or words.setdefault(word, english) != english:
            ambiguous.add(word)
    for english, foreign in _OTHERS.items():
        for word in foreign.split():
            words.setdefault(word, english)
    return {word: english for word, english in words.items() if word not in ambiguous}


def _names() -> Iterator[tuple[str, str]]:
    """Yield the names of months and days in each language behind the English ones; what two mean stands for neither."""
    for language in LANGUAGES:
        locale = fixed_words(language).locale
        yield from ((WEEKDAYS[number], name) for number, name, _ in locale_names("days", locale))
        yield from ((MONTHS[number - 1].lower(), name) for number, name, _ in locale_names("months", locale))


def locale_names(kind: Literal["days", "months"], language: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the names of weekdays, 0 for Monday, or of months in small letters, and whether each is a whole one."""
    from babel import Locale  # its import and its data take longer than most commands

    for widths in getattr(Locale.parse(language), kind).values():
        for width in ("wide", "abbreviated"):
            yield from (
                (number, name.casefold().rstrip("."), width == "wide")
                for number, name in widths[width].items()
            )
