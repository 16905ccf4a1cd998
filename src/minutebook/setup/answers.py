"""What is asked at the set-up of a series: its title, when it meets, and who takes part."""

import re
import unicodedata

from minutebook.model import Rule
from minutebook.schedule import BadRule, check

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_FILLERS = {"a", "every", "each", "of", "on", "the", "month", "week", "weekly"}
_EXAMPLES = '"Monday", "every second Monday", "first Tuesday of the month", or an RFC 5545 rule'


class NotUnderstood(ValueError):
    """An answer that is none; the message is one sentence for the user."""


def parse_schedule(text: str) -> str:
    """Return the RFC 5545 rule that is meant by a few words, or "" where no schedule is wanted."""
    plain = text.strip()
    if not plain or plain.lower() == "none":
        return ""
    rule = plain if "=" in plain else _in_words(plain)
    try:
        check(Rule(rule))
    except BadRule as error:
        raise NotUnderstood(f"'{plain}': {error}") from None
    return rule


def _in_words(text: str) -> str:
    words = [word for word in re.findall("[a-z]+", text.lower()) if word not in _FILLERS]
    monthly = "month" in text.lower() or words[:1] in (
        [name] for name in ("first", "third", "fourth", "last")
    )
    *before, day = words or [""]
    found = [name for name in _DAYS if len(day) > 1 and name.startswith(day.removesuffix("s"))]
    if len(found) == 1 and len(before) <= 1:
        code = found[0][:2].upper()
        ordinal = _ORDINALS.get(before[0]) if before else None
        if not before:
            return f"FREQ=WEEKLY;BYDAY={code}"
        if ordinal and monthly:
            return f"FREQ=MONTHLY;BYDAY={ordinal}{code}"
        if before[0] in {"second", "other", "biweekly"}:
            return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}"
    raise NotUnderstood(f"'{text}' is no schedule that is understood here; write {_EXAMPLES}")


def parse_people(text: str) -> tuple[str, ...]:
    """Return the names in a list with commas, each once."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))


def folder_name(title: str) -> str:
    """Return a title as the name of a folder: small Latin letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain)) or "team"
