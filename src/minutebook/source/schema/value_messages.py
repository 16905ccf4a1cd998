"""What is wrong with a single value, in words: a day, a word from a list, or a line of text."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from minutebook.actions.words import CLOSED_WORDS, STATUS_WORDS, TICKS
from minutebook.counts.table_ids import spelt_id
from minutebook.records.filenames import day_of
from minutebook.records.iso_days import DAY, month_length
from minutebook.records.likeness import closest
from minutebook.records.problem import KeyPath, Location
from minutebook.records.roster import UNASSIGNED
from minutebook.records.spoken_days import deadline, past_day, spoken_day
from minutebook.source.schema.faults import Fault, short
from minutebook.source.schema.nouns import key_name, quoted
from minutebook.source.schema.tokens import Tokens
from minutebook.source.yaml.quotes import write_text


class Explanation(NamedTuple):
    """A rule, a message and a hint, and what to write in the place of the value if that is the one right answer.

    Or in the place of the stretch `mend_at`; `removes` says that the key and its value are to be deleted.
    """

    rule: str
    message: str
    hint: str
    mend: str | None = None
    mend_at: Location | None = None
    removes: bool = False


_DAY = re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|([-/.])([0-9]{1,2})\4([0-9]{1,2}))\Z")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_LEAST_ALIKE = 0.6
_FAR_APART = (date(2000, 1, 1), date(2030, 6, 30))
"""Seen from these days, words without a year name different days."""
NO = frozenset({"false", "no", "off", "none"})
"""Values that say no."""
YES = frozenset({"true", "yes", "y", "on", "x", "done", *TICKS})
"""Values that say yes."""
_NOT_YET = ("not ", "un", "never ", "no ", "nicht ", "noch ", "pas ", "non ", "nie ")
_LEFT_OUT = frozenset({"due", "since", "from", "until", "strict"})
"""Days without which a record says what it must."""
_TOTALS_WANTED = "Write `row` for a last row Total, `column` for a last column Total, or `both`."
_TOTALS_UNWANTED = "Delete `totals`: without it no totals are computed."


def explain_value(fault: Fault, tokens: Tokens) -> Explanation:
    """Say what a text must be."""
    value_text = "" if fault.value is None else tokens.typed(fault)
    if not value_text and fault.key_path[-1:] == ("owner",):
        message = "`owner` must say whose the action item is"
        return Explanation("wrong-value", message, f"Write a name behind it, or: owner: {UNASSIGNED}")
    if not value_text:
        is_date = fault.key_path == ("date",) and tokens.file_day
        hint = f"Write: date: {tokens.file_day}" if is_date else "Write it, or delete what is empty."
        message = f"{key_name(fault.key_path)} must not be empty"
        return Explanation("wrong-value", message, hint, removes=_says_nothing_empty(fault.key_path))
    if fault.choices:
        return _explain_choice(fault, tokens)
    if fault.schema.get("format") == "date":
        return _explain_day(fault, value_text, tokens.file_day)
    must: str = fault.schema.get("patternErrorMessage", "must be something else")
    if must.startswith("must be one line"):
        must, hint = _flaw(value_text)
        return Explanation("wrong-value", f"{key_name(fault.key_path)} {must}", hint, _trimmed(value_text))
    spelt = spelt_id(value_text) if must.startswith("must begin with a letter") else ""
    hint = f"Write: {spelt}   (letters are a to z)" if spelt else ""
    return Explanation(
        "wrong-value", f"{key_name(fault.key_path)} {must}; it is {quoted(value_text)}", hint, spelt or None
    )


def _says_nothing_empty(key_path: KeyPath) -> bool:
    """Whether what is empty says the same as if it were not there."""
    is_of_action = key_path[-3:-2] == ("actions",) and key_path[-1] in {"status", "note"}
    return key_path[-1] in _LEFT_OUT or is_of_action


def explain_label(fault: Fault, _: Tokens) -> Explanation:
    """Say what a label must be."""
    must, hint = _flaw(fault.value)
    message = f"the label '{short(fault.value)}' {must}"
    return Explanation("wrong-value", message, hint, _trimmed(fault.value))


def _explain_choice(fault: Fault, tokens: Tokens) -> Explanation:
    choices = fault.choices
    value_text = short(tokens.typed(fault))
    synonym = _status_meant(value_text.lower())
    synonym = "final" if synonym == "done" and "final" in choices else synonym
    synonym = "skipped" if synonym == "dropped" and "skipped" in choices else synonym
    if fault.key_path[-1] == "language":
        synonym = _code_of(value_text, choices)
    if "open" in choices and value_text.lower().startswith(_NOT_YET):
        synonym = "open"
    nearest = synonym if synonym in choices else closest(value_text.lower(), choices, _LEAST_ALIKE)
    must = f"one of {', '.join(choices)}" if len(choices) > 1 else choices[0]
    message = f"{key_name(fault.key_path)} must be {must}, not {quoted(value_text)}"
    # What is another word altogether may have been meant otherwise.
    is_sure = value_text.lower() in CLOSED_WORDS
    mend = next(
        (
            choice
            for choice in choices
            if choice == value_text.lower() or (is_sure and choice == synonym == "done")
        ),
        None,
    )
    hint = f"Write: {mend}" if mend else f"Did you mean `{nearest}`?" if nearest else ""
    if synonym and synonym != "open" and " " in value_text and not mend and "open" in choices:
        hint += " What more there is to say can stand in `note`."
    if not hint and "open" in choices:
        hint = "What is neither done nor dropped is `open`, and how far it is can stand in `note`."
    if not hint and fault.key_path[-1] in {"totals", "show"}:
        hint = _TOTALS_UNWANTED if value_text.lower() in NO else _TOTALS_WANTED
    return Explanation("wrong-value", message, hint, mend)


def _status_meant(value_text: str) -> str | None:
    """Return the status that is meant by a word, by the first of several, or by a sign."""
    first_word = re.match(r"[^\W\d_]*", value_text)
    words = (value_text, first_word.group() if first_word else "")
    statuses = (STATUS_WORDS.get(word) or CLOSED_WORDS.get(word) for word in words)
    return next(filter(None, statuses), "done" if value_text in YES else None)


def _code_of(language: str, codes: Sequence[str]) -> str | None:
    """Return the code of a language that was written by its name, in English or in itself, or with a country."""
    from babel import Locale

    word = language.lower()
    for code in codes:
        locale = Locale.parse(code, sep="-")
        if word in {str(locale.english_name).lower(), str(locale.display_name).lower()} or word[:3] in {
            f"{code}-",
            f"{code}_",
        }:
            return code
    return None


def _explain_day(fault: Fault, day_text: str, day_of_file: str) -> Explanation:
    file_day = day_of_file if fault.key_path == ("date",) else ""
    must = "must be a day of the calendar, written year-month-day as in 2020-10-26"
    match = _DAY.match(day_text)
    day = f"{match[1]}-{match[2] or match[5]:0>2}-{match[3] or match[6]:0>2}" if match else ""
    day = day if fault.keyword != "format" and day_of(day) else ""
    message = f"{key_name(fault.key_path)} {must}, not {quoted(day_text)}"
    # The date of a meeting is that in its file's name, whatever was meant here.
    days = [day] if day else _days_with_year_behind(day_text) or _days_in_words(day_text, file_day)
    if file_day or len(days) == 1:
        day = file_day or days[0]
        moved = f"   or, if the meeting was moved: {' or '.join(days)}" if days and day not in days else ""
        return Explanation("wrong-value", message, f"Write: {day}{moved}", day if day in days else None)
    hint = f"Write {' or '.join(days)}." if days else month_length(day_text)
    hint = hint or _spoken_hint(fault, day_text, day_of_file)
    if not hint and fault.key_path[-1] in _LEFT_OUT and not re.search("[0-9]", day_text):
        hint = f"If there is no such day, delete `{fault.key_path[-1]}`."
    return Explanation("wrong-value", message, hint)


def _spoken_hint(fault: Fault, day_text: str, day_of_file: str) -> str:
    """Return the day that words mean, seen from that of the meeting: one that is due comes later, any other came before."""
    days = [day for day in re.findall(DAY, day_text) if day_of(day)]
    meeting_day = day_of(day_of_file)
    if len(days) == 1 or not meeting_day:
        return f"If that is the day, write: {days[0]}" if len(days) == 1 else ""
    if fault.key_path[-1] == "due":
        day = deadline(day_text, meeting_day)
    else:
        day = past_day(day_text, meeting_day)
        day = day if day and day <= meeting_day else None
    return f"If that is the day, write: {day}" if day else ""


def _days_with_year_behind(day_text: str) -> list[str]:
    """Return the days that a text with the year behind can mean: with points its day stands first, else its month may."""
    match = _YEAR_LAST.fullmatch(day_text)
    if not match:
        return []
    first, second = f"{match[1]:0>2}", f"{match[3]:0>2}"
    orders = [(second, first)] if match[2] == "." else [(second, first), (first, second)]
    return [
        day
        for day in dict.fromkeys(f"{match[4]}-{month}-{number}" for month, number in orders)
        if day_of(day)
    ]


def _days_in_words(day_text: str, file_day: str) -> list[str]:
    """Return the day that words name whenever they are read, such as 3 February 2026, or the file's, if they can mean that."""
    if file_day and str(spoken_day(day_text, date.fromisoformat(file_day))) == file_day:
        return [file_day]
    days = {spoken_day(day_text, seen_from) for seen_from in _FAR_APART}
    return [str(day) for day in days if day] if len(days) == 1 else []


def _trimmed(text: str) -> str | None:
    """Return a line of text without the spaces at its ends, as it is written, if that is all that is wrong with it."""
    trimmed = text.strip()
    return (
        write_text(trimmed, in_flow=True) if trimmed and trimmed != text and trimmed.isprintable() else None
    )


def _flaw(text: str) -> tuple[str, str]:
    """Return what must hold for one line of text and does not for this one, and a hint."""
    if not text.strip():
        return "must not be empty", "Write it, or delete what is empty."
    if "\n" in text.strip() or text.endswith("\n"):
        return "must be one line of text", "Write it on one line, beside its key and without `|`."
    if text.strip() != text:
        return "must not begin or end with a space", "Delete the spaces at its ends."
    control = next((sign for sign in text if ord(sign) < 0x20 or 0x7F <= ord(sign) <= 0x9F), "")  # noqa: PLR2004
    code = f"U+{ord(control):04X}" if control else "one"
    return f"must be text without control characters, but has {code}", "Delete it, and type the text again."
