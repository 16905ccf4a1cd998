"""Edits of a YAML text that change only the lines they must; everything else stays to the byte."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.records.refusal import Refused
from minutebook.source.edits import brackets
from minutebook.source.edits.edited_text import EditedText, with_ended_block, without_end
from minutebook.source.edits.list_style import dashes_of, indented, is_spaced, item_lines, list_lines
from minutebook.source.edits.not_editable import NotEditable
from minutebook.source.edits.spans import Span, Spans, spans_of
from minutebook.source.edits.surroundings import comment_above, comments_below, with_empty_lines
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.typed_actions import quote_typed_actions
from minutebook.source.yaml.writer import Dashes, write_entry, write_inline, write_mapping, write_pair

_UNSAFE = "it is written in a way that can't be edited without changing its meaning"


class Editor:
    """A text being edited, beside the data that it must hold."""

    def __init__(self, path: str, text: str, data: Any) -> None:
        self.path = path
        self._original = text
        self._readable, self.data = with_ended_block(path, quote_typed_actions(text).text, deepcopy(data))
        self._edited = EditedText(self._readable)

    def result(self) -> str:
        """Return the text; raises NotEditable if it does not hold the data that was meant."""
        text = self._edited.text
        if text == self._readable:
            return self._original
        try:
            data = read(self.path, text.encode()).data
        except Refused as refused:
            problem = refused.problems[0]
            reason = f"it can't be edited: {problem.message}" if problem.rule == "file-size" else _UNSAFE
            raise NotEditable(self.path, reason) from None
        if data != self.data:
            raise NotEditable(self.path, _UNSAFE)
        text, self.data = without_end(self.path, text, self._original, data)
        return text

    def value(self, key_path: KeyPath) -> Any:
        """Return the value at a path of the data."""
        value = self.data
        for key in key_path:
            value = value[key]
        return value

    def set(self, key_path: KeyPath, value: str | list[str] | dict[str, Any]) -> None:
        """Replace a one-line scalar, by another, by a list of such or by a mapping."""
        spans = self._spans()
        span, in_flow = spans.values[key_path], spans.in_flow(key_path[:-1])
        start = span.start
        if isinstance(value, str):
            written = (" " if span.start == span.end else "") + write_text(value, in_flow=in_flow)
        elif in_flow or (isinstance(value, list) and key_path[-1] != "note"):  # as in a new file
            written = write_inline(value)
        elif isinstance(value, list):
            start = spans.text.rindex(":", 0, start) + 1
            written = "".join(f"{self._edited.newline}{line}" for line in list_lines(spans, key_path, value))
        else:
            line_break = self._edited.newline + " " * spans.column(start)
            written = line_break.join(line.text for line in write_mapping(value))
        self._edited.splice(start, span.end, written)
        self.value(key_path[:-1])[key_path[-1]] = value

    def add(
        self,
        key_path: KeyPath,
        key: str,
        value: Any,
        *,
        predecessors: Sequence[str] = (),
        lines: Sequence[str] = (),
    ) -> None:
        """Add a key to a mapping: behind the last of `predecessors` that it has, else in the first place.

        `lines` are those of a list's items, from their dashes, if the mapping is in block style.
        """
        spans = self._spans()
        mapping = self.value(key_path)
        predecessor = next((name for name in reversed(predecessors) if name in mapping), None)
        if not spans.values[key_path].flow:
            dashes = dashes_of(spans, key)
            if lines:
                written = [f"{write_text(key)}:", *indented(lines, dashes.offset)]
            else:
                written = [line.text for line in write_entry(key, value, dashes=dashes)]
            self._add_in_block(spans, key_path, written, predecessor)
        elif predecessor is not None:
            end = spans.values[(*key_path, predecessor)].end
            self._edited.splice(end, end, f", {write_pair(key, value)}")
        else:
            inside = spans.values[key_path].start + 1
            self._edited.splice(inside, inside, f"{write_pair(key, value)}{', ' if mapping else ''}")
        _insert_key(mapping, key, value, predecessor)

    def rename_key(self, key_path: KeyPath, leading: Mapping[str, Any], key: str) -> None:
        """Replace a mapping's key by another with the same value, with `leading` keys and values before it."""
        spans = self._spans()
        span, start, mapping = spans.keys[key_path], spans.key_start(key_path), spans.values[key_path[:-1]]
        text = self._edited.text
        # A value can follow its colon at once only if the key is in quotes (YAML 1.2.2, section 7.4.2).
        quoted = text[span.start] == '"' and text[span.end : span.end + 2].strip() != ":"
        written = text[start : span.start] + (f'"{key}"' if quoted else key)
        if spans.in_flow(key_path[:-1]):
            written = "".join(f"{write_pair(name, value)}, " for name, value in leading.items()) + written
            if text[mapping.start] != "{":  # a lone `key: value` between brackets
                self._edited.splice(mapping.end, mapping.end, "}")
                written = "{" + written
        else:
            line_break = self._edited.newline + " " * spans.column(start)
            pairs = "".join(f"{write_pair(name, value)}{line_break}" for name, value in leading.items())
            written = pairs + written
        self._edited.splice(start, span.end, written)
        data, renamed = self.value(key_path[:-1]), key_path[-1]
        changed = {**leading, **{key if name == renamed else name: value for name, value in data.items()}}
        data.clear()
        data.update(changed)

    def append(self, key_path: KeyPath, value: Any, lines: Sequence[str] = ()) -> None:
        """Append to a list, in `lines` (from its dash, not indented) if the list is in block style."""
        spans = self._spans()
        values = self.value(key_path)
        if not values:
            self._fill(spans, key_path, value, lines)
            self.value(key_path[:-1])[key_path[-1]] = [value]
            return
        tail_path = (*key_path, len(values) - 1)
        tail = spans.values[tail_path]
        if spans.values[key_path].flow:
            written, newline = write_inline(value), self._edited.newline
            self._edited.splice_all(brackets.append(spans, spans.values[key_path], tail, written, newline))
        else:
            dash = spans.column(spans.dash(tail_path))
            end = comments_below(spans, tail.end, dash + 1)
            gap = [""] if len(values) > 1 and is_spaced(spans, tail_path) else []
            written_lines = lines or item_lines(value, dashes_of(spans, key_path[-1], tail_path))
            self._edited.insert_lines(end, [*gap, *indented(written_lines, dash)])
        values.append(value)

    def remove(self, key_path: KeyPath) -> None:
        """Remove an item of a list with its comments, and the list's key if it was the only one."""
        values = self.value(key_path[:-1])
        if len(values) == 1:
            self.remove_key(key_path[:-1])
            return
        spans = self._spans()
        if spans.in_flow(key_path[:-1]):
            siblings = [spans.values[(*key_path[:-1], index)] for index in range(len(values))]
            self._edited.splice_all(brackets.cut(spans, spans.values[key_path], siblings))
        else:
            dash = spans.dash(key_path)
            start = comment_above(spans, dash)
            end = comments_below(spans, spans.values[key_path].end, spans.column(dash) + 1)
            self._edited.cut_lines(*with_empty_lines(spans, start, end, leading=key_path[-1] == 0))
        del values[int(key_path[-1])]

    def remove_key(self, key_path: KeyPath) -> None:
        """Remove a key with its value from a mapping, and an item of a list that has no other key."""
        if len(self.value(key_path[:-1])) == 1 and len(key_path) > 1:
            self.remove(key_path[:-1])
            return
        self._cut_key(self._spans(), key_path)
        del self.value(key_path[:-1])[key_path[-1]]

    def source_lines(self, key_path: KeyPath) -> list[str]:
        """Return the lines of a list's item from its comments and dash on, not indented."""
        spans = self._spans()
        if spans.in_flow(key_path[:-1]):
            return item_lines(self.value(key_path), Dashes())
        dash = spans.dash(key_path)
        column, start = spans.column(dash), comment_above(spans, dash)
        if spans.text[spans.line_start(dash) : dash].strip():  # it shares its line with a colon
            start = dash
        end = comments_below(spans, spans.values[key_path].end, column + 1)
        lines = spans.text[start:end].replace("\r\n", "\n").split("\n")
        return [line[column:] if line[:column].isspace() or not column else line for line in lines]

    def _spans(self) -> Spans:
        try:
            return spans_of(self._edited.text)
        except Exception as error:
            if not hasattr(error, "problem_mark"):
                raise
            raise NotEditable(self.path, _UNSAFE) from None  # an edit before this one went wrong

    def _add_in_block(
        self, spans: Spans, key_path: KeyPath, lines: list[str], predecessor: str | None
    ) -> None:
        start = min(spans.key_start(path) for path in spans.keys if path[:-1] == key_path)
        indent = spans.column(start)
        written = indented(lines, indent)
        if predecessor is not None:
            # Of two comments below, one in the column of the keys is about the next key, if there is one.
            is_last = predecessor == list(self.value(key_path))[-1]
            column = indent if is_last and key_path else indent + 1
            end = comments_below(spans, spans.values[(*key_path, predecessor)].end, column)
            self._edited.insert_lines(end, written)
            return
        written[0] = written[0].lstrip()
        newline = self._edited.newline
        self._edited.splice(start, start, "".join(f"{line}{newline}" for line in written) + " " * indent)

    def _fill(self, spans: Spans, key_path: KeyPath, value: Any, lines: Sequence[str]) -> None:
        """Write the first item of a list that is empty, or of a key that has no value."""
        span = spans.values[key_path]
        written = spans.text[span.start : span.end]
        if spans.in_flow(key_path[:-1]) or (span.flow and written.strip("[] ")):
            if span.flow:
                self._edited.splice(span.start + 1, span.start + 1, write_inline(value))
            else:
                lead = "" if written else " "
                self._edited.splice(span.start, span.end, f"{lead}[{write_inline(value)}]")
            return
        dashes = dashes_of(spans, key_path[-1])
        indent = spans.column(spans.key_start(key_path)) + dashes.offset
        written_lines = lines or item_lines(value, dashes)
        self._edited.insert_lines(spans.line_end(span.end), indented(written_lines, indent))
        colon_end = spans.text.rindex(":", 0, span.start) + 1 if written else span.start
        self._edited.splice(colon_end, span.end, "")

    def _cut_key(self, spans: Spans, key_path: KeyPath) -> None:
        siblings = [path for path in spans.keys if path[:-1] == key_path[:-1]]
        start, index = spans.key_start(key_path), siblings.index(key_path)
        if spans.in_flow(key_path[:-1]):
            pairs = [Span(spans.key_start(path), spans.values[path].end) for path in siblings]
            self._edited.splice_all(brackets.cut(spans, pairs[index], pairs))
        elif spans.text[spans.line_start(start) : start].strip():  # it shares its line with a dash
            following = spans.key_start(siblings[index + 1])
            end = comment_above(spans, following) + spans.column(following)
            self._edited.splice(start, end, "")
        else:
            end = comments_below(spans, spans.values[key_path].end, spans.column(start) + 1)
            self._edited.cut_lines(spans.line_start(start), end)


def _insert_key(mapping: dict[str, Any], key: str, value: Any, predecessor: str | None) -> None:
    pairs = list(mapping.items())
    index = 0 if predecessor is None else list(mapping).index(predecessor) + 1
    pairs.insert(index, (key, value))
    mapping.clear()
    mapping.update(pairs)
