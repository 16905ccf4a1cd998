"""When a series meets, as people say it: Monday, every second Monday, first Tuesday of the month."""

import re

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


def spoken_rule(text: str) -> str:
    """Return the RFC 5545 rule that a few words mean, in any language of minutes, or nothing."""
    plain = text.lower()
    return _rule(plain) or (_rule(in_english(plain)) if re.search(r"[^\W\d_]", plain) else "")


def _rule(text: str) -> str:
    words = re.findall(r"\w+", text)
    *ordinals, day = [word for word in words if word not in _FILLERS] or [""]
    days = [name for name in WEEKDAYS if len(day) > 1 and name.startswith(day.removesuffix("s"))]
    if len(days) != 1 or len(ordinals) > 1:
        return ""
    code = days[0][:2].upper()
    if not ordinals:
        return f"FREQ=WEEKLY;BYDAY={code}"
    repeated = {"every", "each"} & set(words) and "month" not in words
    if ordinals[0] in _ALTERNATE and (repeated or ordinals[0] not in _ORDINALS):
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}"
    # "Every third Friday" can mean one of three, or that of each month.
    if ordinals[0] in _ORDINALS and not repeated:
        return f"FREQ=MONTHLY;BYDAY={_ORDINALS[ordinals[0]]}{code}"
    return ""
