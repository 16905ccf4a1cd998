"""What is wrong with a single value, in words: a count, a day, a word from a list, or a line of text."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from minutebook.actions.words import STATUS_WORDS
from minutebook.counts.delta_notation import CELL_DELTA
from minutebook.records.filenames import day_of
from minutebook.records.pasted_signs import NO_BREAK_SPACES
from minutebook.source.schema.faults import Fault, short
from minutebook.source.schema.nouns import key_name, quoted
from minutebook.source.schema.pasted_counts import Cells, read_cells
from minutebook.source.schema.tokens import Tokens, probable_count
from minutebook.source.yaml.quotes import write_text


class Wording(NamedTuple):
    """A rule, a message and a hint, and what to write in the place of the value if that is the one right answer."""

    rule: str
    message: str
    hint: str
    mend: str | None = None


_DAY = re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|([-/.])([0-9]{1,2})\4([0-9]{1,2}))\Z")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,' ][0-9]{3})+|0[0-9]{2}")
_PARTED = re.compile(f"[\t|{NO_BREAK_SPACES}]")
_SEVERAL = re.compile(r"[0-9][^0-9(]+[0-9]")
_NO = frozenset({"false", "no", "off", "none"})
_TOTALS_WANTED = "Write `row` for a last row Total, `column` for a last column Total, or `both`."
_TOTALS_UNWANTED = "Delete `totals`: without it no totals are computed."


def explain_count(fault: Fault, tokens: Tokens) -> Wording:
    """Say how a count is written."""
    typed = tokens.typed(fault)
    count, bracket = probable_count(typed)
    most = fault.schema.get("maximum")
    must = f"must be a whole number{'' if most is None else f' from 0 to {most}'}, in digits only"
    hint, mend = "Write the digits and nothing else, such as 11.", None
    width = tokens.width(fault)
    is_large_entry = isinstance(fault.key_path[-1], int) and _THOUSANDS.fullmatch(typed)
    cells = read_cells(typed, width) if width > 1 or is_large_entry or _PARTED.search(typed) else None
    if cells:
        hint, mend = _as_cells(fault, cells)
    elif width > 1 and _SEVERAL.search(typed):
        hint = f"Write one number for each column between brackets, such as [{', '.join(['11'] * width)}]."
    elif _THOUSANDS.fullmatch(typed):  # whatever they mean, it is not 5 for 5.000
        digits = re.sub("[^0-9]", "", typed).lstrip("0") or 5000
        hint = f"Write only the digits, such as {digits}."
    elif count and len(count) <= len(str(most)):
        without_quotes = ", without quotes" if isinstance(fault.value, str) else ""
        hint = (
            f"Write: {count}   (what changed is computed)" if bracket else f"Write: {count}{without_quotes}"
        )
        mend = count if not bracket or CELL_DELTA.fullmatch(bracket) else None
    elif "null" in fault.types and isinstance(fault.value, str) and not re.fullmatch("[0-9,]+", typed):
        empty = "Write ~" if isinstance(fault.key_path[-1], int) else "Leave it empty"
        hint = f"{empty} while it is not known, in a meeting with `status: draft`."
    return Wording("not-a-count", f"{key_name(fault.key_path)} {must}, not {quoted(typed)}", hint, mend)


def _as_cells(fault: Fault, cells: Cells) -> tuple[str, str | None]:
    """Return how the cells of a row are written, and that alone if they can't be meant otherwise."""
    counts = ", ".join(cells.counts)
    is_row = isinstance(fault.key_path[-1], str) and len(cells.counts) > 1
    written = f"[{counts}]" if is_row else counts
    if not cells.in_doubt:
        return f"Write: {written}", written
    return f"Write {written}, or the digits alone of what has thousands in it.", None


def explain_limit(fault: Fault, _: Tokens) -> Wording:
    """Say between which numbers a number must be."""
    rule = "not-a-count" if fault.value < 0 else "wrong-value"
    least, most = fault.schema["minimum"], fault.schema.get("maximum")
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"
    message = f"{key_name(fault.key_path)} must be a whole number {bounds}, not {short(fault.value)}"
    return Wording(rule, message, "")


def explain_value(fault: Fault, tokens: Tokens) -> Wording:
    """Say what a text must be."""
    typed = tokens.typed(fault)
    if not typed:
        hint = "Write it, or delete what is empty."
        return Wording("wrong-value", f"{key_name(fault.key_path)} must not be empty", hint)
    if fault.choices:
        return _explain_choice(fault, tokens)
    if fault.schema.get("format") == "date":
        return _explain_day(fault, typed, tokens.file_day if fault.key_path == ("date",) else "")
    must: str = fault.schema.get("patternErrorMessage", "must be something else")
    if must.startswith("must be one line"):
        must, hint = _flaw(typed)
        return Wording("wrong-value", f"{key_name(fault.key_path)} {must}", hint, _trimmed(typed))
    return Wording("wrong-value", f"{key_name(fault.key_path)} {must}; it is {quoted(typed)}", "")


def explain_label(fault: Fault, _: Tokens) -> Wording:
    """Say what a label must be."""
    must, hint = _flaw(fault.value)
    message = f"the label '{short(fault.value)}' {must}"
    return Wording("wrong-value", message, hint, _trimmed(fault.value))


def _explain_choice(fault: Fault, tokens: Tokens) -> Wording:
    choices = fault.choices
    typed = short(tokens.typed(fault))
    synonym = STATUS_WORDS.get(typed.lower())
    matches = [synonym] if synonym in choices else get_close_matches(typed.lower(), choices, n=1)
    must = f"one of {', '.join(choices)}" if len(choices) > 1 else choices[0]
    message = f"{key_name(fault.key_path)} must be {must}, not {quoted(typed)}"
    # What is another word altogether may have been meant otherwise.
    mend = next(
        (choice for choice in choices if choice == typed.lower() or choice == synonym == "done"), None
    )
    hint = f"Write: {mend}" if mend else f"Did you mean `{matches[0]}`?" if matches else ""
    if not hint and fault.key_path[-1] in {"totals", "show"}:
        hint = _TOTALS_UNWANTED if typed.lower() in _NO else _TOTALS_WANTED
    return Wording("wrong-value", message, hint, mend)


def _explain_day(fault: Fault, typed: str, file_day: str) -> Wording:
    must = "must be a day of the calendar, written year-month-day as in 2020-10-26"
    match = _DAY.match(typed)
    day = f"{match[1]}-{match[2] or match[5]:0>2}-{match[3] or match[6]:0>2}" if match else ""
    day = day if fault.keyword != "format" and day_of(day) else ""
    message = f"{key_name(fault.key_path)} {must}, not {quoted(typed)}"
    # The date of a meeting is that in its file's name, whatever was meant here.
    mend = day if day and file_day in {"", day} else None
    day = file_day or day
    return Wording("wrong-value", message, f"Write: {day}" if day else "", mend)


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
