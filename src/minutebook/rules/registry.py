"""A rule is a generator of findings with a name; what it wants is told in explanations/NAME.md."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from typing import Generic, ParamSpec

from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, KeyPath, Severity
from minutebook.records.series import Series

Subject = ParamSpec("Subject")
Rule = tuple[str, Severity, Callable[Subject, Iterator[Finding]]]
"""The name of a rule, what a breach of it is, and a generator that looks for them."""
IsAnswered = Callable[[KeyPath, str], bool]
"""Whether people say in their notes that a warning of a rule, found at a path, is right."""


class RuleSet(Generic[Subject]):
    """The rules that look at the same things.

    Several generators may look for one rule: `continues-unknown` is broken in tables and in counters.
    """

    def __init__(
        self,
        rests: Callable[Subject, bool] | None = None,
        advice: Callable[Subject, str] | None = None,
        answered: Callable[Subject, IsAnswered] | None = None,
    ) -> None:
        """Make a set whose strict rules rest where `rests` says so; `advice` is how to let them rest.

        `answered` gives what tells whether people have answered a warning.
        """
        self._rests, self._advice, self._answered = rests, advice, answered
        self._rules: list[Rule[Subject]] = []
        self._errors: list[Rule[Subject]] = []
        self._strict: set[Callable[Subject, Iterator[Finding]]] = set()

    def rule(
        self, name: str, severity: Severity = "error", *, strict: bool = False
    ) -> Callable[[Callable[Subject, Iterator[Finding]]], Callable[Subject, Iterator[Finding]]]:
        """Register a generator as one that looks for breaches of a rule.

        One that is `strict` asks people to say something, and rests for what is older than a series wants to be asked.
        """

        def register(generator: Callable[Subject, Iterator[Finding]]) -> Callable[Subject, Iterator[Finding]]:
            self._rules.append((name, severity, generator))
            if severity == "error":
                self._errors.append(self._rules[-1])
            if strict:
                self._strict.add(generator)
            return generator

        return register

    def findings(self, *args: Subject.args, **kwargs: Subject.kwargs) -> Iterator[Finding]:
        """Yield what all generators find, with the names and severities of their rules."""
        return self._findings(self._rules, *args, **kwargs)

    def errors(self, *args: Subject.args, **kwargs: Subject.kwargs) -> Iterator[Finding]:
        """Yield the same without warnings, which are half of the work."""
        return self._findings(self._errors, *args, **kwargs)

    def errors_and(
        self, names: Container[str], /, *args: Subject.args, **kwargs: Subject.kwargs
    ) -> Iterator[Finding]:
        """Yield errors, and the warnings of rules with some names."""
        rules = [rule for rule in self._rules if rule[1] == "error" or rule[0] in names]
        return self._findings(rules, *args, **kwargs)

    def _findings(
        self, rules: Iterable[Rule[Subject]], /, *args: Subject.args, **kwargs: Subject.kwargs
    ) -> Iterator[Finding]:
        resting = self._rests is not None and self._rests(*args, **kwargs)
        is_answered = self._answered(*args, **kwargs) if self._answered else None
        for name, severity, generator in rules:
            is_strict = generator in self._strict
            for finding in () if is_strict and resting else generator(*args, **kwargs):
                if severity == "warning" and is_answered and is_answered(finding.key_path, name):
                    continue
                advice = self._advice(*args, **kwargs) if is_strict and self._advice else ""
                hint = "\n".join(text for text in (finding.hint, advice) if text)
                yield replace(finding, rule=name, severity=severity, hint=hint)

    def names(self) -> set[str]:
        """Return the names of the rules."""
        return {name for name, _severity, _generator in self._rules}

    def warnings(self) -> set[str]:
        """Return the names of those that warn."""
        return {name for name, severity, _generator in self._rules if severity == "warning"}


def _is_older_than_strict(meeting: Meeting, history: History) -> bool:
    return not history.series.asks_on(meeting.date)


def _strict_advice(meeting: Meeting, history: History) -> str:
    """Return the line by which this and all other old meetings rest; none about the last meeting that was held."""
    last = history.newest_held
    if not last or meeting.date >= last.date:
        return ""
    return f"To leave meetings before {last.date} as they are, write in {history.series.path}: strict: {last.date}"


def _answers_of(meeting: Meeting) -> IsAnswered:
    return meeting.is_answered


def _all_answers(meeting: Meeting, history: History) -> IsAnswered:
    return lambda key_path, rule: rule in history.series.ok or meeting.is_answered(key_path, rule)


def _answers_of_series(series: Series) -> IsAnswered:
    return lambda _key_path, rule: rule in series.ok


SERIES = RuleSet[[Series]](answered=_answers_of_series)
"""Rules that look at what series.yaml says."""
STRUCTURE = RuleSet[[Meeting]]()
"""Rules without which nothing can be computed: where one is broken nothing is written."""
MEETING = RuleSet[[Meeting]](answered=_answers_of)
"""Rules that look at one meeting."""
HISTORY = RuleSet[[Meeting, History]](_is_older_than_strict, _strict_advice, _all_answers)
"""Rules that look at a meeting and at those before it."""
