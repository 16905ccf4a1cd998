"""A YAML text and the data that it holds, edited together; each edit changes only the lines that it must."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.source.edits import block_style, brackets, surroundings
from minutebook.source.edits.edited_text import EditedText
from minutebook.source.edits.known_spans import KnownSpans
from minutebook.source.edits.list_style import dashes_of, indented, item_lines, list_lines
from minutebook.source.edits.not_editable import UNSAFE, NotEditable
from minutebook.source.edits.spans import Spans
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.scalars import LABELED
from minutebook.source.yaml.writer import (
    Dashes,
    is_spread,
    write_entry,
    write_inline,
    write_mapping,
    write_pair,
)


class YamlText:
    """A text being edited, beside the data that it must hold."""

    def __init__(self, path: str, text: str, data: Any, like: Spans | None = None) -> None:
        self.path = path
        self.data = data
        self._edited = EditedText(text)
        self._known = KnownSpans(self._edited)
        self._like = like  # those of the whole text, whose lists a part of it is written like

    @property
    def text(self) -> str:
        """The text with all edits."""
        return self._edited.text

    def value(self, key_path: KeyPath) -> Any:
        """Return the value at a path of the data."""
        value = self.data
        for key in key_path:
            value = value[key]
        return value

    @contextmanager
    def item(self, key_path: KeyPath) -> Iterator[tuple["YamlText", KeyPath]]:
        """Edit an item of a list in a text of its own, which is read after each edit instead of the whole one."""
        if not key_path or isinstance(key_path[-1], str):  # no item of a list
            yield self, key_path
            return
        spans = self._spans(key_path)
        in_flow = spans.in_flow(key_path[:-1])
        dash = spans.values[key_path].start if in_flow else spans.dash(key_path)
        start = spans.line_start(dash)
        if in_flow or spans.text[start:dash].strip():  # it shares its line with something else
            yield self, key_path
            return
        end = surroundings.comments_below(spans, spans.values[key_path].end, spans.column(dash) + 1)
        newline = self._edited.newline
        name, index = key_path[-2], int(key_path[-1])
        head, data = f"{name}:{newline}", {name: [self.value(key_path)]}
        item_text = YamlText(self.path, f"{head}{spans.text[start:end]}{newline}", data, self._like or spans)
        yield item_text, (name, 0)
        self._edited.defer(start, end, item_text.text[len(head) : -len(newline)])
        self.value(key_path[:-1])[index] = item_text.value((name, 0))
        self._known.touch(key_path)

    def set(self, key_path: KeyPath, value: str | int | list[Any] | dict[str, Any]) -> None:
        """Replace a one-line scalar, nothing or a list of such by another, or by a mapping."""
        spans = self._spans()
        span, in_flow = spans.values[key_path], spans.in_flow(key_path[:-1])
        start, end = span.start, span.end
        space = " " if start == end else ""  # an empty value begins right behind its colon
        if isinstance(self.value(key_path), list) and not span.flow:
            start, space = spans.text.index(":", spans.keys[key_path].end) + 1, " "
        if isinstance(value, str):
            is_label = not LABELED.isdisjoint(key_path[-2:-1])
            value_text = space + write_text(value, in_flow=in_flow, key="" if is_label else key_path[-1])
        elif isinstance(value, list) and not in_flow and is_spread(str(key_path[-1]), value):
            start = spans.text.rindex(":", 0, start) + 1
            comment = spans.text[end:].partition("\n")[0].rstrip()
            end += len(comment)
            value_text = self._edited.newline.join((comment, *list_lines(spans, key_path, value)))
        elif isinstance(value, dict) and not in_flow:
            line_break = self._edited.newline + " " * spans.column(start)
            value_text = line_break.join(line.text for line in write_mapping(value))
        else:
            value_text = space + write_inline(value)  # as in a new file
        if spans.text.startswith(" #", end):  # with one space it would be taken for a part of plain text
            value_text += " "
        self._edited.splice(start, end, value_text)
        self.value(key_path[:-1])[key_path[-1]] = value

    def set_block(self, key_path: KeyPath, text: str) -> None:
        """Write a text as a block in the place of a value, with a comment that stands behind the value's start."""
        spans = self._spans()
        if spans.in_flow(key_path):
            self.set(key_path, text)
            return
        block_style.write_block(self._edited, spans, key_path, text)
        self.value(key_path[:-1])[key_path[-1]] = text

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
            dashes = dashes_of(self._like or spans, key)
            if lines:
                key_lines = [f"{write_text(key)}:", *indented(lines, dashes.offset)]
            else:
                key_lines = [line.text for line in write_entry(key, value, dashes=dashes)]
            block_style.add_key(self._edited, spans, key_path, key_lines, predecessor)
        elif predecessor is not None:
            value_end = spans.values[(*key_path, predecessor)].end
            self._edited.splice(value_end, value_end, f", {write_pair(key, value)}")
        else:
            inside = spans.values[key_path].start + 1
            self._edited.splice(inside, inside, f"{write_pair(key, value)}{', ' if mapping else ''}")
        pairs = list(mapping.items())
        pairs.insert(0 if predecessor is None else list(mapping).index(predecessor) + 1, (key, value))
        mapping.clear()
        mapping.update(pairs)

    def rename_key(self, key_path: KeyPath, leading: Mapping[str, Any], key: str) -> None:
        """Replace a mapping's key by another with the same value, with `leading` keys and values before it."""
        spans = self._spans()
        span, start, mapping = spans.keys[key_path], spans.key_start(key_path), spans.values[key_path[:-1]]
        text = self._edited.text
        # A value can follow its colon at once only if the key is in quotes (YAML 1.2.2, section 7.4.2).
        quoted = text[span.start] == '"' and text[span.end : span.end + 2].strip() != ":"
        key_text = text[start : span.start] + (f'"{key}"' if quoted else key)
        if spans.in_flow(key_path[:-1]):
            key_text = "".join(f"{write_pair(name, value)}, " for name, value in leading.items()) + key_text
            if text[mapping.start] != "{":  # a lone `key: value` between brackets
                self._edited.splice(mapping.end, mapping.end, "}")
                key_text = "{" + key_text
        else:
            line_break = self._edited.newline + " " * spans.column(start)
            pairs = "".join(f"{write_pair(name, value)}{line_break}" for name, value in leading.items())
            key_text = pairs + key_text
        self._edited.splice(start, span.end, key_text)
        data, renamed = self.value(key_path[:-1]), key_path[-1]
        changed = {**leading, **{key if name == renamed else name: value for name, value in data.items()}}
        data.clear()
        data.update(changed)

    def append(self, key_path: KeyPath, value: Any, lines: Sequence[str] = ()) -> None:
        """Append to a list, in `lines` (from its dash, not indented) if the list is in block style."""
        values = self.value(key_path)
        if not values:
            block_style.fill(self._edited, self._spans(), key_path, value, lines)
            self.value(key_path[:-1])[key_path[-1]] = [value]
            return
        if key_path not in self._known.ends:
            spans = self._spans(key_path)
            tail_path = (*key_path, len(values) - 1)
            if spans.values[key_path].flow:
                spans, newline = self._spans(), self._edited.newline
                tail, inline = spans.values[tail_path], write_inline(value)
                self._edited.splice_all(brackets.append(spans, spans.values[key_path], tail, inline, newline))
                values.append(value)
                return
            self._known.ends[key_path] = block_style.list_end(spans, key_path, tail_path)
        ending = self._known.ends[key_path]
        new_lines = indented(lines or item_lines(value, ending.dashes), ending.column)
        self._edited.defer(ending.position, ending.position, self._edited.below([*ending.gap, *new_lines]))
        self._known.touch(key_path)
        values.append(value)

    def insert(self, key_path: KeyPath, items: Mapping[int, Sequence[block_style.Item]]) -> None:
        """Insert items, as `append` takes them, before those at some indexes of a list; into brackets at their end."""
        spans, values = self._spans(key_path), self.value(key_path)
        if spans.values[key_path].flow:
            for item in chain.from_iterable(items.values()):
                self.append(key_path, *item)
            return
        for index, inserted in items.items():
            block_style.insert_above(self._edited, spans, (*key_path, index), inserted)
        for index in sorted(items, reverse=True):
            values[index:index] = [value for value, _lines in items[index]]
        for number in range(min(items), len(values)):
            self._known.touch((*key_path, number))  # it has another path now

    def remove(self, key_path: KeyPath) -> None:
        """Remove an item of a list with its comments, and the list's key if it was the only one."""
        list_path, index = key_path[:-1], int(key_path[-1])
        values = self.value(list_path)
        if len(values) == 1:
            self.remove_key(list_path)
            return
        spans = self._spans(key_path)
        if spans.in_flow(list_path):
            spans = self._spans()
            siblings = [spans.values[(*list_path, number)] for number in range(len(values))]
            self._edited.splice_all(brackets.cut(spans, spans.values[key_path], siblings))
        else:
            start, end = surroundings.item_stretch(spans, key_path)
            gap_end = surroundings.empty_lines_below(spans, end)
            lines = (surroundings.empty_lines_above(spans, start), end) if index else (start, gap_end)
            self._edited.defer(*self._edited.whole_lines(*lines), "")
            if index == 1 and gap_end != end:
                self._known.touch((*list_path, 0))  # the empty line is below the first one now
            # What stands behind it has another path now.
            for number in range(index, len(values)):
                if self._known.is_touched((*list_path, number)):
                    break
                self._known.touch((*list_path, number))
        del values[index]

    def remove_key(self, key_path: KeyPath) -> None:
        """Remove a key with its value from a mapping, and an item of a list that has no other key."""
        if len(self.value(key_path[:-1])) == 1 and len(key_path) > 1:
            self.remove(key_path[:-1])
            return
        block_style.cut_key(self._edited, self._spans(), key_path)
        del self.value(key_path[:-1])[key_path[-1]]

    def source_lines(self, key_path: KeyPath) -> list[str]:
        """Return the lines of a list's item from its comments and dash on, not indented."""
        spans = self._spans()
        if spans.in_flow(key_path[:-1]):
            return item_lines(self.value(key_path), Dashes())
        return block_style.source_lines(spans, key_path)

    def _spans(self, key_path: KeyPath = ()) -> Spans:
        """Return the spans of the text, or as they were before edits elsewhere than at a path."""
        try:
            return self._known.beside(key_path)
        except Exception as error:
            if not hasattr(error, "problem_mark"):
                raise
            raise NotEditable(self.path, UNSAFE) from None  # an edit before this one went wrong
