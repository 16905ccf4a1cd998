"""What is wrong with a count, in words, and what it was probably meant to be."""

import re

from minutebook.actions.words import NOTHING_WORDS, UNDECIDED_WORDS
from minutebook.counts.delta_notation import CELL_DELTA
from minutebook.records.pasted_signs import DASHES, NO_BREAK_SPACES
from minutebook.source.schema.faults import Fault, short
from minutebook.source.schema.nouns import key_name, quoted
from minutebook.source.schema.pasted_counts import Cells, read_cells
from minutebook.source.schema.tokens import Tokens, probable_count
from minutebook.source.schema.value_messages import NO, Explanation

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,' ][0-9]{3})+|0[0-9]{2}")
_PARTED = re.compile(f"[\t|{NO_BREAK_SPACES}]")
_SEVERAL = re.compile(r"[0-9][^0-9(]+[0-9]")
_ONLY_DIGITS = "Write only the digits:"
_ROUNDED = re.compile(
    r"(?:[~<>=\u2248\u2264\u2265]+ *|[^\W\d_]+\.? +)?(?P<count>0|[1-9][0-9]*)(?: *[+?*!]+|(?: +[^\W\d_]+){1,2})?"
)
"""A number beside which stands that it is one of many, about so many or at least."""
_NUMBER = "(?:0|[1-9][0-9]*)"
_NOW_LAST = re.compile(
    rf"(?:~~{_NUMBER}~~ *|(?:[^\W\d_]+ )?{_NUMBER} *(?:[=-]+>|[\u2192\u21d2]|to|auf) *)(?P<now>{_NUMBER})",
    re.IGNORECASE,
)
_NOW_FIRST = re.compile(
    rf"(?P<now>{_NUMBER})[,;]? *\(?(?:instead of|not|was|were|before|statt|anstatt|nicht|war|vorher|au lieu de|"
    rf"en vez de|em vez de|in plaats van|invece di|zamiast) +{_NUMBER}\)?",
    re.IGNORECASE,
)
"""Two numbers of which one is the count now, and the other one what it was."""
_EARLIER = re.compile(
    r"\b(?:last|previous(?:ly)?|letzte\w*|vorige\w*|derni\u00e8re|pr\u00e9c\u00e9dente|pasada|anterior|passada|laatste|"
    r"scorsa|precedente|poprzedni\w*|ostatni\w*)\b|\u4e0a\u6b21|\u524d\u56de",
    re.IGNORECASE,
)
"""Words that say of a count that it is that of an earlier meeting."""
_CHANGED = re.compile(r"more|less|fewer|up|down", re.IGNORECASE)
_SIGNED = re.compile(rf"[+{DASHES}-] *[0-9]+")
_SUM = re.compile(r"[0-9]{1,9}(?: *\+ *[0-9]{1,9})+")
_NOTHING = re.compile(rf"[{DASHES}x*-]+")


def explain_count(fault: Fault, tokens: Tokens) -> Explanation:
    """Say how a count is written."""
    text = tokens.typed(fault)
    most = fault.schema.get("maximum")
    must = f"must be a whole number{'' if most is None else f' from 0 to {most}'}, in digits only"
    if "lapse" in fault.key_path and (text.lower() in {"never", *NO} or _SIGNED.fullmatch(text)):
        return Explanation(
            "not-a-count", f"{key_name(fault.key_path)} {must}, not {quoted(text)}", "Write: 0", "0"
        )
    changed = _changed(text)
    hint, mend = (changed, None) if changed else _answer(fault, text, tokens, len(str(most)))
    return Explanation("not-a-count", f"{key_name(fault.key_path)} {must}, not {quoted(text)}", hint, mend)


def _answer(fault: Fault, text: str, tokens: Tokens, longest: int) -> tuple[str, str | None]:
    """Return how a count would be written, and that alone if it is the one right answer."""
    count, bracket = probable_count(text)
    width = tokens.width(fault)
    is_large_entry = isinstance(fault.key_path[-1], int) and _THOUSANDS.fullmatch(text)
    if (width > 1 or is_large_entry or _PARTED.search(text)) and (cells := read_cells(text, width)):
        return _as_cells(fault, cells)
    if width > 1 and _SEVERAL.search(text):
        numbers = re.findall("[0-9]+", text)
        counts = ", ".join(numbers if len(numbers) == width else ["11"] * width)
        return f"Write one number for each column between brackets, such as [{counts}].", None
    if _THOUSANDS.fullmatch(text):
        digits = re.sub("[^0-9]", "", text)
        if "." in text or digits.startswith("0"):  # whatever they mean, it is not 5 for 5.000
            number = digits.lstrip("0")
            hint = (
                f"If that is {number}, write: {number}" if number else "Write only the digits, such as 5000."
            )
            return hint, None
        return f"Write: {digits}", digits
    if count and len(count) <= longest:
        if bracket:
            changed = "   (what changed is computed)"
            is_delta = CELL_DELTA.fullmatch(bracket)
            return (
                (f"Write: {count}{changed}", count)
                if is_delta
                else (f"{_ONLY_DIGITS} {count}{changed}", None)
            )
        return f"Write: {count}{', without quotes' if text == count else ''}", count
    rounded = _ROUNDED.fullmatch(text)
    if rounded and not _CHANGED.search(text) and len(rounded["count"]) <= longest:
        return f"{_ONLY_DIGITS} {rounded['count']}", None
    if "null" in fault.types and isinstance(fault.value, str) and not re.search("[0-9]", text):
        return _unknown(fault, text.casefold(), is_draft=tokens.is_draft)
    if _SIGNED.fullmatch(text):
        return "Write how many there are now, in digits alone; what changed is computed.", None
    return _digits(text), None


def _changed(text: str) -> str:
    """Return what to write for a count beside which the earlier one stands, or that is the earlier one; else nothing."""
    if _EARLIER.search(text):
        return "Write how many there are now, in digits alone: that was the count of an earlier meeting."
    match = _NOW_FIRST.fullmatch(text) or _NOW_LAST.fullmatch(text)
    return f"{_ONLY_DIGITS} {match['now']}" if match else ""


def _digits(text: str) -> str:
    """Return that only digits can stand there, with those of a sum."""
    if _SUM.fullmatch(text):
        return f"Write what they are together: {sum(map(int, re.findall('[0-9]+', text)))}"
    return "Write one number in digits, and nothing else."


def _as_cells(fault: Fault, cells: Cells) -> tuple[str, str | None]:
    """Return how the cells of a row are written, and that alone if they can't be meant otherwise."""
    counts = ", ".join(cells.counts)
    is_row = isinstance(fault.key_path[-1], str) and len(cells.counts) > 1
    cells_text = f"[{counts}]" if is_row else counts
    if not cells.in_doubt:
        return f"Write: {cells_text}", cells_text
    return f"Write {cells_text}, or the digits alone of what has thousands in it.", None


def _unknown(fault: Fault, word: str, *, is_draft: bool) -> tuple[str, str | None]:
    """Return how a count is written that is none, or not known yet."""
    from minutebook.records.spoken_days import NUMBERS  # few counts need it

    if word == "nil" or word in NUMBERS:
        count = "0" if word == "nil" else str(NUMBERS.index(word))
        return f"Write: {count}", count
    if is_draft and word in UNDECIDED_WORDS:
        return "Write: ~   (it is not known yet)", "~"
    empty = "Write ~" if isinstance(fault.key_path[-1], int) else "Leave it empty"
    hint = f"{empty} while it is not known, in a meeting with `status: draft`."
    is_nothing = word in NOTHING_WORDS or _NOTHING.fullmatch(word)
    return f"{'Write 0 if there is none. ' if is_nothing else ''}{hint}", None


def explain_limit(fault: Fault, _: Tokens) -> Explanation:
    """Say between which numbers a number must be."""
    rule = "not-a-count" if fault.value < 0 else "wrong-value"
    least, most = fault.schema["minimum"], fault.schema.get("maximum")
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"
    message = f"{key_name(fault.key_path)} must be a whole number {bounds}, not {short(fault.value)}"
    return Explanation(rule, message, "")
