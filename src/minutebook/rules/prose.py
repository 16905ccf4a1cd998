"""Rules about prose: it must not swallow what comes after it."""

import re
from collections.abc import Iterator
from itertools import islice

from minutebook.records.meeting import Actions, Meeting, Notes, Topic
from minutebook.records.problem import Finding, KeyPath
from minutebook.rules.registry import rule
from minutebook.source.yaml.quotes import write_text

_FENCE = re.compile(r" *(?:[-*+] +|[0-9]+[.)] +)*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_PROMISE = re.compile(r"\s*(?:[-*+]\s+)?AI ?\(([^)]+)\)\s*:\s*(\S.*)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_PARAGRAPH = re.compile(r" {0,3}(?![-*+]\s|[0-9]+[.)]\s|[#>|])\S")


@rule("open-block")
def prose_is_closed(meeting: Meeting) -> Iterator[Finding]:
    """A code block or an HTML comment that notes open is closed in them."""
    for key_path, text in _notes(meeting):
        if opened := open_at_end(text):
            what = "a comment (<!--)" if opened == "<!--" else f"a code block ({opened})"
            message = f"{what} is opened in these notes and never closed: it would swallow all that follows"
            closing = "-->" if opened == "<!--" else opened
            line = text[: text.rfind(opened)].count("\n")
            yield Finding(key_path, message, hint=f"Add a line with {closing} where it shall end.", line=line)


@rule("heading-in-notes", severity="warning")
def headings_are_sections(meeting: Meeting) -> Iterator[Finding]:
    """A heading is a section of its own, so that the tree in the file is the tree in the minutes."""
    for key_path, text in _notes(meeting):
        for number, line in islice(_headings(text), 1):
            message = f"'{line.strip()[:40]}' is a heading, and stands in notes"
            hint = "Make it a section with this title, or write it in **bold**."
            yield Finding(key_path, message, hint=hint, line=number)


@rule("action-in-notes", severity="warning")
def promises_are_items(meeting: Meeting) -> Iterator[Finding]:
    """What is written as an action item stands below `actions`, where it is followed."""
    for key_path, text in _notes(meeting):
        for number, line in enumerate(text.split("\n")):
            if found := _PROMISE.match(line):
                message = f"'{line.strip()[:40]}' looks like an action item, and nobody follows it in notes"
                hint = f"Move it below `actions:`, as   - {found[1]}: {write_text(found[2])}"
                yield Finding(key_path, message, hint=hint, line=number)


def open_at_end(text: str) -> str:
    """Return the fence or `<!--` that is still open at the end of a Markdown text, else nothing."""
    *_, (_number, _line, fence) = _fenced(text + "\n")
    if fence:
        return fence
    return "<!--" if text.rfind("<!--") > text.rfind("-->") and not _in_code(text) else ""


def headings(text: str) -> Iterator[str]:
    """Yield the lines of a Markdown text that are headings outside its code blocks."""
    return (line for _number, line in _headings(text))


def _headings(text: str) -> Iterator[tuple[int, str]]:
    before = ""
    for number, line, fence in _fenced(text):
        if not fence and _HEADING.match(line):
            yield number, line
        elif not fence and _UNDERLINE.match(line) and _PARAGRAPH.match(before):
            yield number - 1, before
        before = "" if fence else line


def _fenced(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the lines of a Markdown text with their numbers, from 0, and the fence of the code block each is part of."""
    fence = ""
    for number, line in enumerate(text.split("\n")):
        found = _FENCE.match(line)
        closes = fence and found and found["fence"].startswith(fence) and not found["info"].strip()
        if not fence and found:
            fence = found["fence"]
        yield number, line, fence
        if closes:
            fence = ""


def _notes(meeting: Meeting) -> Iterator[tuple[KeyPath, str]]:
    for section in meeting.root.walk():
        for block in section.blocks:
            if isinstance(block, Notes):
                yield (*section.key_path, "notes"), block.text
            for entry in block.listed if isinstance(block, Actions) else ():
                if isinstance(entry, Topic) and entry.notes:
                    yield (*entry.key_path, "notes"), entry.notes


def _in_code(text: str) -> bool:
    line = text[text.rfind("\n", 0, text.rfind("<!--")) + 1 :].split("\n", 1)[0]
    return line[: line.find("<!--")].count("`") % 2 == 1
