"""Prose that YAML would lose or change, answered with the line to write.

In 189 real minutes 28.6 % of the lines of prose break or change when they are written as plain YAML.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutebook.records.problem import Location, Problem
from minutebook.source.yaml import tabs
from minutebook.source.yaml.quotes import quote

# `(?<!\s)\s` enters a run of blanks at its begin only, so that a long one takes no quadratic time.
_LINE = re.compile(
    r"""(?P<lead>\ *(?:-\ +)*
        (?:(?P<key>"[^"]*"|'[^']*'|[^\s"'\[\]{}&*!|>%@`,?#-][^#]*?)(?<!\s)\s*:\ +)?)
        (?P<value>\S(?:.*\S)?)\s*\Z""",
    re.VERBOSE,
)
BLOCK = re.compile(r"[|>][0-9+-]{0,2} *(?: #.*)?\Z")
_COMMENT = re.compile(r"(?:\A|(?<!\s)\s+)#.*\Z")
tab, before_comment = tabs.tab, tabs.before_comment
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_MEANINGS = {"*": "a repeated value", "&": "an anchor", "!": "a tag", "%": "a directive"}


@dataclass(frozen=True, slots=True)
class _Line:
    lead: str
    key: str | None
    value: str

    @property
    def indent(self) -> int:
        """The column that text of a block under this line must go beyond."""
        lead = self.lead[: -len(self.lead.lstrip(" -"))] if self.key else self.lead
        return len(lead) if self.key else max(lead.rfind("-"), 0)


def _split(line: str) -> _Line | None:
    found = _LINE.match(line)
    if not found or found["value"].startswith("#"):
        return None
    if not found["key"] and re.search(r"\A[^*&!%@`].*:(?:\s+#.*)?\Z", found["value"]):
        return None  # a key alone
    return _Line(found["lead"], found["key"], found["value"])


_QUOTED = re.compile(r"([\"']).*\1")
_COUNTED = re.compile(r": +(?:[0-9]+|\[[0-9 ,~]*\])\Z")


def trap_at(path: str, lines: Sequence[str], number: int) -> Problem | None:
    """Return what YAML would make of the text on a line (counted from 0), if it is not what stands there."""
    line = _split(lines[number].rstrip("\r"))
    reason = line and _reason(line)
    if not line or not reason:
        return None
    text = re.sub(r"(?<!\s)\s\s+# .*\Z", "", line.value)
    location = Location(number + 1, len(line.lead) + 1, len(text))
    hint = f"Write: {line.lead.lstrip()}{quote(text)}"
    if _goes_on(lines, number, line.lead):
        hint = f"Write: {line.lead.strip()} |\nand the text on the lines below it, indented."
        return Problem(path, location, "plain-text", reason, hint)
    # In quotes of its own, or with a count behind a label, it may be meant in more ways than one.
    unsure = _QUOTED.fullmatch(text) or _COUNTED.search(text)
    return Problem(path, location, "plain-text", reason, hint, mend=None if unsure else quote(text))


def _goes_on(lines: Sequence[str], number: int, lead: str) -> bool:
    """Whether the text on a line goes on below it, which no quotes around the line can hold together."""
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    depth = len(following) - len(following.lstrip(" "))
    # Below `- key: text` the next key stands as deep as the first one.
    own = len(lead) - len(lead.lstrip(" -"))
    return depth > own and not re.match(r"\s*(?:#|- )", following)


def _reason(line: _Line) -> str:
    value, first = line.value, line.value[0]
    if first in _MEANINGS:
        return f"text that begins with {first} must stand in quotes: YAML takes it for {_MEANINGS[first]}"
    if first in "@`":
        return f"text that begins with {first} must stand in quotes"
    if value.startswith("{{"):
        return "text that begins with { must stand in quotes"
    if first in "[{" and _after(value, _end_of_bracket(value)):
        return f"text that begins with {first} must stand in quotes: YAML takes it for a list"
    if first in "\"'" and _after(value, _end_of_quote(value)):
        return "text goes on after its closing quote: it must stand in quotes as a whole"
    if first in "|>" and not BLOCK.match(value):
        return f"text that begins with {first} must stand in quotes, or on the lines below"
    if line.key and re.match(r"[-?](?:\s|\Z)", value):
        return "a list begins on a line of its own; text that begins so must stand in quotes or below a `|`"
    if first not in "[{\"'|>" and re.search(r":(?:\s|\Z)", _COMMENT.sub("", value)):
        return "text with a colon and a blank in it must stand in quotes"
    return ""


def _end_of_bracket(value: str) -> int:
    depth, quoted = 0, ""
    for index, character in enumerate(value):
        if quoted:
            quoted = "" if character == quoted else quoted
        elif character in "\"'" and value[index - 1] in "[{, ":
            quoted = character
        else:
            depth += (character in "[{") - (character in "]}")
            if depth == 0:
                return index + 1
    return len(value)


def _end_of_quote(value: str) -> int:
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, value)
    return found.end() if found else len(value)


def _after(value: str, end: int) -> bool:
    rest = _COMMENT.sub("", value[end:]).strip()
    return bool(rest) and (rest.startswith(": ") or not rest.startswith((":", ",")))


def traps(path: str, text: str) -> Iterator[Problem]:
    """Yield the traps of every line that is not inside a block of text."""
    lines = text.split("\n")
    for number in outside_blocks(lines):
        if trap := trap_at(path, lines, number):
            yield trap


def outside_blocks(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers, from 0, of the lines that are YAML and not the text of a block scalar."""
    beyond: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if beyond is not None and (not line.strip() or indent > beyond):
            continue
        parts = _split(line.rstrip("\r"))
        beyond = parts.indent if parts and BLOCK.match(parts.value) else None
        yield number


def deeper_first_line(path: str, text: str, number: int) -> Problem | None:
    """Return the problem of a block whose first line is indented deeper than line `number` (from 0)."""
    lines = text.split("\n")
    heads = [outside for outside in outside_blocks(lines) if outside < number]
    head = _split(lines[heads[-1]].rstrip("\r")) if heads else None
    if not head or not BLOCK.match(head.value) or number >= len(lines):
        return None
    inside = [len(line) - len(line.lstrip()) for line in lines[heads[-1] + 1 : number + 1] if line.strip()]
    if not inside or not head.indent < inside[-1] < inside[0]:
        return None
    step = min(inside) - head.indent
    first = next(number for number, line in enumerate(lines[heads[-1] + 1 :], heads[-1] + 2) if line.strip())
    message = f"line {number + 1} is indented by {min(inside)} blanks and line {first}, the first of this text, by {inside[0]}"
    shown = f"{head.lead.lstrip()}|{step}"
    hint = f"Write: {shown}\nif the first line shall stand deeper; else indent both alike."
    location = Location(heads[-1] + 1, len(head.lead) + 1, 1)
    # A step of one or three is a slip of the hand and not a style.
    mend = f"|{step}" if step % 2 == 0 else None
    return Problem(path, location, "plain-text", message, hint, mend=mend)


def meant_for_blocks(path: str, text: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems once each, told otherwise where a line was meant for the empty block above it."""
    told = (
        (problem.rule != "tab" and below_empty_block(path, text, problem.location.line - 1)) or problem
        for problem in problems
    )
    return tuple(dict.fromkeys(told))


def below_empty_block(path: str, text: str, number: int) -> Problem | None:
    """Return the problem of text on line `number` (from 0) that was meant for the empty block above it."""
    lines = text.split("\n")
    above = next((at for at in range(min(number, len(lines)) - 1, -1, -1) if lines[at].strip()), None)
    head = _split(lines[above].rstrip("\r")) if above is not None else None
    here = lines[number].strip() if number < len(lines) else ""
    if not head or not head.key or not BLOCK.match(head.value):
        return None
    if re.match(r"(?:- +)?[\w-]+:(?:\s|$)", here):
        return None
    written = " " * (head.indent + 2) + here
    message = f"this line is not indented deeper than the `{head.key}: |` above it, whose text it seems to be"
    location = Location(number + 1, len(lines[number]) - len(lines[number].lstrip()) + 1, len(here))
    hint = f"Write, with {head.indent + 2} blanks in front: {written.lstrip()}"
    return Problem(path, location, "plain-text", message, hint)


def blanks_above(path: str, lines: Sequence[str], number: int, mark: str) -> Iterator[Problem]:
    """Yield the line of blanks on top of a block that is shorter than its text's indentation.

    Only libyaml takes it; `number` is the line of the block's mark, from 0.
    """
    if re.match(r"[|>][+-]?[0-9]", mark):
        return
    top = lines[number + 1].rstrip("\r") if number + 1 < len(lines) else ""
    deepest = 0
    for line in lines[number + 1 :]:
        deepest = max(deepest, len(line) - len(line.lstrip(" ")))
        if line.strip():
            break
    if top and not top.strip(" ") and deepest > len(top):
        message = "this line of blanks is shorter than the indentation of the text below it"
        yield Problem(path, Location(number + 2, 1, len(top)), "plain-text", message, "Delete the line.")


def text_after_hash(path: str, lines: Sequence[str], location: Location) -> Iterator[Problem]:
    """Yield the text behind ` #` that YAML would drop as a comment.

    A comment that is meant as one stands two blanks away and has a blank after its #.
    """
    line = lines[location.line - 1].rstrip("\r")
    end = location.column - 1 + location.length
    found = re.match(r"(\s+)#(.?)", line[end:])
    if not found or _DATE.match(line[location.column - 1 : end]):
        return
    if len(found[1]) > 1 and found[2] in {"", " "}:
        return
    text = line[location.column - 1 :].rstrip()
    lost = line[end:].strip()[:40]
    hint = f"Write: {line[: location.column - 1].lstrip()}{quote(text)}   (two blanks before # and one after it make a comment)"
    message = f"YAML would drop '{lost}' as a comment"
    yield Problem(
        path, Location(location.line, end + len(found[1]) + 1, len(lost)), "plain-text", message, hint
    )


def joined_lines(path: str, lines: Sequence[str], first: int, last: int) -> Problem:
    """Return the problem of plain text on lines `first` to `last` (from 0), which YAML would join."""
    line = _split(lines[first].rstrip("\r"))
    lead = line.lead if line else lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    message = f"YAML would join the lines {first + 1} to {last + 1} into one"
    if line and line.key:
        hint = f"Write: {lead.strip()} |\nand the text on the lines below it, indented."
    else:
        hint = "Put the text on one line, or below a key with `|`."
    return Problem(path, Location(first + 1, len(lead) + 1), "plain-text", message, hint)


def stray_tabs(path: str, text: str, locations: Collection[Location]) -> Iterator[Problem]:
    """Yield the tabs that parsers disagree about: all but those within text (at `places`) and comments."""
    lines = text.split("\n")
    outside = {number: _opens_block(lines[number]) for number in outside_blocks(lines)}
    return tabs.stray(path, lines, locations, outside)


def _opens_block(line: str) -> bool:
    parts = _split(line.rstrip("\r"))
    return parts is not None and BLOCK.match(parts.value) is not None


def empty_key(path: str, location: Location) -> Problem:
    """Return the problem of a colon with no key before it."""
    return Problem(path, location, "unquoted-text", "a label is missing here", "Write it before the colon.")


def text_in_brackets(path: str, line: str, number: int, column: int) -> Problem:
    """Return the problem of plain text between brackets with a `:` or `?` in it; line and column from 0."""
    start = max(*(line.rfind(character, 0, column) for character in "[{,"), line.rfind(": ", 0, column)) + 1
    ends = (line.find(character, column) for character in "]},")
    end = min((at for at in ends if at >= 0), default=len(line))
    start += len(line[start:end]) - len(line[start:end].lstrip())
    text = line[start:end].strip()
    message = f"text with a {line[column]} in it must stand in quotes between brackets"
    mended = f"{line[:start]}{quote(text)}{line[start + len(text) :]}".strip()
    return Problem(path, Location(number + 1, column + 1), "plain-text", message, f"Write: {mended}")
