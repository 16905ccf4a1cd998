"""A text being edited by cutting and inserting; every byte outside of that stays."""

from collections.abc import Iterable, Sequence
from typing import Any

from minutebook.records.refusal import Refused
from minutebook.source.yaml.loader import read


def newline_of(text: str) -> str:
    """Return how most lines of a text end."""
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"


def with_ended_block(path: str, text: str, data: Any) -> tuple[str, Any]:
    """Return a text and its data with a newline behind the last line, if that is one of a block, and else as they are.

    The block would get the newline anyway, and so another value, as soon as something stands below it.
    """
    if text.endswith("\n"):
        return text, data
    ended = text + newline_of(text)
    try:
        ended_data = read(path, ended.encode()).data
    except Refused:
        return text, data
    return (text, data) if ended_data == data else (ended, ended_data)


def without_end(path: str, text: str, original: str, data: Any) -> tuple[str, Any]:
    """Return a text and its data without the newline at its end if the same line had none in the original."""
    last_line = original.rpartition("\n")[2]
    ended = f"\n{last_line}{newline_of(original)}"
    if not last_line or not text.endswith(ended):
        return text, data
    text = text.removesuffix(newline_of(original))
    return text, read(path, text.encode()).data


class EditedText:
    """A text, and the newline that its lines end with."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._deferred: list[tuple[int, int, str]] = []
        self.newline = newline_of(text)

    @property
    def text(self) -> str:
        """The text with all that was put into it."""
        if self._deferred:
            # Those at one position come in the order in which they were asked for.
            splices, self._deferred = sorted(self._deferred, key=lambda splice: splice[0]), []
            segments, position = [], 0
            for start, end, replacement in splices:
                segments += [self._text[position:start], replacement]
                position = max(position, end)  # what is cut can overlap by the empty lines between
            self._text = "".join([*segments, self._text[position:]])
        return self._text

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits to be put into the text."""
        return not self._deferred

    def splice(self, start: int, end: int, replacement: str) -> None:
        """Put something in the place of a stretch."""
        text = self.text
        self._text = text[:start] + replacement + text[end:]

    def defer(self, start: int, end: int, replacement: str) -> None:
        """Put something in the place of a stretch once the text is asked for; until then all positions stay."""
        self._deferred.append((start, end, replacement))

    def splice_all(self, splices: Iterable[tuple[int, int, str]]) -> None:
        """Replace several stretches; the last in the text comes first."""
        for splice in splices:
            self.splice(*splice)

    def below(self, lines: Iterable[str]) -> str:
        """Return lines as they stand below another one."""
        return "".join(f"{self.newline}{line}" for line in lines)

    def insert_lines(self, line_end: int, lines: Sequence[str]) -> None:
        """Insert lines below the line that ends at a position."""
        self.splice(line_end, line_end, self.below(lines))

    def whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch to cut for whole lines, from the start of one to the end of another, with a newline."""
        newline = self._text.find("\n", end)
        if newline >= 0:
            return start, newline + 1
        # The last line of a file without a newline at its end.
        return max(start - len(self.newline), 0), end

    def cut_lines(self, start: int, end: int) -> None:
        """Cut whole lines, from the start of one to the end of another, with a newline."""
        self.splice(*self.whole_lines(start, end), "")
