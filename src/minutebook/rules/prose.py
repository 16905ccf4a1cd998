"""Rules about prose: it must not swallow what comes after it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from minutebook.actions import inner_actions
from minutebook.actions.grammar import TypedAction
from minutebook.actions.known_people import KnownPeople, people_of
from minutebook.actions.standings import short_form
from minutebook.actions.unread_days import split_spoken_day
from minutebook.minutes.commonmark import OpenBlock, open_block
from minutebook.minutes.fences import prose_lines
from minutebook.minutes.markdown import LIST_MARKER
from minutebook.records.history import History
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import conflict_hint, excerpt
from minutebook.records.problem import Finding, KeyPath
from minutebook.records.roster import UNASSIGNED
from minutebook.records.series import Series
from minutebook.rules.registry import HISTORY, MEETING, SERIES, STRUCTURE
from minutebook.source.yaml.quotes import write_text

# Headings are those of CommonMark 4.2 and, underlined, of 4.3.
_HEADING = late_pattern(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = late_pattern(r" {0,3}(?:=+|-+)\s*$")
_KEYS = "actions|counters|duty|sections|table"
_ANY_KEY = late_pattern(rf"\b(?:{_KEYS}|id|owner|task|topic|title|labels|columns|totals):")
_KEY = late_pattern(rf"(?P<indent> *)(?:- +)?(?P<key>{_KEYS}):\s*\Z")
_RECORD = {
    "actions": late_pattern(r" *- +(?:id: [a-z][0-9][0-9a-z]{2,6}\s*\Z|(?:owner|task|topic): )"),
    "sections": late_pattern(r" *- +title: "),
    "table": late_pattern(r" *(?:id|labels|columns|rows|totals):(?: |\Z)"),
}
"""What nobody writes below a key but in the format itself."""
_SECOND_LINE = {
    "actions": late_pattern(r" *(?:owner|task|since|due|status|notes|actions):(?: |\Z)"),
    "sections": late_pattern(rf" *(?:(?:{_KEYS}):\s*\Z|notes: *\|)"),
    "table": late_pattern(r" *(?:labels|columns|rows|totals):(?: |\Z)"),
}
"""What follows the first line of a record, by which it is one also without the key above it."""
_MOVE = "Move these lines to the left, so that it stands below `notes:` and not below its text."
_TO_THE_LEFT = "Move this line to the left, as far as the titles of the sections beside it."
_MARK = late_pattern(r"[ \t]*(?:<{7,}|>{7,}) \S")
_ID = late_pattern(r"\b[a-z][0-9][0-9a-z]{2,6}\b")
_CLOSED_ID = late_pattern(
    r"\b(?P<id>[a-z][0-9][0-9a-z]{2,6})\b(?:[ \t]*:|[ \t]+(?:is|was|has been)(?:[ \t]+now)?)?[ \t]+"
    r"(?i:done|closed|completed?|finished|resolved)\b"
)
_CODE = 4
"""Spaces by which code is indented (CommonMark 4.4)."""
_PARAGRAPH = late_pattern(rf" {{0,3}}(?!{LIST_MARKER}\s|[#>|])\S")


@MEETING.rule("open-block")
def blocks_are_closed(meeting: Meeting) -> Iterator[Finding]:
    """A code block or a block of HTML that begins in notes must end in them."""
    for key_path, text in meeting.prose():
        if block := open_block(text):
            hint = f"Add a line with {block.closing} where it must end."
            yield Finding(key_path, _swallows(block, "these notes"), hint=hint, line=block.line)


@SERIES.rule("open-block")
def empty_text_is_closed(series: Series) -> Iterator[Finding]:
    """The text of sections without content must not begin one."""
    for text in dict.fromkeys(period.value for period in series.empty.periods):
        if block := open_block(text):
            hint = f"Write a text that does not begin with {block.opening}"
            yield Finding(("empty",), _swallows(block, "this text"), hint=hint)


@MEETING.rule("conflict-marker", severity="warning")
def conflicts_are_resolved(meeting: Meeting) -> Iterator[Finding]:
    """The lines with which git marks a conflict should not stay in notes, where an indented one is text."""
    for key_path, text in meeting.prose():
        if (number := _first_mark(text)) is not None:
            message = "a merge conflict is left in these notes"
            yield Finding(key_path, message, hint=conflict_hint(), line=number)


@MEETING.rule("heading-in-notes", severity="warning")
def headings_are_sections(meeting: Meeting) -> Iterator[Finding]:
    """A heading should be a section of its own, so that the tree in the file is the tree in the minutes."""
    for key_path, text in meeting.prose():
        # What divides the two sides of a conflict underlines the line above it.
        lines = headings(text) if _first_mark(text) is None else ()
        for number, line in islice(lines, 1):
            message = f"{excerpt(line.strip(), 40)} is a heading inside notes"
            hint = "Make it a section with this title, or write it in **bold**."
            yield Finding(key_path, message, hint=hint, line=number)


def _first_mark(text: str) -> int | None:
    lines = prose_lines(text) if "<<<<<<<" in text or ">>>>>>>" in text else ()
    return next((number for number, line in lines if _MARK.match(line)), None)


@STRUCTURE.rule("key-in-notes")
def records_stand_beside_notes(meeting: Meeting) -> Iterator[Finding]:
    """Nothing is carried into a meeting whose action items, sections or table have become text."""
    return (finding for finding, has_records in _keys_in_notes(meeting) if has_records)


@MEETING.rule("key-in-notes", severity="warning")
def keys_stand_beside_notes(meeting: Meeting) -> Iterator[Finding]:
    """A key of a section must not stand inside its notes, where it is text and nothing follows what is below it."""
    return (finding for finding, _has_records in _keys_in_notes(meeting))


class _Swallowed(NamedTuple):
    """A line of notes that was meant to stand beside them, what is said of it, and whether records are lost with it."""

    position: int
    message: str
    hint: str
    has_records: bool


def _keys_in_notes(meeting: Meeting) -> Iterator[tuple[Finding, bool]]:
    """Yield what is found of keys inside notes, or of a record that has lost its key, and whether it has records."""
    for key_path, text in meeting.prose():
        if ":" not in text or not _ANY_KEY.search(text):
            continue
        prose = [(number, line) for number, line in prose_lines(text) if line.strip()]
        numbers, lines = [number for number, _line in prose], [line for _number, line in prose]
        keys, keyless = list(_keys(lines)), list(islice(_keyless_records(lines), 1))
        # What stands below the first of them has the same cause.
        has_lost_key = bool(keyless) and min(keyless + keys) == keyless[0]
        for line in keyless if has_lost_key else keys:
            finding = Finding(key_path, line.message, hint=line.hint, line=numbers[line.position])
            yield finding, line.has_records


def _keys(lines: Sequence[str]) -> Iterator[_Swallowed]:
    """Yield each key with something below it."""
    for index, line in enumerate(lines):
        key = _KEY.match(line)
        if key and (lines_below := _deeper(lines[index + 1 :], len(key["indent"]))):
            message = f"`{key['key']}:` stands inside these notes, so what is below it is text and nobody follows it"
            record = _RECORD.get(key["key"])
            has_records = record and len(key["indent"]) < _CODE and any(map(record.match, lines_below))
            yield _Swallowed(index, message, _MOVE, bool(has_records))


def _keyless_records(lines: Sequence[str]) -> Iterator[_Swallowed]:
    """Yield each line that begins a record above which the key is gone."""
    for index, (line, next_line) in enumerate(pairwise((*lines, ""))):
        for key, record in _RECORD.items():
            is_first = record.match(line) and not line.startswith(" " * _CODE)
            # The last line is a title whose section stands outside, and is taken for that above it.
            is_last = key == "sections" and not next_line
            if is_first and (is_last or _SECOND_LINE[key].match(next_line)):
                message = f"{excerpt(line.strip(), 40)} stands inside these notes, so it is text and nobody follows it"
                hint = f"Write `{key}:` above it, as far to the left as `notes:`."
                yield _Swallowed(index, message, _TO_THE_LEFT if is_last else hint, not is_last)


def _deeper(lines: Iterable[str], column: int) -> list[str]:
    """Return the first of some lines whose text begins behind a column."""
    return list(takewhile(lambda line: len(line) - len(line.lstrip(" -")) > column, lines))


@HISTORY.rule("action-in-notes", severity="warning")
def notes_have_no_actions(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What is written as an action item should stand under `actions`, where it is followed."""
    people = people_of(history, meeting)
    for key_path, text in (*meeting.prose(), *_notes_of_actions(meeting)):
        for number, line in prose_lines(text):
            words, action = inner_actions.find_marked(line, people) or ("", None)
            if action and _is_to_do(action, people):
                message = f"{excerpt(words, 40)} looks like an action item, but in notes nobody follows it"
                owners = write_text(", ".join(action.owners) or UNASSIGNED)
                task, due = split_spoken_day(action.task, meeting.date) or (action.task, action.due)
                action_text = write_text(short_form(task, due, action.status))
                hint = f"Move it to `actions:` and write it as   - {owners}: {action_text}"
                yield Finding(key_path, message, hint=hint, line=number)


@HISTORY.rule("action-in-notes", severity="warning")
def notes_close_nothing(meeting: Meeting, _history: History) -> Iterator[Finding]:
    """What is done should have that status: words such as `k7q2m4 is done` close nothing in notes."""
    open_ids = {action.id for action in meeting.actions if action.status == "open" and action.id}
    for key_path, text in meeting.prose() if open_ids else ():
        if open_ids.isdisjoint(_ID.findall(text)):
            continue
        for number, line in prose_lines(text):
            closed = _CLOSED_ID.search(line)
            if closed and closed["id"] in open_ids:
                message = (
                    f"{excerpt(closed.group(), 40)} closes nothing in notes, so {closed['id']} stays open"
                )
                yield Finding(key_path, message, hint=f"Type: minutebook done {closed['id']}", line=number)


def _notes_of_actions(meeting: Meeting) -> Iterator[tuple[KeyPath, str]]:
    for action in meeting.actions:
        for number, note in enumerate(action.notes if not action.typed else ()):
            yield (*action.key_path, "note", number), note


def _is_to_do(action: TypedAction, people: KnownPeople) -> bool:
    """Whether somebody must still do it: boxes stand in agendas and lists of what was done, too, and accounts in any text."""
    if action.form is None or (action.form.has_box and (action.status == "done" or not action.owners)):
        return False
    return not action.form.has_accounts or people.are_known(action.owners)


def _swallows(block: OpenBlock, subject: str) -> str:
    html = "a comment" if block.opening == "<!--" else "a block of HTML"
    block_noun = html if block.opening.startswith("<") else "a code block"
    return f"{block_noun} ({block.opening}) begins in {subject} and never ends: it would swallow all that follows"


def headings(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a Markdown text that are headings outside its code blocks, with their numbers from 0."""
    previous_number, previous_line = -1, ""
    for number, line in prose_lines(text):
        if _HEADING.match(line):
            yield number, line
        elif number == previous_number + 1 and _UNDERLINE.match(line) and _PARAGRAPH.match(previous_line):
            yield previous_number, previous_line
        previous_number, previous_line = number, line
