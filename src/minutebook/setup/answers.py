"""The answers at the set-up of a series: its title, when it meets, and who takes part."""

import re
from collections.abc import Collection

from minutebook.records.conjunctions import AND
from minutebook.records.likeness import appearance
from minutebook.records.portable_names import plain_letters, usable_name
from minutebook.records.schedule import BadRule, check
from minutebook.records.spoken_schedules import spoken_rule
from minutebook.source.yaml.decoder import HIDDEN

_OTHER_NAMES = {
    **dict.fromkeys(("intellij", "pycharm", "webstorm", "goland", "clion", "phpstorm", "rider"), "jetbrains"),
    "code": "vscode",
    "nvim": "neovim",
}
"""What else editors are called, in small letters."""
_EXAMPLES = '"Monday", "Tuesday and Thursday", "every second Monday", "first Tuesday of the month", or an RFC 5545 rule'


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
    rule = plain if "=" in plain else spoken_rule(plain)
    if not rule:
        raise NotUnderstood(f"'{plain}' can't be understood as a schedule; write {_EXAMPLES}")
    try:
        check(rule)
    except BadRule as error:
        raise NotUnderstood(f"'{plain}': {error}") from None
    return rule


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
    return usable_name("-".join(re.findall("[a-z0-9]+", plain_letters(title)))[:60].rstrip("-") or "team")


def _visible(text: str) -> str:
    """Return a text; raises NotUnderstood if a key such as Home has left its mark in it."""
    hidden = HIDDEN.search(text)
    unprintable = next((char for char in text if not char.isprintable()), "")
    if sign := hidden.group() if hidden else unprintable:
        raise NotUnderstood(f"it has a character that can't be seen (U+{ord(sign):04X}): type it again")
    return text
