"""Items of a list that are a single line: counters and duties."""

import re

from minutebook.counts.delta_notation import BRACKETED
from minutebook.minutes.action_line import ACTION_START
from minutebook.oldminutes.handwritten.cells import parse_delta
from minutebook.oldminutes.handwritten.plain_text import fold_counter_label
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import Counter, Counters, Duties, Duty

_DUTY = re.compile(r"(?P<label>[^:]{1,60}?):(?:[ \t]+(?P<people>\S.*))?")
_COUNTER = re.compile(
    rf"(?P<count>[0-9]{{1,9}}|\?)(?:[ \t]{{1,3}}{BRACKETED})?[ \t]{{1,3}}(?P<label>[^\W\d].*)"
)
_VOTE = re.compile(
    r"(?:(?:motion|moved|proposed|seconded|second|abstained|opposed)(?:[ \t]+by)?|in favou?r|against)",
    re.IGNORECASE,
)
"""What somebody did in one meeting, and so is no duty, which comes again in the next one."""
_COUNT_IN_BRACKETS = re.compile(r"\([+-]?[0-9]")


class LoneLineReader:
    """Reads the single lines of one text; in a draft, the value of a counter may be unknown."""

    def __init__(self, facts: SeriesFacts, *, draft: bool, generated: bool) -> None:
        self.facts, self.draft, self.generated = facts, draft, generated
        self.counter_labels: set[str] = set()
        """The labels of the counters so far: each label names one counter of a meeting."""

    def read(
        self, text: str, line: int, *, after_duty: bool, by_minutebook: bool
    ) -> Counters | Duties | None:
        """Return the counter or the duty that a line without its bullet is; `by_minutebook` says who wrote it."""
        if counter := self._counter(text, line, by_minutebook=by_minutebook):
            return Counters((counter,))
        duty = self._duty(text, line, after_duty=after_duty, by_minutebook=by_minutebook)
        return Duties((duty,)) if duty else None

    def _counter(self, text: str, line: int, *, by_minutebook: bool) -> Counter | None:
        match = _COUNTER.fullmatch(text)
        label = plain_text(match["label"]) if match else None
        if not match or not label or label in self.counter_labels or _COUNT_IN_BRACKETS.search(label):
            return None
        delta_text = match["delta"] or ""
        if not (delta_text or by_minutebook) and fold_counter_label(label) not in self.facts.counter_keys:
            return None
        if match["count"] == "?" and not self.draft:
            return None
        self.counter_labels.add(label)
        value = None if match["count"] == "?" else int(match["count"])
        return Counter(line, label, value, delta_text, parse_delta(delta_text) if delta_text else None)

    def _duty(self, text: str, line: int, *, after_duty: bool, by_minutebook: bool) -> Duty | None:
        match = _DUTY.fullmatch(text)
        label = plain_text(match["label"]) if match else None
        if (
            not match
            or not label
            or label.startswith(ACTION_START)
            or (not by_minutebook and _VOTE.fullmatch(label))
        ):
            return None
        people = plain_text(match["people"] or "")
        if people is None or not (people or after_duty):
            return None
        if people in {"", "?"}:
            return Duty(line, label, ()) if after_duty or self.generated else None
        names = [name.strip() for name in people.split(",")]
        if not by_minutebook and not all(self.facts.is_person(name) for name in names):
            return None
        return Duty(line, label, tuple(self.facts.roster_spelling(name) for name in names))
