"""A YAML text as records within records: every line of it stands in one of them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from minutebook.merge.record import Record, Strategy
from minutebook.merge.record_identity import Identity, identify, numbered
from minutebook.records.late_patterns import late_pattern
from minutebook.records.problem import KeyPath
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.quotes import QUOTED
from minutebook.source.yaml.typed_line import TEXT_KEYS, indent_of, is_block_header

_PROSE = late_pattern(r"\|[1-9]?")
_COMMENT = late_pattern(rf"(?:{QUOTED}|(?<!\s)#|[^#\"']|[\"'])*?(?P<comment>(?<!\s)\s+#.*)?")


class NotUnderstood(Exception):
    """A text is written in a way that can't be taken apart into records."""


def tree_of(document: Document) -> Record:
    """Return a whole file as a record; raises NotUnderstood."""
    return _Builder(document).root()


class _Extent(NamedTuple):
    """Where a record stands: its first line and column, from 0, the line behind it, and the comments above it."""

    key_path: KeyPath
    identity: Identity
    line: int
    column: int
    end: int
    above: tuple[str, ...]


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = document.text.replace("\r\n", "\n").split("\n")
        if self.lines and not self.lines[-1]:
            self.lines.pop()

    def root(self) -> Record:
        records = tuple(self._keys_of_mapping((), 0, len(self.lines)))
        return Record(("file",), self.document.data, "records", records=records)

    def _keys_of_mapping(self, key_path: KeyPath, start: int, end: int) -> Iterator[Record]:
        """Yield the keys of a mapping in block style, whose lines are from `start` to before `end`."""
        keys = [(*key_path, key) for key in self.document.value(key_path)]
        positions = [
            (self.document.keys[path].line - 1, self.document.keys[path].column - 1) for path in keys
        ]
        yield from self._siblings(keys, positions, [("key", path[-1]) for path in keys], start, end)

    def _items_of_list(self, key_path: KeyPath, start: int, end: int) -> Iterator[Record]:
        """Yield the items of a list in block style."""
        values = self.document.value(key_path)
        paths = [(*key_path, index) for index in range(len(values))]
        positions = [self._dash(path) for path in paths]
        identities = numbered(identify(key_path, value) for value in values)
        yield from self._siblings(paths, positions, identities, start, end)

    def _siblings(
        self,
        paths: Sequence[KeyPath],
        positions: Sequence[tuple[int, int]],
        identities: Sequence[Identity],
        start: int,
        end: int,
    ) -> Iterator[Record]:
        if len({column for _line, column in positions}) > 1:
            raise NotUnderstood
        # What stands above the first of them is about it; further down only the comments right above are.
        starts = [
            start if not index else self._comments_above(*position)
            for index, position in enumerate(positions)
        ]
        for index, path in enumerate(paths):
            line, column = positions[index]
            next_start = starts[index + 1] if index + 1 < len(paths) else end
            above = tuple(self._shifted(starts[index], line, column))
            yield self._record(_Extent(path, identities[index], line, column, next_start, above))

    def _record(self, extent: _Extent) -> Record:
        key_path, identity, line, column, end, above = extent
        data = self.document.value(key_path)
        value_line, value_column = self._value_position(key_path)
        first_line = self.lines[line]
        is_block = (
            isinstance(data, dict | list) and bool(data) and not self._in_brackets(value_line, value_column)
        )
        if not is_block:
            return self._leaf(extent)
        offset = self._column_of(key_path, data) - column
        inner_end = self._loose_comments(line, end, column + offset)
        trailing = tuple(self._shifted(inner_end, end, column, strict=False))
        if isinstance(data, dict) and isinstance(key_path[-1], int):
            if value_line != line:
                raise NotUnderstood
            records = tuple(self._keys_of_mapping(key_path, line, inner_end))
            opening, comment = first_line[column:value_column], ""
        elif isinstance(key_path[-1], int) or value_line == line:
            raise NotUnderstood
        else:
            children_of = self._keys_of_mapping if isinstance(data, dict) else self._items_of_list
            records = tuple(children_of(key_path, line + 1, inner_end))
            opening, comment = _split_comment(first_line[column:])
        return Record(identity, data, "records", opening, "", comment, (), records, offset, above, trailing)

    def _leaf(self, extent: _Extent) -> Record:
        key_path, identity, line, column, end, above = extent
        data = self.document.value(key_path)
        value_line, value_column = self._value_position(key_path)
        on_one_line = value_line == line
        opening = self.lines[line][column : value_column if on_one_line and data is not None else None]
        text = self.lines[line][value_column:] if on_one_line and data is not None else ""
        if data is None:
            opening, comment = _split_comment(opening)
            value = ""
            if is_block_header(opening.rpartition(":")[2].strip()):
                opening, value = opening[: opening.rindex(":") + 1] + " ", opening.rpartition(":")[2].strip()
        else:
            value, comment = _split_comment(text)
        is_block = is_block_header(value) and not isinstance(data, dict | list)
        stop = self._content_end(line, column, end, block=is_block)
        lines = tuple(self._shifted(line + 1, stop, column))
        trailing = tuple(self._shifted(stop, end, column, strict=False))
        is_prose = is_block and key_path[-1] in TEXT_KEYS and _PROSE.fullmatch(value)
        strategy: Strategy = "prose" if is_prose else "lines" if lines else "line"
        return Record(identity, data, strategy, opening, value, comment, lines, (), 0, above, trailing)

    def _content_end(self, line: int, column: int, end: int, *, block: bool) -> int:
        """Return where the lines of a value end, and empty lines and comments begin that are not of it."""
        inside = [
            self._indent(number) for number in range(line + 1, end) if block and self.lines[number].strip()
        ]
        least = next((indent for indent in inside if indent > column), column + 1)
        while end > line + 1:
            text = self.lines[end - 1]
            is_comment = text.lstrip().startswith("#") and not (block and self._indent(end - 1) >= least)
            if text.strip() and not is_comment:
                break
            end -= 1
        return end

    def _loose_comments(self, line: int, end: int, column: int) -> int:
        """Return where comments begin that end some lines and are indented to less than a column."""
        start = end
        while end > line + 1 and (
            not self.lines[end - 1].strip() or self.lines[end - 1].lstrip().startswith("#")
        ):
            end -= 1
            if self.lines[end].strip() and self._indent(end) < column:
                start = end
        return start

    def _shifted(self, start: int, end: int, column: int, *, strict: bool = True) -> Iterator[str]:
        """Yield lines without an indent."""
        for line in self.lines[start:end]:
            if strict and line.strip() and line[:column].strip():
                raise NotUnderstood
            yield line[column:] if not line[:column].strip() else line.strip()

    def _comments_above(self, line: int, column: int) -> int:
        while line and self.lines[line - 1].lstrip().startswith("#") and self._indent(line - 1) == column:
            line -= 1
        return line

    def _dash(self, key_path: KeyPath) -> tuple[int, int]:
        line, column = self._value_position(key_path)
        lead = self.lines[line][:column].rstrip()
        if not lead.endswith("-") or lead[:-1].strip():
            raise NotUnderstood
        return line, len(lead) - 1

    def _column_of(self, key_path: KeyPath, data: Any) -> int:
        """Return the column of the first record within a value."""
        if isinstance(data, list):
            return self._dash((*key_path, 0))[1]
        return self.document.keys[(*key_path, next(iter(data)))].column - 1

    def _value_position(self, key_path: KeyPath) -> tuple[int, int]:
        location = self.document.values[key_path]
        return location.line - 1, location.column - 1

    def _in_brackets(self, line: int, column: int) -> bool:
        return self.lines[line][column : column + 1] in {"[", "{"}

    def _indent(self, line: int) -> int:
        return indent_of(self.lines[line])


def _split_comment(text: str) -> tuple[str, str]:
    """Return a line without the comment at its end, and the comment with the spaces before it."""
    match = _COMMENT.fullmatch(text)
    comment = (match["comment"] or "") if match else ""
    return text[: len(text) - len(comment)], comment
