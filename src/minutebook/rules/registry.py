"""A rule is a generator of findings with a name; what it wants is told in explanations/NAME.md."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Generic, ParamSpec

from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, Severity

Subject = ParamSpec("Subject")


class RuleSet(Generic[Subject]):
    """The rules that look at the same things.

    Several generators may look for one rule: `continues-unknown` is broken in tables and in counters.
    """

    def __init__(self) -> None:
        self._rules: list[tuple[str, Severity, Callable[Subject, Iterator[Finding]]]] = []

    def rule(
        self, name: str, severity: Severity = "error"
    ) -> Callable[[Callable[Subject, Iterator[Finding]]], Callable[Subject, Iterator[Finding]]]:
        """Register a generator as one that looks for breaches of a rule."""

        def register(
            generator: Callable[Subject, Iterator[Finding]],
        ) -> Callable[Subject, Iterator[Finding]]:
            self._rules.append((name, severity, generator))
            return generator

        return register

    def findings(self, *args: Subject.args, **kwargs: Subject.kwargs) -> Iterator[Finding]:
        """Yield what all generators find, with the names and severities of their rules."""
        for name, severity, generator in self._rules:
            for finding in generator(*args, **kwargs):
                yield replace(finding, rule=name, severity=severity)

    def names(self) -> set[str]:
        """Return the names of the rules."""
        return {name for name, _severity, _generator in self._rules}


STRUCTURE = RuleSet[[Meeting]]()
"""Rules without which nothing can be computed: where one is broken nothing is written."""
MEETING = RuleSet[[Meeting]]()
"""Rules that look at one meeting."""
HISTORY = RuleSet[[Meeting, History]]()
"""Rules that look at a meeting and at those before it."""
