"""Prose that YAML would lose or change, answered with the line to write.

In 189 real minutes 28.6 % of the lines of prose break or change when they are written as plain YAML.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.actions.words import UNDECIDED_WORDS
from minutebook.records.iso_days import is_day
from minutebook.records.problem import Location, Problem
from minutebook.records.roster import UNASSIGNED
from minutebook.source.yaml.closed_tasks import closing_hint, task_behind_box
from minutebook.source.yaml.draft_comments import OF_DRAFT
from minutebook.source.yaml.list_starts import line_break
from minutebook.source.yaml.quotes import QUOTED, quote, write_text
from minutebook.source.yaml.scalars import ACTION_KEYS
from minutebook.source.yaml.typed_line import (
    TEXT_KEYS,
    TypedLine,
    indent_of,
    is_alias,
    is_block_header,
    lines_outside_blocks,
    next_line,
    parse_line,
)

_ON_ONE_LINE = "Put the text on one line, in quotes if need be; longer text stands below `notes: |`."
_A_COMMENT = "(a comment has two spaces before its # and one after it)"
_REMARK = re.compile(r"(?<!\s)\s\s+# .*\Z")
_COMMENT = re.compile(r"(?:\A|(?<!\s)\s+)#.*\Z")
"""What a draft has behind a key: who types there leaves but one space before it."""
_PROSE_KEYS = {*TEXT_KEYS, *ACTION_KEYS, "topic", "title"}
_MEANINGS = {"*": "a repeated value", "&": "an anchor", "!": "a tag", "%": "a directive"}
_QUOTED = re.compile(r"([\"']).*\1")
_QUOTED_ALL = re.compile(r"([\"'])(?P<text>(?:(?!\1).)*(?:(?<=\w)\1(?=\w)|(?<![^\s(])\1(?=\w)).*)\1")
"""A text in quotes, all of it, in which there are more of them: an apostrophe, or first one that opens."""
_SIGNED = re.compile(
    r"(?P<before>[\[{,] *)(?P<text>(?:(?<! )#(?: (?=.*[]}]))?|[@`*&!%|>] ?)[^][{},:\s]+(?: [^][{},:\s]+)*)"
)
_COUNTED = re.compile(r": +(?:[0-9]+|\[[0-9 ,~]*\])\Z")


def traps(path: str, text: str) -> Iterator[Problem]:
    """Yield the traps of every line that is not in a block of text."""
    lines = text.split("\n")
    for number in lines_outside_blocks(lines):
        if trap := trap_at(path, lines, number):
            yield trap


def trap_at(path: str, lines: Sequence[str], number: int) -> Problem | None:
    """Return what YAML would make of the text on a line (counted from 0), if it is not what was typed."""
    line = parse_line(lines[number])
    message = line and _message(line)
    if not line or not message or is_alias(line.value, lines):
        return None
    text = _REMARK.sub("", line.value)
    location = Location(number + 1, len(line.lead) + 1, len(text))
    if not line.lead.strip():
        hint = "Write it below a key, such as `notes: |`, and indented, or delete it."
        return Problem(path, location, "plain-text", message, hint)
    if problem := line_break(path, lines, number, line):
        return problem
    if _goes_on(lines, number, line) or (line.key in TEXT_KEYS and text[0] in "|>"):
        hint = _block_hint(line.lead) if line.key in TEXT_KEYS else _ON_ONE_LINE
        return Problem(path, location, "plain-text", message, hint)
    if boxed := task_behind_box(path, lines, line, location):
        return boxed
    is_name = line.key == "owner" and text[0] == "@"
    value_text = write_text(text[1:].strip()) if is_name else quote(_within_quotes(text))
    if line.key == "owner" and text in UNDECIDED_WORDS:
        value_text = UNASSIGNED
    hint = f"Write: {line.lead.lstrip()}{value_text}"
    # In quotes of its own, or with a count behind a label, it can be meant in more ways than one.
    ambiguous = _QUOTED.fullmatch(text) or _COUNTED.search(text)
    return Problem(path, location, "plain-text", message, hint, mend=value_text, is_certain=not ambiguous)


def _within_quotes(text: str) -> str:
    """Return a text without the quotes around all of it, if those within it do not close them."""
    match = _QUOTED_ALL.fullmatch(text)
    return match["text"] if match else text


def value_as_comment(path: str, lines: Sequence[str], location: Location) -> Iterator[Problem]:
    """Yield the text right behind a key that YAML would take for a comment, if the key has nothing else."""
    number = location.line - 1
    line = lines[number].rstrip("\r")
    key_end = location.column - 1 + location.length
    match = re.match(r": (#[^\s#].*)\Z", line[key_end:])
    line_below = next_line(lines, number)
    column = indent_of(line_below)
    is_list = re.match(r" *- ", line_below) and column >= location.column - 1
    if match and (column < location.column or re.match(r" *- ", line)) and not is_list:
        text = _REMARK.sub("", match[1].rstrip())
        text_location = Location(location.line, key_end + 3, len(text))
        message = f"YAML would drop '{text[:40]}' as a comment"
        hint = f"Write: {line[: key_end + 2].lstrip()}{quote(text)}   {_A_COMMENT}"
        yield Problem(path, text_location, "plain-text", message, hint, mend=quote(text))


def text_as_comment(path: str, lines: Sequence[str], location: Location) -> Iterator[Problem]:
    """Yield the text behind ` #` that YAML would drop as a comment.

    What is meant as a comment has two spaces before its # and one after it.
    """
    line = lines[location.line - 1].rstrip("\r")
    start, end = location.column - 1, location.column - 1 + location.length
    match = re.match(r"(\s+)#(.?)", line[end:])
    if not match or is_day(line[start:end]):
        return
    if len(match[1]) > 1 and match[2] in {"", " "}:
        return
    typed = parse_line(line[:end]) if OF_DRAFT.match(line, end) else None
    if typed and typed.key not in _PROSE_KEYS:
        return
    text = _REMARK.sub("", line[start:].rstrip())
    lost = text[end - start :].strip()[:40]
    closing = _closing_brackets(line[:start])
    if closing:
        text = re.split(r"[][{},]", text, maxsplit=1)[0].rstrip()
    text_behind = line[start + len(text) :].rstrip() if closing else ""
    hint = f"Write: {line[:start].lstrip()}{quote(text)}{text_behind}   {_A_COMMENT}"
    comment = Location(location.line, end + len(match[1]) + 1, len(lost))
    message = f"YAML would drop '{lost}' as a comment"
    problem = Problem(path, comment, "plain-text", message, hint)
    if closed := closing_hint(parse_line(line[:end]), line[:end], lost):
        yield replace(problem, hint=f"{closed}\nIf it belongs to the text: {hint[len('Write: ') :]}")
        return
    # In brackets a comma may be a part of the text, and brackets that are closed further down end nowhere here.
    if text_behind.strip() != closing or (not closing and line[:start].rstrip().endswith(",")):
        yield problem
        return
    # What has a space behind its # may be a remark.
    stretch = replace(location, length=len(text))
    is_certain = match[2] not in {"", " "}
    yield replace(problem, mend=quote(text), mend_at=stretch, is_certain=is_certain)


def _closing_brackets(text: str) -> str:
    """Return what closes the brackets that a text opens."""
    closing = ""
    for character in _QUOTED.sub("", text):
        if character in "[{":
            closing = ("]" if character == "[" else "}") + closing
        elif closing and character == closing[0]:
            closing = closing[1:]
    return closing


def joined_lines(path: str, lines: Sequence[str], start: int, end: int) -> Problem:
    """Return the problem of plain text on the lines `start` to `end` (from 0), which YAML would join."""
    line = parse_line(lines[start])
    lead = line.lead if line else lines[start][: len(lines[start]) - len(lines[start].lstrip())]
    message = f"YAML would join the lines {start + 1} to {end + 1} into one"
    is_notes = line is not None and line.key in TEXT_KEYS
    hint = _block_hint(lead) if is_notes else _ON_ONE_LINE
    return Problem(path, Location(start + 1, len(lead) + 1), "plain-text", message, hint)


def text_in_brackets(path: str, line: str, number: int, column: int) -> Problem:
    """Return the problem of plain text between brackets with a `:` or `?` in it; line and column from 0."""
    start = max(*(line.rfind(character, 0, column) for character in "[{,"), line.rfind(": ", 0, column)) + 1
    ends = (line.find(character, column) for character in "]},")
    text_end = min((position for position in ends if position >= 0), default=len(line))
    start += len(line[start:text_end]) - len(line[start:text_end].lstrip())
    text = line[start:text_end].strip()
    message = f"text with a {line[column]} in it must be in quotes between brackets"
    mended = f"{line[:start]}{quote(text)}{line[start + len(text) :]}".strip()
    problem = Problem(path, Location(number + 1, column + 1), "plain-text", message, f"Write: {mended}")
    # A `?` behind a name makes it tentative; of what has a colon in it, brackets may be missing.
    is_tentative = line[column] == "?" and text.endswith("?") and not re.search(r"[\"':]", text)
    text_location = Location(number + 1, start + 1, len(text))
    return replace(problem, mend=quote(text), mend_at=text_location, is_certain=is_tentative)


def sign_in_brackets(path: str, line: str, number: int, column: int) -> Problem | None:
    """Return the problem of text between brackets that begins with a sign of YAML and goes over a column, if there is one; line and column from 0."""
    typed = parse_line(line)
    if typed and typed.key and typed.value[0] not in "[{":  # its commas stand in text
        return None
    texts = tuple(_SIGNED.finditer(line))
    text = next((text for text in texts if text.start("text") <= column <= text.end("text")), None)
    if not text:
        return None
    sign = text["text"][0]
    meaning = ": YAML drops it as a comment" if sign == "#" else ""
    message = f"text that begins with {sign} must be in quotes{meaning}"
    mended = _SIGNED.sub(lambda text: f"{text['before']}{quote(text['text'])}", line).strip()
    problem = Problem(path, Location(number + 1, column + 1), "plain-text", message, f"Write: {mended}")
    stretch = Location(number + 1, indent_of(line) + 1, len(line.strip()))
    # What begins with # may be a remark.
    return replace(problem, mend=mended, mend_at=stretch, is_certain=sign != "#")


def _block_hint(lead: str) -> str:
    return f"Write: {lead.strip()} |\nand the text on the lines below it, indented."


def _goes_on(lines: Sequence[str], number: int, line: TypedLine) -> bool:
    """Whether the text on a line goes on below it, which no quotes around the line can hold together."""
    line_below = next_line(lines, number)
    others = r"\s*(?:#|[a-z]+:(?:\s|\Z))" if line.key in TEXT_KEYS else r"\s*(?:#|- |[a-z]+:(?:\s|\Z))"
    return indent_of(line_below) > line.indent and not re.match(others, line_below)


def _message(line: TypedLine) -> str:
    value, sign = line.value, line.value[0]
    if sign in _MEANINGS:
        return f"text that begins with {sign} must be in quotes: YAML reads it as {_MEANINGS[sign]}"
    if sign in "@`" or value.startswith("{{"):
        return f"text that begins with {sign} must be in quotes"
    if sign in "[{" and _goes_on_after(value, _end_of_bracket(value)):
        return f"text that begins with {sign} must be in quotes: YAML reads it as a list"
    if sign in "\"'" and _goes_on_after(value, _end_of_quote(value)):
        return "text goes on after its closing quote: all of it must be in quotes"
    if sign in "|>" and not is_block_header(value):
        return f"text that begins with {sign} must be in quotes, or on the lines below"
    if line.key and re.match(r"[-?](?:\s|\Z)", value):
        return "a list must begin on a line of its own; text that begins so must be in quotes or below a `|`"
    if sign not in "[{\"'|>" and re.search(r":(?:[ \t]|\Z)", _COMMENT.sub("", value)):
        return "text with a colon and a space in it must be in quotes"
    return ""


def _end_of_bracket(value: str) -> int:
    depth, opening_quote = 0, ""
    for index, character in enumerate(value):
        if opening_quote:
            opening_quote = "" if character == opening_quote else opening_quote
        elif character in "\"'" and value[index - 1] in "[{, ":
            opening_quote = character
        else:
            depth += (character in "[{") - (character in "]}")
            if depth == 0:
                return index + 1
    return len(value)


def _end_of_quote(value: str) -> int:
    match = re.match(QUOTED, value)
    return match.end() if match else len(value)


def _goes_on_after(value: str, position: int) -> bool:
    text_behind = _COMMENT.sub("", value[position:]).strip()
    return bool(text_behind) and (text_behind.startswith(": ") or not text_behind.startswith((":", ",")))
