"""The answers at the set-up of a series: its title, when it meets, and who takes part."""

import re
import unicodedata
from collections.abc import Collection

from minutebook.records.conjunctions import AND
from minutebook.records.likeness import appearance
from minutebook.records.portable_names import usable_name
from minutebook.records.schedule import BadRule, check
from minutebook.records.spoken_days import WEEKDAYS
from minutebook.source.yaml.decoder import HIDDEN

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
_OTHER_NAMES = {
    **dict.fromkeys(("intellij", "pycharm", "webstorm", "goland", "clion", "phpstorm", "rider"), "jetbrains"),
    "code": "vscode",
    "nvim": "neovim",
}
"""What else editors are called, in small letters."""
_EXAMPLES = '"Monday", "every second Monday", "first Tuesday of the month", or an RFC 5545 rule'


class NotUnderstood(ValueError):
    """An answer that can't be understood; the message is one sentence for the user."""


def parse_components(text: str, names: Collection[str]) -> frozenset[str]:
    """Return those of some names that are listed; none is as good as nothing."""
    plain = re.sub(r"\b(?:visual studio|vs)[ -]code\b", "vscode", text.lower().replace(".com", ""))
    words = frozenset(re.findall(r"[\w-]+", plain)) - {"and", "none"}
    components = frozenset(_OTHER_NAMES.get(word, word) for word in words)
    if unknown := sorted(components - {*names}):
        raise NotUnderstood(f"'{unknown[0]}' is none of {', '.join(names)}, or none")
    return components


def parse_schedule(text: str) -> str:
    """Return the RFC 5545 rule that is meant by a few words, or "" if no schedule is wanted."""
    plain = text.strip()
    if not plain or plain.lower() == "none":
        return ""
    rule = plain if "=" in plain else _in_words(plain)
    try:
        check(rule)
    except BadRule as error:
        raise NotUnderstood(f"'{plain}': {error}") from None
    return rule


def _in_words(text: str) -> str:
    words = re.findall("[a-z0-9]+", text.lower())
    *ordinals, day = [word for word in words if word not in _FILLERS] or [""]
    days = [name for name in WEEKDAYS if len(day) > 1 and name.startswith(day.removesuffix("s"))]
    if len(days) == 1 and len(ordinals) <= 1:
        code = days[0][:2].upper()
        if not ordinals:
            return f"FREQ=WEEKLY;BYDAY={code}"
        repeated = {"every", "each"} & set(words) and "month" not in words
        if ordinals[0] in _ALTERNATE and (repeated or ordinals[0] not in _ORDINALS):
            return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}"
        # "Every third Friday" can mean one of three, or that of each month.
        if ordinals[0] in _ORDINALS and not repeated:
            return f"FREQ=MONTHLY;BYDAY={_ORDINALS[ordinals[0]]}{code}"
    raise NotUnderstood(f"'{text}' can't be understood as a schedule; write {_EXAMPLES}")


def parse_title(text: str) -> str:
    """Return a title without spaces around it; raises NotUnderstood if there is none."""
    if not text.strip():
        raise NotUnderstood("a series needs a title, such as: Web team")
    return _visible(text.strip())


def parse_people(text: str) -> tuple[str, ...]:
    """Return the names in a list with commas, semicolons, or an `and`, each once."""
    return tuple(
        dict.fromkeys(
            name
            for typed_name in re.split(rf"[,;]|\s(?:&|{AND})\s", _visible(text))
            if (name := appearance(typed_name))
        )
    )


def folder_name(title: str) -> str:
    """Return a title as the name of a folder: small Latin letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return usable_name("-".join(re.findall("[a-z0-9]+", plain))[:60].rstrip("-") or "team")


def _visible(text: str) -> str:
    """Return a text; raises NotUnderstood if a key such as Home has left its mark in it."""
    hidden = HIDDEN.search(text)
    unprintable = next((char for char in text if not char.isprintable()), "")
    if sign := hidden.group() if hidden else unprintable:
        raise NotUnderstood(f"it has a character that can't be seen (U+{ord(sign):04X}): type it again")
    return text
