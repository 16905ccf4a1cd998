"""What stands behind the task of an action: that it is closed, when it is due, and what minutes compute for it."""

import re
from dataclasses import replace
from datetime import date

from minutebook.actions.foreign_words import FOREIGN_DUE, FOREIGN_HOW
from minutebook.actions.standings import COMPUTED
from minutebook.actions.words import BUT, CLOSED, CLOSED_WORDS, TICK, TICKS
from minutebook.records.frozen_class import dataclass
from minutebook.records.iso_days import DAY, parse_day
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Status
from minutebook.records.pasted_signs import DASHES

_DAY = rf"(?P<day>{DAY})"
_DUE = late_pattern(
    rf"(?:due(?:[ \t]+(?:on|by))?|by|deadline|overdue[ \t]+since|{FOREIGN_DUE})[ \t]*+[:\uff1a]?[ \t]*{_DAY}",
    re.IGNORECASE,
)
_DUE_BARE = late_pattern(
    rf"(?<!\S)(?:due(?:[ \t](?:on|by))?|by|deadline|{FOREIGN_DUE})[ \t]*(?::?[ \t]|\uff1a[ \t]*){_DAY}[.!]?\Z",
    re.IGNORECASE,
)
# As task lists of notes mark it: an alarm clock, a calendar.
_DUE_SIGN = late_pattern(
    rf"\s*[\u23f0\u23f3\U0001f4c5\U0001f5d3]\ufe0f?\s*{_DAY}(?:\s(?P<time>[0-9]{{1,2}}:[0-9]{{2}}))?\Z"
)
_COMPUTED = late_pattern(COMPUTED)
# `(complete rewrite)` closes nothing: more words must say who, when or where, or stand behind a colon.
_HOW = rf"(?:(?:by|on|in|at|since|last|this|yesterday|today|{FOREIGN_HOW})\b|[0-9#]).*"
_CLOSED = late_pattern(
    rf"(?P<word>{CLOSED})[.!]?(?:[ \t]*:[ \t]*(?P<remark>\S.*)|[ \t]+(?P<how>{_HOW}))?",
    re.IGNORECASE | re.DOTALL,
)
_MARKED = late_pattern(rf"({CLOSED})[,;][ \t]*(?!{BUT}\b)(\S.*)", re.IGNORECASE | re.DOTALL)
_ADJECTIVES = frozenset({"closed", "complete", "resolved"})
"""Words that in small letters may as well say of what the task is about: closed on Mondays, (complete, signed)."""
_BOLD = late_pattern(rf"\*\*(?P<word>{CLOSED})[.!]?\*\*\Z", re.IGNORECASE)
_TICK = late_pattern(rf"{TICK}\Z")
_APART = late_pattern(
    rf"(?<=\S)(?:[ \t]+(?:[{DASHES}#-]{{1,2}}|{TICK})[ \t]*|[,:;.][ \t]+)(?P<word>{CLOSED})[.!]?\Z",
    re.IGNORECASE,
)
# What `closed on Mondays` says of a shop, `done on Monday` says of nothing but the task.
_BEHIND_DASH = late_pattern(
    rf"(?P<word>{'|'.join(sorted(CLOSED_WORDS.keys() - _ADJECTIVES, key=len, reverse=True))})"
    rf"(?:[ \t]*(?P<sign>[:,])[ \t]*(?P<remark>\S.*)|[ \t]+(?!by\b)(?P<how>{_HOW})"
    rf"|[ \t]+\((?!(?:{BUT}|almost|half|mostly|nearly|partly)\b)(?P<aside>[^()]+)\))\Z",
    re.IGNORECASE,
)
_DASH = late_pattern(rf"(?<=\S)[ \t]+[{DASHES}-]{{1,2}}[ \t]+")
_CAPITALS = late_pattern(r"(?<=\S)[ \t]+(?P<word>DONE|DROPPED|CANCELLED|CANCELED)[.!]?\Z")
_BOX = late_pattern(rf"(?<=\S)[ \t]+(?:[{DASHES}-][ \t]*)?\[[xX]\]\Z")
# What `~~order~~ buy parts` strikes out is another word for the task.
_STRUCK = late_pattern(
    rf"~~(?P<task>(?:[^~]|~(?!~))+)~~(?:[ \t]*(?:[{DASHES}:-][ \t]+|(?=(?:\w+[ \t]+)?(?:{CLOSED})\b))(?P<remark>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)
_CLOSED_BEFORE = late_pattern(
    rf"(?:\[(?P<boxed>{CLOSED})\]:?|\((?P<bracketed>{CLOSED})\):?|(?P<word>{CLOSED}):?|{TICK})"
    rf"[ \t]+(?:[{DASHES}-]+[ \t]+)?(?=\S)",
    re.IGNORECASE,
)
_DUE_SOON = (
    r"(?=[0-9]{4}-[0-9]{2}-[0-9]|[0-9]{1,2}[./][0-9]{1,2}\b"
    r"|[0-9]{1,2}\.?[ ](?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?i:due|by)\b)"
)
_DAY_BEHIND = late_pattern(
    rf"[ \t]{{0,9}}[,;|][ \t]{{0,9}}{_DUE_SOON}|[ \t]{{1,9}}[{DASHES}-][ \t]{{1,9}}{_DUE_SOON}"
    r"|[ \t]{1,9}(?=(?i:due|by)\b)"
)
"""What parts names from the day behind them."""
_CLOSING = tuple(CLOSED_WORDS)
# To patterns without regard to case these are an i, too.
_DOTS = str.maketrans("\u0130\u0131", "ii")
_SIGNS_BEFORE = frozenset({"[", "(", *TICKS})
CLOSED_WITHIN = late_pattern(
    rf"(?<=\S)[ \t]+\[(?P<word>{CLOSED})\](?!\()[ \t:]*+(?P<remark>[^\[\]]+)\Z", re.IGNORECASE
)
"""What closes an action in the middle of its line, with what stands behind it."""
_TICK_SIGNS = f" \ufe0f{TICKS}"
_LONGEST = 200
"""How long the words in brackets behind a task may be."""
_SHORTEST = 40
"""How long a day without brackets may be, with the word before it."""
_MOST = 6
"""How many of them are taken off one after the other."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What the end of a line says of an action; `remark` is what the mark of a closed one says more."""

    status: Status = "open"
    due: date | None = None
    remark: str = ""


def closed_before(text: str) -> re.Match[str] | None:
    """Return what stands before a task and says that it is closed."""
    return _CLOSED_BEFORE.match(text) if _may_begin_closed(text) else None


def split_ending(text: str) -> tuple[str, Ending]:
    """Return a task without what stands behind it, and what that says; what minutes compute is only taken off."""
    text, ending = text.rstrip(), Ending()
    for _ in range(_MOST):
        bare = text.removesuffix(".") if text.endswith((").", "].")) else text
        shorter, longer_ending = _split_last(bare, ending)
        if shorter == bare:
            break
        is_cell = bare[len(shorter) :].lstrip()[:1].isalpha()  # it | Owner: Mat | due 2020-11-09
        text, ending = shorter.rstrip(" \t|" if is_cell else None), longer_ending
    return text, ending


def split_day(names: str) -> tuple[str, tuple[str, ...]]:
    """Return names without the day behind them, such as Mat, 2020-11-09, and that as it stands behind tasks."""
    only_names, *days = _DAY_BEHIND.split(names, maxsplit=1)
    return only_names, tuple(f"({'due ' * day[:4].isdigit()}{day})" for day in days)


def verdict(words: str) -> Ending:
    """Return what words that stand by themselves say of an action, such as `done on Friday`."""
    return split_ending(f"task ({words.rstrip(_TICK_SIGNS)})")[1]


def status_of(closed: re.Match[str]) -> Status:
    """Return what a mark before a task says; one without a word is a tick."""
    word = closed["boxed"] or closed["bracketed"] or closed["word"] or "done"
    return CLOSED_WORDS[word.lower()]


def is_sure(closed: re.Match[str]) -> bool:
    """Whether a mark before a task is no word of it: `complete the form` closes nothing."""
    mark = closed.group().strip()
    return not mark.isalpha() or mark.isupper()


def _split_last(text: str, ending: Ending) -> tuple[str, Ending]:
    if text.startswith("~~") and (struck := _STRUCK.fullmatch(text)):
        remark = struck["remark"] or "done"
        is_word = _without_case(remark).rstrip(".!") in CLOSED_WORDS
        return struck["task"], _closed(ending, *((remark.rstrip(".!"), "") if is_word else ("done", remark)))
    if text.endswith("**") and (bold := _BOLD.search(text[-_LONGEST:])):
        return text[: len(text) - len(bold.group())], _closed(ending, bold["word"], "")
    if tick := _TICK.search(text[-2:]) or (_BOX.search(text[-_SHORTEST:]) if text.endswith("]") else None):
        return text[: len(text) - len(tick.group())], _closed(ending, "done", "")
    if _may_end_closed(text) and (
        word := _APART.search(text[-_SHORTEST:]) or _CAPITALS.search(text[-_SHORTEST:])
    ):
        return text[: len(text) - len(word.group())], _closed(ending, word["word"], "")
    if behind_dash := _closed_behind_dash(text):
        task, closed = behind_dash
        return task, _closed(ending, closed["word"], closed["remark"] or closed["how"] or closed["aside"])
    if text.endswith((")", "]")):
        return _split_bracket(text, ending)
    start = max(len(text) - _SHORTEST, 0)
    may_be_due = text.rstrip(".!")[-1:].isdigit()
    due = (_DUE_SIGN.search(text, start) or _DUE_BARE.search(text, start)) if may_be_due else None
    day = parse_day(due["day"]) if due else None
    if due and day and not ending.due:
        remark = ending.remark or due.groupdict().get("time") or ""
        text = text[: len(text) - len(due.group())].rstrip(f" \t,;:{DASHES}-")
        return text, replace(ending, due=day, remark=remark)
    return text, ending


def _closed_behind_dash(text: str) -> tuple[str, re.Match[str]] | None:
    """Return a task, and what closes it behind a dash with when or why: `- done on Friday`, not `done, but`."""
    for dash in _DASH.finditer(text) if any(f" {sign}" in text for sign in f"-{DASHES}") else ():
        closed = _BEHIND_DASH.match(text, dash.end()) if _may_begin_closed(text[dash.end() :]) else None
        if closed and (closed["sign"] != "," or CLOSED_WORDS.get(closed["word"].lower()) == "dropped"):
            return text[: dash.start()], closed
    return None


# To compile the words of ten languages takes a hook 3 ms, and few tasks begin or end with one of them.
def _may_begin_closed(text: str) -> bool:
    return text[:1] in _SIGNS_BEFORE or _without_case(text[:_SHORTEST]).startswith(_CLOSING)


def _may_end_closed(text: str) -> bool:
    return _without_case(text[-_SHORTEST:]).rstrip(".!").endswith(_CLOSING)


def _without_case(text: str) -> str:
    return text.translate(_DOTS).casefold()


def _split_bracket(text: str, ending: Ending) -> tuple[str, Ending]:
    """Take off the last bracket, if each of the phrases in it is one that stands behind tasks."""
    start = text.rfind("(" if text.endswith(")") else "[", max(len(text) - _LONGEST, 0))
    inside = text[start + 1 : -1].strip()
    if start < 0 or not inside:
        return text, ending
    if closed := _CLOSED.fullmatch(inside):
        return text[:start], _closed(ending, closed["word"], closed["remark"] or closed["how"] or "")
    original = ending
    for phrase in re.split(r"[,;]", inside):
        closed, due = _CLOSED.fullmatch(phrase.strip()), _DUE.fullmatch(phrase.strip())
        day = parse_day(due["day"]) if due else None
        if day and not ending.due:
            ending = replace(ending, due=day)
        elif closed and not (closed["remark"] or closed["how"]):
            ending = _closed(ending, closed["word"], "")
        elif not _COMPUTED.fullmatch(phrase.strip()):
            marked = _MARKED.fullmatch(inside)
            is_sure = marked and (text.endswith("]") or marked[1] not in _ADJECTIVES)
            return (
                (text[:start], _closed(original, *marked.groups()))
                if marked and is_sure
                else (text, original)
            )
    return text[:start], ending


def _closed(ending: Ending, word: str, remark: str) -> Ending:
    if ending.status != "open":  # the last mark of a line counts, and what each says more is kept
        return replace(ending, remark=", ".join(filter(None, (remark, ending.remark))))
    status = CLOSED_WORDS.get(word.lower(), "done")
    if status == "dropped" and word.lower() != status:  # why it was dropped, if nothing else says it
        remark = remark or word.lower()
    return replace(ending, status=status, remark=remark)
