"""Findings of a file that have one cause, told together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from minutebook.records.problem import Finding
from minutebook.source.yaml.document import Document

CUT_TEXT = "If it belongs to the text before the comma, write: "
"""How the advice begins about keys that are the rest of a text."""
DOUBLED = "Delete one of the two."
"""The advice about a line of a list that stands twice."""


def told_together(findings: Iterable[Finding], document: Document) -> Iterator[Finding]:
    """Yield findings, but one for all texts of a line that need quotes, and one for all keys that a record lacks."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_shared(finding, document), []).append(finding)
    lines = document.text.split("\n")
    for group in groups.values():
        yield group[0] if len(group) == 1 else _joined(group, document, lines)


def _shared(finding: Finding, document: Document) -> object:
    """Return what findings have in common that are told together."""
    if finding.rule == "unquoted-text" and finding.key_path in document.values:
        return finding.rule, document.values[finding.key_path].line
    if finding.rule == "missing-key" and "`reason`" not in finding.hint:
        return finding.rule, finding.key_path
    if finding.rule == "unknown-key" and finding.hint.startswith(CUT_TEXT):
        return finding.hint
    is_labeled = any(isinstance(key, str) for key in finding.key_path[-1:])
    if finding.rule == "wrong-type" and finding.mend is None and is_labeled:
        return finding.rule, finding.key_path[:-1], finding.message.partition("` ")[2]
    return id(finding)


def _joined(group: list[Finding], document: Document, lines: Sequence[str]) -> Finding:
    first, more = min(group, key=lambda finding: _position(finding, document)), len(group) - 1
    if first.hint.startswith((CUT_TEXT, DOUBLED)):
        return first
    if first.rule == "wrong-type":
        return replace(first, message=f"{first.message}; so it is with {_counted_others(more)} beside it")
    if first.rule == "missing-key":
        keys = [finding.message.rpartition(" must have ")[2] for finding in group]
        message = f"{first.message.rpartition(' must have ')[0]} must have {' and '.join(keys)}"
        examples = [finding.hint.removeprefix("For example: ") for finding in group]
        return replace(first, message=message, hint=f"For example: {', '.join(examples)}")
    locations = [document.values[finding.key_path] for finding in group]
    start, end = (
        min(location.column for location in locations),
        max(location.column + location.length for location in locations),
    )
    line = lines[locations[0].line - 1]
    for location, finding in sorted(zip(locations, group, strict=True), key=lambda pair: -pair[0].column):
        text_before, _text, text_behind = location.cut(line)
        line = f"{text_before}{finding.mend}{text_behind}"
    grown = sum(
        len(str(finding.mend)) - location.length for location, finding in zip(locations, group, strict=True)
    )
    stretch = replace(locations[0], column=start, length=end - start)
    message = f"{first.message}; so it is with {_counted_others(more)} on this line"
    return replace(first, message=message, mend=line[start - 1 : end - 1 + grown], mend_at=stretch)


def _position(finding: Finding, document: Document) -> tuple[int, int]:
    location = document.location(finding.key_path, on_key=finding.on_key)
    return location.line, location.column


def _counted_others(number: int) -> str:
    """Return how many others there are, in words."""
    return "another value" if number == 1 else f"{number} other values"
