"""One change by which a file that can't be read may become what was meant."""

from collections.abc import Container, Mapping, Sequence

from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import counted
from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.typed_line import indent_of

WRONG_KEYS = frozenset({"unknown-key", "missing-key"})
"""What is wrong with keys that stand in another place than they were meant for."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What to write in the place of some lines, and what is said if that is what was meant.

    `start` counts from 0. `distance` is how much has to be changed: of two that would do the smaller was meant.
    `adds` tells that a sign is added, which could make a key of what is only text;
    `count` is how many lines they take the place of, if not as many as they are; `rule` is the one that is broken, if that is not the one of the problem behind which it was found.
    Where something else may be meant it `is_doubtful`.
    """

    location: Location
    message: str
    hint: str
    start: int
    lines: tuple[str, ...]
    distance: int = 0
    adds: bool = False
    rule: str = ""
    count: int | None = None
    is_doubtful: bool = False

    @property
    def end(self) -> int:
        """The line below the last that is changed, from 0."""
        return self.start + (len(self.lines) if self.count is None else self.count)

    def misplaces(self, problem: Problem, *, is_open: bool) -> bool:
        """Whether a problem tells that the lines do not belong where this puts them, among any keys if it `is_open`."""
        is_here = self.start < problem.location.line <= self.end
        is_entry = self.lines[0].lstrip().startswith("- ") and problem.rule == "wrong-type"
        return is_here and (is_open or is_entry or problem.rule in WRONG_KEYS)

    def applied(self, lines: Sequence[str]) -> list[str]:
        """Return the lines of a file with those that are changed."""
        return [*lines[: self.start], *self.lines, *lines[self.end :]]


def content_place(lines: Sequence[str], number: int) -> Location:
    """Return the place of what stands on a line, from 0, behind its indentation."""
    line = lines[number]
    return Location(number + 1, indent_of(line) + 1, len(line.strip()))


def repeated_slip(
    lines: Sequence[str],
    changes: Mapping[int, str],
    message: str,
    *,
    count_words: str = "have one",
    location: Location | None = None,
    rule: str = "",
) -> Slip:
    """Return a slip that was made on several lines of a file, from 0, each with the line to write.

    `count_words` say of so many lines what is wrong with them.
    """
    start, end = min(changes), max(changes) + 1
    new_lines = tuple(changes.get(number, lines[number]) for number in range(start, end))
    more = f"\nand so on: {len(changes)} lines {count_words}, the last is line {end}." * (len(changes) > 1)
    place, hint = location or content_place(lines, start), line_to_write(new_lines[0]) + more
    return Slip(place, message, hint, start, new_lines, rule=rule)


def line_to_write(line: str) -> str:
    """Return the hint that shows a line with its indentation, which nobody can see."""
    content = line.strip()
    indent = indent_of(line)
    spaces = f"with {counted(indent, 'space')}" if indent else "without a space"
    return f"Write, {spaces} in front: {content}"


def touches(text: str, problem: Problem, numbers: Container[int]) -> bool:
    """Whether what is to be written for a problem takes the place of some lines."""
    stretch = problem.mend_at or problem.location
    start = sum(len(line) + 1 for line in text.split("\n")[: stretch.line - 1]) + stretch.column - 1
    last = stretch.line + text.count("\n", start, start + stretch.length)
    return any(number in numbers for number in range(stretch.line, last + 1))
