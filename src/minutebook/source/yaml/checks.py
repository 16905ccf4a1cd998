"""What is refused although YAML has it, event by event of the parser.

Anchors, tags, merge keys, several documents and duplicate keys mean something else to other readers, or let a small
file grow without bound; text that YAML would lose or change is answered with the line to write.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from minutebook.records.late_patterns import late_pattern
from minutebook.records.phrases import FIX
from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused, refuse
from minutebook.source.yaml.block_text import long_spaces_above
from minutebook.source.yaml.decoder import HIDDEN, UNWANTED, unseen
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.quotes import quote
from minutebook.source.yaml.scalars import Scalar, resolve
from minutebook.source.yaml.syntax import empty_key
from minutebook.source.yaml.tabs import tab
from minutebook.source.yaml.traps import (
    joined_lines,
    sign_in_brackets,
    text_as_comment,
    text_in_brackets,
    trap_at,
    value_as_comment,
)
from minutebook.source.yaml.typed_line import indent_of, is_block_header

_ANCHOR = re.compile(r"[0-9A-Za-z_-]+\Z")
# libyaml ends plain text at these within brackets, the pure parser does not: yaml/libyaml#104 and #105.
_NOT_IN_BRACKETS = re.compile("[:?]")
_KEY = late_pattern(r" *(?:-(?: |\Z)|[\w\"'][^:]*:(?: |\Z))")


class Checks:
    """The problems of a file, as its events are checked.

    `joined` count only in a file that is YAML to its end.
    """

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self.path, self.lines = path, lines
        self.problems: list[Problem] = []
        self.joined: list[Problem] = []

    def refuse(self, location: Location, rule: str, message: str, hint: str) -> None:
        """Add a problem that stands in the way of reading the file."""
        self.problems.append(Problem(self.path, location, rule, message, hint))

    def question(self, start: Any) -> None:
        """Refuse text between brackets that begins with `?`: both parsers drop it (YAML 1.2.2, 7.3.3)."""
        if start.column and self.lines[start.line][start.column - 1] == "?":
            self.problems.append(
                text_in_brackets(self.path, self.lines[start.line], start.line, start.column - 1)
            )

    def comments(self, end: Any, start: Any, *, in_brackets: bool) -> None:
        """Check that comments between the end of one event and the start of the next stand apart from what is before."""
        last = start.line if in_brackets else end.line
        for number, line in enumerate(self.lines[end.line : last + 1], end.line):
            first = end.column if number == end.line else 0
            sign = line.find("#", first, start.column if number == start.line else len(line))
            if sign > 0 and (problem := sign_in_brackets(self.path, line, number, sign)):
                self.problems.append(problem)
            elif sign > 0 and line[sign - 1] not in " \t":
                location = Location(number + 1, sign + 1)
                message = "a comment must have a space before its #"
                hint = f"Write: {line[:sign].strip()} {line[sign:]}"
                self.problems.append(Problem(self.path, location, "yaml-syntax", message, hint, mend=" #"))

    def indentation(self, opening: Location, end: int, column: int) -> None:
        """Check that lines behind an opening sign are indented more than a column (YAML 1.2.2, 6.3); no key may be among them."""
        lines = {number: self.lines[number] for number in range(opening.line, end)}
        low = {number: line for number, line in lines.items() if line.strip() and indent_of(line) <= column}
        if key := next((number for number, line in low.items() if _KEY.match(line)), None):
            # All that is behind is read wrongly, too.
            self.problems = [problem for problem in self.problems if problem.location.line < opening.line]
            if trap := trap_at(self.path, self.lines, opening.line - 1):
                raise Refused((trap,))
            sign = self.lines[opening.line - 1][opening.column - 1]
            message = f"the `{sign}` here must be closed before line {key + 1} begins"
            hint = "Close it where it ends."
            raise refuse(self.path, replace(opening, length=1), "yaml-syntax", message, hint)
        for number, line in low.items():
            location, mend_at = Location(number + 1, indent_of(line) + 1), Location(number + 1, 1, 0)
            message = "a line between quotes or brackets must be indented more than their key"
            hint, mend = f"Indent it by {column + 2} spaces.", " " * (column + 2 - indent_of(line))
            problem = Problem(self.path, location, "yaml-syntax", message, hint, mend=mend, mend_at=mend_at)
            self.problems.append(problem)

    def node(self, event: Any) -> None:
        """Check a value or key for an anchor and a tag."""
        if event.anchor is None and event.tag is None:
            return
        # The two parsers make different things of an anchor such as `&amp;`; it is text for both here.
        is_named = _ANCHOR.match(event.anchor) if event.anchor else event.tag
        if type(event).__name__ != "ScalarEvent" and is_named:
            feature = f"anchors (&{event.anchor})" if event.anchor else f"tags ({event.tag})"
            self.refuse(location_of(event), "yaml-feature", f"{feature} can't be used here", "Delete it.")
        elif event.anchor is not None:
            self.anchor(event, f"&{event.anchor}")
        elif event.tag is not None and not self.trapped(event):
            message = f"tags ({event.tag}) can't be used here"
            hint = "Delete the tag, or put text that begins so in quotes."
            self.refuse(location_of(event), "yaml-feature", message, hint)

    def anchor(self, event: Any, anchor_text: str) -> None:
        """Refuse an anchor or an alias."""
        if not self.trapped(event):
            message = f"anchors and aliases ({anchor_text}) can't be used here"
            hint = "Write the value itself, in quotes if it is text."
            self.refuse(location_of(event), "yaml-feature", message, hint)

    def trapped(self, event: Any) -> bool:
        """Whether the line of an event is prose that YAML misreads, which is a problem then."""
        trap = trap_at(self.path, self.lines, event.start_mark.line)
        if trap and trap not in self.problems:
            self.problems.append(trap)
        return trap is not None

    def key(self, event: Any, location: Location, first_line: int | None, *, in_brackets: bool) -> None:
        """Check a key, which was on `first_line` already if it is there twice."""
        if event.style in {"|", ">"}:
            message = "a key must be one line of text"
            self.refuse(location, "yaml-feature", message, "Write it before a colon.")
        elif event.style in {None, ""}:
            self._plain_key(event, location, in_brackets=in_brackets)
        self.escapes(event.value, location)
        if first_line is not None:  # PyYAML takes the last one without a word: yaml/pyyaml#165
            from minutebook.source.yaml.doubled_keys import doubled_key  # hardly any file has one

            self.problems.append(doubled_key(self.path, self.lines, event.value, location, first_line))

        if "#" in self.lines[location.line - 1]:
            self.problems.extend(value_as_comment(self.path, self.lines, location))

    def _plain_key(self, event: Any, location: Location, *, in_brackets: bool) -> None:
        meaning = resolve(event.value)
        if event.value == "<<":
            self.refuse(location, "yaml-feature", "merge keys (<<) can't be used here", "Write the keys out.")
        elif not event.value:
            self.problems.append(empty_key(self.path, location))
        elif not isinstance(meaning, str):
            reading = "nothing" if meaning is None else "a number" if _is_number(meaning) else "true or false"
            message = f"a label must be text, but YAML reads {event.value} as {reading}"
            mend = quote(event.value)
            hint = f"Write: {mend}:"
            self.problems.append(Problem(self.path, location, "unquoted-text", message, hint, mend=mend))
        else:
            self.plain_text(event, location, meaning, in_brackets=in_brackets)

    def plain_text(
        self, event: Any, location: Location, value: Scalar, *, in_brackets: bool, word: bool = False
    ) -> None:
        """Check a scalar without quotes, and what it means; a `word` is no text, and what is behind it a comment."""
        start, end = event.start_mark, event.end_mark
        if "\t" in event.value:
            self._tab_in_text(start, end)
        elif isinstance(value, str) and start.line != end.line:
            problem = joined_lines(self.path, self.lines, start.line, end.line)
            comma = f"Write a comma at the end of line {start.line + 1}, or put the text on one line."
            self.joined.append(replace(problem, hint=comma) if in_brackets else problem)
        elif isinstance(value, str) and not word and "#" in self.lines[start.line]:
            self.problems.extend(text_as_comment(self.path, self.lines, location))
        sign = _NOT_IN_BRACKETS.search(event.value) if in_brackets else None
        if sign and start.line == end.line:
            column = start.column + sign.start()
            self.problems.append(text_in_brackets(self.path, self.lines[start.line], start.line, column))

    def block(self, event: Any) -> None:
        """Check the header of a block of text, and the line below it."""
        number = event.start_mark.line
        header = self.lines[number][event.start_mark.column :].rstrip("\r")
        if "\t" not in header and not is_block_header(header):  # such as |#, which only libyaml takes
            self.trapped(event)
        if event.value.strip():
            self.problems.extend(long_spaces_above(self.path, self.lines, number, header))

    def folded_notes(self, location: Location) -> None:
        """Refuse notes that begin with `>`."""
        message = "notes must begin with `|`: `>` would join their lines into one"
        header = self.lines[location.line - 1][location.column - 1 :].rstrip()
        mend, mend_at = ("|", location) if header == ">" else (None, None)
        self.problems.append(
            Problem(self.path, location, "plain-text", message, "Write: notes: |", mend=mend, mend_at=mend_at)
        )

    def escapes(self, text: str, location: Location) -> None:
        """Check a text for characters that nobody sees."""
        if character := UNWANTED.search(text):
            self.refuse(location, "character", unseen(character.group()), "Delete the escape that makes it.")

    def hidden(self, event: Any) -> None:
        """Check a name, a title or a label for characters that nobody sees."""
        if event.value.isascii() or not (character := HIDDEN.search(event.value)):
            return
        location = location_of(event)
        source = location.cut(self.lines[location.line - 1])[1]
        index = source.find(character.group())
        mend = HIDDEN.sub("", source) if index >= 0 else None
        message = unseen(character.group(), "names and titles")
        hint = FIX if mend else "Delete the escape that makes it."
        hidden_at = Location(location.line, location.column + max(index, 0))
        problem = Problem(self.path, hidden_at, "character", message, hint, mend=mend, mend_at=location)
        self.problems.append(problem)

    def _tab_in_text(self, start: Any, end: Any) -> None:
        columns = (start.column, *[0] * (end.line - start.line))
        for number, first in enumerate(columns, start.line):
            if (column := self.lines[number].find("\t", first)) >= 0:
                self.problems.append(tab(self.path, Location(number + 1, column + 1), self.lines[number]))
                return


def location_of(event: Any) -> Location:
    """Return where an event of the parser is: all of it if it is on one line, else its first character."""
    start, end = event.start_mark, event.end_mark
    one_line = start.line == end.line and getattr(event, "style", None) not in {"|", ">"}
    length = end.column - start.column if one_line else 1
    return Location(start.line + 1, start.column + 1, max(length, 1))


def _is_number(meaning: Scalar) -> bool:
    return isinstance(meaning, Ambiguous) or (isinstance(meaning, int) and not isinstance(meaning, bool))
