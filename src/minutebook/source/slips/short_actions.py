"""Action items that were begun on one line and go on below it, as one line or in their long form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.records.frozen_class import dataclass
from minutebook.records.iso_days import is_day
from minutebook.records.pasted_signs import BULLETS
from minutebook.records.problem import Location, Problem
from minutebook.source.slips.trial import is_key
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.typed_actions import KEY_OF_ACTIONS, MEMBER_KEY, entries_below
from minutebook.source.yaml.typed_line import indent_of, lines_outside_blocks
from minutebook.source.yaml.writer import write_inline

_FIELD = re.compile(rf"(?P<key>{MEMBER_KEY}): +(?P<value>[^\s|>#].*)")
_TOPIC = re.compile(r"- +topic: +\S.*")
_LONG_FORM = re.compile(rf"(?i:{MEMBER_KEY}):|[\"'{{\[|>#&*!]|.*:(?: +[|>\"'{{\[].*)?\Z")
_NAMED = re.compile(r"(?P<names>[^\W\d_][\w.' -]*(?:, [^\W\d_][\w.' -]*)*): +(?P<task>\S.*)")
_BULLET = re.compile(rf"[-*+{BULLETS}] +(?P<text>\S.*)")
_DONE = re.compile(r"\[?done\]?!?(?:: *(?:yes|true|x|ok))?", re.IGNORECASE)
_OF_TOPICS = frozenset({"topic", "notes", "actions"})
_WORD_FIRST = re.compile(r"[a-z]+: +\S")
_OTHER_KEY = re.compile(r"(?:ok|x-[^\s:]*):")


@dataclass(frozen=True, slots=True)
class ShortAction:
    """A problem of an action item that goes on below its line, and what can stand there so that the rest is read.

    `start` and `end` are its lines, from 0.
    """

    problem: Problem
    start: int
    end: int
    first_line: str

    @property
    def stand_in(self) -> list[str]:
        """Return as many lines without the problem."""
        return [self.first_line, *[""] * (self.end - self.start - 1)]


def short_actions(path: str, text: str) -> Iterator[ShortAction]:
    """Yield the action items that were begun on one line and go on below it, if it can be told how."""
    file_lines = text.split("\n")
    lines = [line.rstrip("\r") for line in file_lines]
    outside = frozenset(lines_outside_blocks(lines))
    for number in sorted(outside):
        parent = KEY_OF_ACTIONS.match(lines[number]) if "actions:" in lines[number] else None
        for start, end in entries_below(lines, number + 1, len(parent["lead"])) if parent else ():
            entry = lines[start:end]
            column = lines[start].index("-")
            if end == start + 1 or not all(entry) or not outside.issuperset(range(start, end)):
                continue
            if _LONG_FORM.match(entry[0][column + 1 :].strip()):
                relative = [line[column:] for line in entry]
                answer = _answer_to_topic(path, start, relative, column) or _answer_to_bullets(
                    path, start, relative, column
                )
            else:
                answer = _answer(path, start, entry)
            if answer:
                problem, lines_to_write = answer
                lead = " " * column
                stretch = Location(
                    start + 1, column + 1, len("\n".join(file_lines[start:end]).rstrip("\r")) - column
                )
                newline = "\r\n" if file_lines[start].endswith("\r") else "\n"
                mend = f"{newline}{lead}".join(lines_to_write)
                yield ShortAction(replace(problem, mend=mend, mend_at=stretch), start, end, f"{lead}- x")


def _answer(path: str, start: int, entry: Sequence[str]) -> tuple[Problem, list[str]] | None:
    """Return the problem of an entry that was begun on one line, and its lines as they are to be written."""
    first, *tail = (line.strip() for line in entry)
    head = first[1:].strip()
    lines_to_write = _written(head, tail) if head else None
    if not lines_to_write:
        return None
    location = Location(start + 2, entry[1].index(tail[0]) + 1, len(tail[0]))
    return _problem(path, location, lines_to_write), lines_to_write


def _answer_to_bullets(
    path: str, start: int, entry: Sequence[str], column: int
) -> tuple[Problem, list[str]] | None:
    """Return the problem of an entry in its long form with bullets below it, which can only be notes of it."""
    fields = [_FIELD.fullmatch(line.removeprefix("- ").strip()) for line in entry]
    numbers = [number for number, field in enumerate(fields) if not field]
    keys = {field["key"] for field in fields if field}
    bullets = [_BULLET.fullmatch(entry[number].strip()) for number in numbers]
    texts = [bullet["text"] for bullet in bullets if bullet and not _NAMED.fullmatch(bullet["text"])]
    if not numbers or numbers[0] == 0 or len(texts) < len(numbers) or not _OF_TOPICS.isdisjoint(keys):
        return None
    notes = [field["value"].removeprefix("- ") for field in fields if field and field["key"] == "note"]
    note_texts = [*notes, *map(write_text, texts)]
    note = (
        [f"  note: {note_texts[0]}"]
        if len(note_texts) == 1
        else ["  note:", *(f"    - {text}" for text in note_texts)]
    )
    kept = [line for line, field in zip(entry, fields, strict=True) if field and field["key"] != "note"]
    location = Location(start + numbers[0] + 1, column + indent_of(entry[numbers[0]]) + 1)
    message = "what is said of an action item must stand behind `note:`"
    hint = "\n".join((f"Write, with {column + 2} spaces in front:", *(line[2:] for line in note)))
    return Problem(path, location, "plain-text", message, hint, is_certain=False), [*kept, *note]


def _answer_to_topic(
    path: str, start: int, entry: Sequence[str], column: int
) -> tuple[Problem, list[str]] | None:
    """Return the problem of a topic whose action items stand right below it, and its lines with `actions:`."""
    actions = [line.strip().removeprefix("- ").lstrip() for line in entry[1:]]
    are_named = all(map(_NAMED.fullmatch, actions)) and not any(map(_LONG_FORM.match, actions))
    if not _TOPIC.fullmatch(entry[0].rstrip()) or not are_named:
        return None
    lines = [entry[0].rstrip(), "  actions:", *(f"    - {action}" for action in actions)]
    location = Location(start + 2, column + indent_of(entry[1]) + 1, len(entry[1].strip()))
    message = "the action items of a topic must stand below `actions:`"
    return Problem(path, location, "plain-text", message, "\n".join(("Write:", *lines))), lines


def _problem(path: str, location: Location, lines: Sequence[str]) -> Problem:
    action_text = "\n".join(lines)
    if len(lines) == 1:
        message = "this must stand on one line with the action item above it"
        return Problem(path, location, "plain-text", message, f"Write: {action_text}")
    message = "an action item must be one line, or have `owner` and `task`"
    # Of what has several lines, some may be an item of its own.
    return Problem(path, location, "plain-text", message, f"Write:\n{action_text}", is_certain=False)


def _written(head: str, tail: Sequence[str]) -> list[str] | None:
    """Return the lines of an action item that goes on below its first; nothing if they can't be told."""
    if all(_OTHER_KEY.match(line) for line in tail) or any(line.startswith("#") for line in tail):
        return None
    if any(is_key(line) and not _FIELD.fullmatch(line) for line in tail):
        return None
    fields = [_FIELD.fullmatch(line) for line in tail]
    bullets = [_BULLET.fullmatch(line) for line in tail]
    if ending := _ending(tail):
        return [f"- {head}{ending}"]
    if all(bullets):
        notes = [bullet["text"] for bullet in bullets if bullet]
        if all(_NAMED.fullmatch(note) for note in notes):
            if _NAMED.fullmatch(head):  # one that is indented too far
                return None
            return [f"- topic: {write_text(head)}", "  actions:", *(f"    - {note}" for note in notes)]
        return [*_long_form(head), "  note:", *(f"    - {write_text(note)}" for note in notes)]
    if all(fields):
        keys = [field["key"] for field in fields if field]
        is_distinct = len({*keys, "owner", "task"}) == len(keys) + 2
        is_text = _NAMED.fullmatch(head) or ": " not in head
        fits = is_text and is_distinct and _OF_TOPICS.isdisjoint(keys)
        return [*_long_form(head), *(f"  {line}" for line in tail)] if fits else None
    # Such as `who: Mat`, and below it `what: call Bob`.
    if any(fields) or any(bullets) or all(map(_WORD_FIRST.match, (head, *tail))):
        return None
    return [" ".join((f"- {head}", *tail))]


def _ending(tail: Sequence[str]) -> str:
    """Return lines that only say until when or that it is done as they stand behind an action item."""
    due, done = "", ""
    for line in tail:
        field = _FIELD.fullmatch(line)
        if field and field["key"] == "due" and is_day(field["value"]):
            due = f" (due {field['value']})"
        elif _DONE.fullmatch(line) or line == "status: done":
            done = " [DONE]"
        else:
            return ""
    return due + done


def _long_form(head: str) -> tuple[str, str]:
    named = _NAMED.fullmatch(head)
    if not named:
        return "- owner: unassigned", f"  task: {write_text(head)}"
    names = named["names"].split(", ")
    owner = write_text(names[0]) if len(names) == 1 else write_inline(names)
    return f"- owner: {owner}", f"  task: {write_text(named['task'])}"
