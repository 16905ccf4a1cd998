"""Rules about prose: it must not swallow what comes after it."""

import re
from collections.abc import Iterator

from minutebook.building import walk
from minutebook.model import Meeting, Notes
from minutebook.problem import Finding
from minutebook.rules.registry import rule

_FENCE = re.compile(r" *(?:[-*+] +|[0-9]+[.)] +)*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")


@rule("open-block")
def prose_is_closed(meeting: Meeting) -> Iterator[Finding]:
    """A code block or an HTML comment that notes open is closed in them."""
    for section in walk(meeting.root):
        for block in section.blocks:
            if isinstance(block, Notes) and (opened := open_at_end(block.text)):
                message = (
                    f"`{opened}` is opened in these notes and never closed: it would swallow all that follows"
                )
                closing = "-->" if opened == "<!--" else opened
                yield Finding(
                    (*section.at, "notes"), message, hint=f"Add a line with `{closing}` where it shall end."
                )


@rule("heading-in-notes", severity="warning")
def headings_are_sections(meeting: Meeting) -> Iterator[Finding]:
    """A heading is a section of its own, so that the tree in the file is the tree in the minutes."""
    for section in walk(meeting.root):
        for block in section.blocks:
            found = next(headings(block.text), None) if isinstance(block, Notes) else None
            if found:
                message = f"'{found.strip()[:40]}' is a heading in the middle of notes"
                hint = "Make it a section with this title, or write it in **bold**."
                yield Finding((*section.at, "notes"), message, hint=hint)


def open_at_end(text: str) -> str:
    """Return the fence or `<!--` that is still open at the end of a Markdown text, else nothing."""
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence and found and found["fence"].startswith(fence) and not found["info"].strip():
            fence = ""
        elif not fence and found:
            fence = found["fence"]
    if fence:
        return fence
    return "<!--" if text.rfind("<!--") > text.rfind("-->") and not _in_code(text) else ""


def headings(text: str) -> Iterator[str]:
    """Yield the lines of a Markdown text that are headings outside its code blocks."""
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence and found and found["fence"].startswith(fence) and not found["info"].strip():
            fence = ""
        elif not fence and found:
            fence = found["fence"]
        elif not fence and _HEADING.match(line):
            yield line


def _in_code(text: str) -> bool:
    line = text[text.rfind("\n", 0, text.rfind("<!--")) + 1 :].split("\n", 1)[0]
    return line[: line.find("<!--")].count("`") % 2 == 1
