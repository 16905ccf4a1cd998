"""Rules about prose: it must not swallow what comes after it."""

import re
from collections.abc import Iterator
from itertools import islice

from minutebook.actions import grammar
from minutebook.actions.known_people import KnownPeople, known_people
from minutebook.minutes.fences import fenced
from minutebook.minutes.markdown import LIST_MARKER
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import excerpt
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.source.yaml.quotes import write_text

# Headings are those of CommonMark 4.2 and, underlined, of 4.3.
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_PARAGRAPH = re.compile(rf" {{0,3}}(?!{LIST_MARKER}\s|[#>|])\S")


@MEETING.rule("open-block")
def blocks_are_closed(meeting: Meeting) -> Iterator[Finding]:
    """A code block or an HTML comment that begins in notes must end in them."""
    for key_path, text in meeting.prose():
        if opening := open_at_end(text):
            block, closing = f"a code block ({opening})", opening
            if opening == "<!--":
                block, closing = "a comment (<!--)", "-->"
            message = f"{block} begins in these notes and never ends: it would swallow all that follows"
            hint = f"Add a line with {closing} where it must end."
            line = text[: text.rfind(opening)].count("\n")
            yield Finding(key_path, message, hint=hint, line=line)


@MEETING.rule("heading-in-notes", severity="warning")
def headings_are_sections(meeting: Meeting) -> Iterator[Finding]:
    """A heading should be a section of its own, so that the tree in the file is the tree in the minutes."""
    for key_path, text in meeting.prose():
        for number, line in islice(headings(text), 1):
            message = f"{excerpt(line.strip(), 40)} is a heading inside notes"
            hint = "Make it a section with this title, or write it in **bold**."
            yield Finding(key_path, message, hint=hint, line=number)


@HISTORY.rule("action-in-notes", severity="warning")
def notes_have_no_actions(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What is written as an action item should stand under `actions`, where it is followed."""
    series = history.series
    people = known_people(history.roster, meeting.named, series.style.on(meeting.date).action)
    for key_path, text in meeting.prose():
        for number, (line, fence) in enumerate(fenced(text.split("\n"))):
            marked = None if fence else grammar.find_marked(line, people)
            words, action = marked or ("", None)
            if action and _is_somebodys(action, people):
                message = f"{excerpt(words, 40)} looks like an action item, but in notes nobody follows it"
                owners = write_text(", ".join(action.owners))
                hint = f"Move it to `actions:` and write it as   - {owners}: {write_text(grammar.short_form(action.task, action.due, action.status))}"
                yield Finding(key_path, message, hint=hint, line=number)


def _is_somebodys(action: grammar.TypedAction, people: KnownPeople) -> bool:
    """Whether somebody must still do it: a box that is ticked stands in lists of what was done, and accounts in any text."""
    is_ticked = action.form is not None and action.form.has_box and action.status == "done"
    is_account = action.form is not None and action.form.has_accounts
    return bool(action.owners) and not is_ticked and (not is_account or people.are_known(action.owners))


def open_at_end(text: str) -> str:
    """Return the fence or `<!--` that is still open at the end of a Markdown text, else nothing."""
    *_, (_line, fence) = fenced([*text.split("\n"), ""])
    if fence:
        return fence
    return "<!--" if text.rfind("<!--") > text.rfind("-->") and not _in_code(text) else ""


def headings(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a Markdown text that are headings outside its code blocks, with their numbers from 0."""
    previous_line = ""
    for number, (line, fence) in enumerate(fenced(text.split("\n"))):
        if not fence and _HEADING.match(line):
            yield number, line
        elif not fence and _UNDERLINE.match(line) and _PARAGRAPH.match(previous_line):
            yield number - 1, previous_line
        previous_line = "" if fence else line


def _in_code(text: str) -> bool:
    """Whether the last `<!--` of a text stands in a code span of its line."""
    line = text[text.rfind("\n", 0, text.rfind("<!--")) + 1 :].split("\n", 1)[0]
    return line[: line.find("<!--")].count("`") % 2 == 1
