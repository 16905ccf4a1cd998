"""Counts and duties in lines: `11 (+3) open tickets`, `Open tickets: 11 (+3)`, or `Tea: Ann`, whose turn it is."""

import re
from collections.abc import Collection, Iterator

from minutebook.counts.delta_notation import BRACKETED, parse_delta
from minutebook.minutes.action_line import ACTION_START
from minutebook.oldminutes.languages import attendance_of
from minutebook.oldminutes.markdown_blocks import fold, has_markup, strip_markup
from minutebook.oldminutes.sheet import Sheet, Stated
from minutebook.records.figures import Counter
from minutebook.records.iso_days import parse_day
from minutebook.records.meeting import Duty

# All repetitions have bounds, so that no line takes more than linear time, however long it is.
_EMPHASIS = r"(?:\*{1,3}|_{1,3})?"
_COUNT = rf"{_EMPHASIS}(?P<count>[0-9]{{1,9}}|\?){_EMPHASIS}(?:[ \t]{{1,3}}{BRACKETED}{_EMPHASIS})?"
_BEFORE_LABEL = re.compile(rf"{_COUNT}[ \t]{{1,3}}(?P<label>[^\W\d].{{0,200}})")
_BEHIND_LABEL = re.compile(
    rf"{_EMPHASIS}(?P<label>[^\W\d][^\n.;:()|]{{0,79}}?){_EMPHASIS}:{_EMPHASIS}[ \t]{{0,3}}{_COUNT}[ \t.;]{{0,3}}"
)
_IN_SENTENCE = re.compile(
    rf"(?<![\w.,:/+-])(?P<count>[0-9]{{1,9}}){_EMPHASIS}[ \t]{{1,3}}{BRACKETED}{_EMPHASIS}[ \t]{{1,3}}(?P<label>[^\W\d][^\n.,;:()|0-9]{{0,79}})"
)
_CONNECTIONS = frozenset(
    "a an and as at but by for from in is of on or than the to was were with plus".split()  # noqa: SIM905
)
"""What begins with one of these words goes on about something else, and names nothing that is counted."""
_CONNECTION_BEHIND = re.compile(r"(?<!\s)\s+(?:and|plus)\s*\Z")
_COUNT_IN_BRACKETS = re.compile(r"\([+-]?[0-9]")


_DUTY = re.compile(r"(?P<label>[^:]{1,60}?):(?:[ \t]+(?P<people>\S.*))?")
_VOTE = re.compile(
    r"(?:(?:motion|moved|proposed|seconded|second|abstained|opposed)(?:[ \t]+by)?|in favou?r|against)",
    re.IGNORECASE,
)
"""What somebody did in one meeting, and so is no duty, which comes again in the next one."""
_UNKNOWN = ("", "?")
OldCounter = tuple[Counter, Stated | None]
"""A counter and the delta that it states, if it does."""


def fold_counter_label(label: str) -> str:
    """Return the label of a counter for comparison: in the singular, for `1 ticket` goes on with `2 tickets`."""
    return " ".join(word.removesuffix("s") for word in fold(label).split())


def read_counter(text: str, line: int, known: Collection[str] | None, *, draft: bool) -> OldCounter | None:
    """Return the counter that an item of a list is; without a delta only one of the `known` labels, or any if that is None."""
    match = _BEFORE_LABEL.fullmatch(text) or (_BEHIND_LABEL.fullmatch(text) if ":" in text else None)
    label = strip_markup(match["label"]) if match else ""
    if not match or not label or not label.isprintable() or has_markup(match["label"]):
        return None
    if _COUNT_IN_BRACKETS.search(label) or (match["count"] == "?" and not draft):
        return None
    is_known = known is None or fold_counter_label(label) in known
    return _counter(match, label, line) if match["delta"] or is_known else None


def counters_in_sentence(text: str, line: int) -> Iterator[OldCounter]:
    """Yield the counts with deltas in a line of prose, which stay there."""
    if "(" not in text:
        return
    behind = _BEHIND_LABEL.fullmatch(text)
    is_behind = behind is not None and behind["delta"] and behind["count"] != "?"
    for match in (behind,) if behind and is_behind else _IN_SENTENCE.finditer(text):
        label = _CONNECTION_BEHIND.sub("", strip_markup(match["label"])).strip(" *_")
        if label and label.split()[0].lower() not in _CONNECTIONS:
            yield _counter(match, label, line)


def _counter(match: re.Match[str], label: str, line: int) -> OldCounter:
    counter = Counter((line,), label, None if match["count"] == "?" else int(match["count"]))
    if not match["delta"]:
        return counter, None
    delta, since = parse_delta(strip_markup(match["delta"])), parse_day(match["since"] or "")
    lately = match["lately"] or ""
    return counter, Stated(line, line, "delta", "", label, match["delta"], delta, since, lately)


def read_duty(
    text: str, line: int, sheet: Sheet, labels: set[str], *, ours: bool, vacant: tuple[str, ...]
) -> Duty | None:
    """Return the duty that a line is, `ours` if minutebook wrote it; `vacant` is what may stand there for nobody."""
    match, facts = _DUTY.fullmatch(text), sheet.facts
    label = strip_markup(match["label"]) if match else ""
    is_other = label.startswith(ACTION_START) or attendance_of(label) or facts.is_person(label)
    is_once = label in labels or (not ours and _VOTE.fullmatch(label))
    if not match or not label or is_other or is_once or has_markup(text) or not label.isprintable():
        return None
    people = strip_markup(match["people"] or "")
    names = [] if people in _UNKNOWN else [name.strip() for name in re.split("[,\u3001\uff0c]", people)]
    is_duty = people in vacant if not names else ours or all(map(facts.is_person, names))
    if not is_duty:
        return None
    labels.add(label)
    for name in names:
        sheet.resolve(line, name, facts.spell(name), label)
    return Duty(label, tuple(map(facts.spell, names)))
