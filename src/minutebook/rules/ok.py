"""Rules about `ok`, by which people answer a warning."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from minutebook.records.answer import Answer
from minutebook.records.history import History
from minutebook.records.likeness import suggestion, twin
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding, KeyPath
from minutebook.rules import explanations
from minutebook.rules.registry import HISTORY, MEETING

_UNSURE = {"action-edited-earlier", "action-lapsed", "action-reworded", "action-twice", "ok-unneeded"}
"""Rules of which a lone tree can't say whether they are broken, for they look at what others have; and this one."""


@MEETING.rule("ok-unknown")
def answered_rules_are_warnings(meeting: Meeting) -> Iterator[Finding]:
    """What `ok` names must be rules, and such as warn."""
    for key_path, rule in _answered_rules(meeting.answers):
        if rule not in explanations.names():
            message = f"there is no rule '{rule}'{suggestion(twin(rule, explanations.names()))}"
            hint = "Write the name that the warning has; `minutebook explain` lists all."
            yield Finding(key_path, message, hint=hint)
        elif rule not in _warnings():
            message = f"only a warning about a meeting can be answered, and {rule} is none"
            yield Finding(key_path, message, hint="Delete it, and mend what that rule finds.")


@HISTORY.rule("ok-unneeded", severity="warning")
def answers_are_needed(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What `ok` names in the newest meeting should be a warning that there would be without it."""
    if not meeting.answers or meeting != history.newest_held:
        return
    unanswered = replace(meeting, answers=())
    findings = (*MEETING.findings(unanswered), *HISTORY.findings(unanswered, history))
    warnings = [(finding.key_path, finding.rule) for finding in findings if finding.severity == "warning"]
    for answer in meeting.answers:
        for key_path, rule in _answered_rules([answer]):
            if rule in _warnings() - _UNSURE and not any(
                Answer(answer.key_path, (rule,)).covers(*warning) for warning in warnings
            ):
                message = f"there is no warning {rule} here that it answers"
                yield Finding(key_path, message, hint="Delete it.")


def _answered_rules(answers: Iterable[Answer]) -> Iterator[tuple[KeyPath, str]]:
    """Yield each rule that is named, with its place."""
    for answer in answers:
        for index, rule in enumerate(answer.rules):
            yield (*answer.key_path, "ok", index), rule


def _warnings() -> set[str]:
    return MEETING.warnings() | HISTORY.warnings()
