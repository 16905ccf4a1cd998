"""A rule is a generator of findings with a name; what it wants is told in explanations/NAME.md."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, Severity

F = TypeVar("F")
OfMeeting = Callable[[Meeting], Iterator[Finding]]
OfHistory = Callable[[Meeting, History], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    severity: Severity

    def stamp(self, findings: Iterator[Finding]) -> Iterator[Finding]:
        """Give findings the rule's name and severity."""
        return (replace(found, rule=self.name, severity=self.severity) for found in findings)


# Lists, because several generators may look for one thing: `continues-unknown` in tables and in counters.
_structure: list[tuple[_Rule, OfMeeting]] = []
_alone: list[tuple[_Rule, OfMeeting]] = []
_historical: list[tuple[_Rule, OfHistory]] = []


def structure(name: str) -> Callable[[OfMeeting], OfMeeting]:
    """Register a rule without which nothing can be computed: where it is broken nothing is written."""
    return _register(name, "error", _structure)


def rule(name: str, severity: Severity = "error") -> Callable[[OfMeeting], OfMeeting]:
    """Register a rule that looks at one meeting."""
    return _register(name, severity, _alone)


def history_rule(name: str, severity: Severity = "error") -> Callable[[OfHistory], OfHistory]:
    """Register a rule that looks at a meeting and those before it."""
    return _register(name, severity, _historical)


def structural_findings(meeting: Meeting) -> Iterator[Finding]:
    """Yield what keeps a meeting from being computed."""
    for about, generator in _structure:
        yield from about.stamp(generator(meeting))


def lone_findings(meeting: Meeting) -> Iterator[Finding]:
    """Yield what the rules that look at one meeting find."""
    for about, generator in _alone:
        yield from about.stamp(generator(meeting))


def historical_findings(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Yield what the rules that look at earlier meetings, too, find."""
    for about, historical in _historical:
        yield from about.stamp(historical(meeting, history))


def names() -> set[str]:
    """Return the names of all registered rules."""
    return {about.name for about, _generator in (*_structure, *_alone, *_historical)}


def _register(name: str, severity: Severity, rules: list[tuple[_Rule, F]]) -> Callable[[F], F]:
    def register(generator: F) -> F:
        rules.append((_Rule(name, severity), generator))
        return generator

    return register
