"""When a series meets, as people say it: Monday, every second Monday, first Tuesday of the month."""

import re
from itertools import takewhile

from minutebook.records.conjunctions import AND
from minutebook.records.foreign_days import WEEKDAYS, in_english

_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
}
_ALTERNATE = {"second", "2nd", "other", "biweekly"}
_FILLERS = {"a", "every", "each", "of", "on", "the", "month", "week", "weekly"}

_AND = re.compile(AND)


def spoken_rule(text: str) -> str:
    """Return the RFC 5545 rule that a few words mean, in any language of minutes, or nothing."""
    plain = text.lower()
    return _rule(plain) or (_rule(in_english(plain)) if re.search(r"[^\W\d_]", plain) else "")


def _rule(text: str) -> str:
    words = re.findall(r"\w+", text)
    telling_words = [word for word in words if word not in _FILLERS and not _AND.fullmatch(word)]
    if [word.removesuffix("s") for word in telling_words] == ["weekday"]:
        return f"FREQ=WEEKLY;BYDAY={','.join(map(_code, WEEKDAYS[:5]))}"
    ordinals = list(takewhile(lambda word: not _days(word), telling_words))
    named = [_days(word) for word in telling_words[len(ordinals) :]]
    if not named or any(len(days) != 1 for days in named) or (ordinals and len(named) > 1):
        return ""
    code = ",".join(dict.fromkeys(_code(days[0]) for days in named))
    if not ordinals:
        return f"FREQ=WEEKLY;BYDAY={code}"
    repeated = {"every", "each"} & set(words) and "month" not in words
    if len(ordinals) == 1 and ordinals[0] in _ALTERNATE and (repeated or ordinals[0] not in _ORDINALS):
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}"
    # "Every third Friday" can mean one of three, or that of each month.
    if _ORDINALS.keys() >= set(ordinals) and not repeated:
        return f"FREQ=MONTHLY;BYDAY={','.join(f'{_ORDINALS[word]}{code}' for word in ordinals)}"
    return ""


def _days(word: str) -> list[str]:
    return [name for name in WEEKDAYS if len(word) > 1 and name.startswith(word.removesuffix("s"))]


def _code(day: str) -> str:
    return day[:2].upper()
