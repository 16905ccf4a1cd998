"""Edits of a YAML text that change only the lines they must; everything else stays to the byte."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.records.refusal import Refused
from minutebook.source.edits import brackets
from minutebook.source.edits.list_style import dashes_of, indented, is_spaced
from minutebook.source.edits.spans import Layout, Span, blanks_around, comment_above, comments_below, lay_out
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import Dashes, write_entry, write_inline, write_item, write_pair

_UNSAFE = "it is written in a way that can't be edited without changing its meaning"


class NotEditable(Exception):
    """An edit would not mean what was meant; the file is left as it is."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path


class Editor:
    """A text being edited, beside the data that it shall hold."""

    def __init__(self, path: str, text: str, data: Any) -> None:
        self.path, self.text, self._before = path, text, text
        self.data = deepcopy(data)
        self.newline = "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"

    def result(self) -> str:
        """Return the text; raises NotEditable if it does not hold the data that was meant."""
        if self.text == self._before:
            return self.text
        try:
            holds = read(self.path, self.text.encode()).data
        except Refused as refused:
            first = refused.problems[0]
            reason = f"it can't be edited: {first.message}" if first.rule == "file-size" else _UNSAFE
            raise NotEditable(self.path, reason) from None
        if holds != self.data:
            raise NotEditable(self.path, _UNSAFE)
        return self.text

    def value(self, key_path: KeyPath) -> Any:
        """Return the value at a path of the data."""
        value = self.data
        for key in key_path:
            value = value[key]
        return value

    def set(self, key_path: KeyPath, value: str) -> None:
        """Replace a one-line scalar."""
        layout = self._lay_out()
        span = layout.values[key_path]
        lead = " " if span.start == span.end else ""
        self._splice(
            span.start, span.end, lead + write_text(value, in_flow=self._in_flow(layout, key_path[:-1]))
        )
        self.value(key_path[:-1])[key_path[-1]] = value

    def add(
        self, key_path: KeyPath, key: str, value: Any, *, after: Sequence[str] = (), lines: Sequence[str] = ()
    ) -> None:
        """Add a key to a mapping: behind the last of `after` that it has, else in the first place.

        `lines` are those of a list's items, from their dashes, where the mapping is in block style.
        """
        layout = self._lay_out()
        mapping = self.value(key_path)
        before = [name for name in after if name in mapping]
        if not layout.values[key_path].flow:
            dashes = dashes_of(layout, key)
            if lines:
                written = [f"{write_text(key)}:", *indented(lines, dashes.offset)]
            else:
                written = [line.text for line in write_entry(key, value, dashes=dashes)]
            self._add_in_block(layout, key_path, written, before)
        elif before:
            self._splice(
                end := layout.values[(*key_path, before[-1])].end, end, f", {write_pair(key, value)}"
            )
        else:
            inside = layout.values[key_path].start + 1
            rest = ", " if mapping else ""
            self._splice(inside, inside, f"{write_pair(key, value)}{rest}")
        _insert_key(mapping, key, value, before[-1] if before else None)

    def rename_key(self, key_path: KeyPath, entries: Mapping[str, Any], key: str) -> None:
        """Replace a mapping's key by another with the same value, with new entries before it."""
        layout = self._lay_out()
        span, start, mapping = layout.keys[key_path], layout.entry(key_path), layout.values[key_path[:-1]]
        # In JSON a value may follow its key's colon at once, but only where the key is in quotes.
        quoted = self.text[span.start] == '"' and self.text[span.end : span.end + 2].strip() != ":"
        old = self.text[start : span.start] + (f'"{key}"' if quoted else key)
        if self._in_flow(layout, key_path[:-1]):
            new = "".join(f"{write_pair(name, value)}, " for name, value in entries.items()) + old
            if self.text[mapping.start] != "{":  # a lone `key: value` between brackets
                self._splice(mapping.end, mapping.end, "}")
                new = "{" + new
        else:
            step = self.newline + " " * layout.column(start)
            new = "".join(f"{write_pair(name, value)}{step}" for name, value in entries.items()) + old
        self._splice(start, span.end, new)
        data, name = self.value(key_path[:-1]), key_path[-1]
        renamed = {**entries, **{key if other == name else other: value for other, value in data.items()}}
        data.clear()
        data.update(renamed)

    def append(self, key_path: KeyPath, value: Any, lines: Sequence[str] = ()) -> None:
        """Append to a list, in `lines` (from its dash, not indented) where the list is in block style."""
        layout = self._lay_out()
        items = self.value(key_path)
        if not items:
            self._fill(layout, key_path, value, lines)
            self.value(key_path[:-1])[key_path[-1]] = [value]
            return
        if layout.values[key_path].flow:
            behind = layout.values[(*key_path, len(items) - 1)]
            self._splice_all(
                brackets.append(layout, layout.values[key_path], behind, write_inline(value), self.newline)
            )
        else:
            last = (*key_path, len(items) - 1)
            dash = layout.column(layout.dash(last))
            end = comments_below(layout, layout.values[last].end, dash + 1)
            gap = [""] if len(items) > 1 and is_spaced(layout, last) else []
            written = lines or _item_lines(value, dashes_of(layout, key_path[-1], last))
            self._insert_lines(end, [*gap, *indented(written, dash)])
        items.append(value)

    def remove(self, key_path: KeyPath) -> None:
        """Remove an item of a list with its comments, and the list's key where it was the only one."""
        items = self.value(key_path[:-1])
        if len(items) == 1:
            self.remove_key(key_path[:-1])
            return
        layout = self._lay_out()
        if self._in_flow(layout, key_path[:-1]):
            others = [(*key_path[:-1], index) for index in range(len(items))]
            self._splice_all(
                brackets.cut(layout, layout.values[key_path], [layout.values[one] for one in others])
            )
        else:
            dash = layout.dash(key_path)
            start = comment_above(layout, dash)
            end = comments_below(layout, layout.values[key_path].end, layout.column(dash) + 1)
            self._cut_lines(*blanks_around(layout, start, end, first=key_path[-1] == 0))
        del items[int(key_path[-1])]

    def remove_key(self, key_path: KeyPath) -> None:
        """Remove a key with its value from a mapping, and an item of a list that has nothing else."""
        if len(self.value(key_path[:-1])) == 1 and len(key_path) > 1:
            self.remove(key_path[:-1])
            return
        self._cut_key(self._lay_out(), key_path)
        del self.value(key_path[:-1])[key_path[-1]]

    def source_lines(self, key_path: KeyPath) -> list[str]:
        """Return the lines of a list's item from its comments and dash on, not indented."""
        layout = self._lay_out()
        if self._in_flow(layout, key_path[:-1]):
            return _item_lines(self.value(key_path), Dashes())
        dash = layout.dash(key_path)
        column, start = layout.column(dash), comment_above(layout, dash)
        if self.text[layout.line_start(dash) : dash].strip():  # it shares its line with a colon
            start = dash
        end = comments_below(layout, layout.values[key_path].end, column + 1)
        lines = self.text[start:end].replace("\r\n", "\n").split("\n")
        return [line[column:] if line[:column].isspace() or not column else line for line in lines]

    def _lay_out(self) -> Layout:
        try:
            return lay_out(self.text)
        except Exception as error:
            if not hasattr(error, "problem_mark"):
                raise
            raise NotEditable(self.path, _UNSAFE) from None  # an edit before this one went wrong

    def _add_in_block(self, layout: Layout, key_path: KeyPath, lines: list[str], before: list[str]) -> None:
        first = min(layout.entry(path) for path in layout.keys if path[:-1] == key_path)
        indent = layout.column(first)
        if before:
            # Of two comments below, one in the column of the keys is about the next key, if there is one.
            last = before[-1] == list(self.value(key_path))[-1]
            end = layout.values[(*key_path, before[-1])].end
            self._insert_lines(
                comments_below(layout, end, indent if last and key_path else indent + 1),
                indented(lines, indent),
            )
            return
        written = indented(lines, indent)
        written[0] = written[0].lstrip()
        self._splice(first, first, "".join(f"{line}{self.newline}" for line in written) + " " * indent)

    def _fill(self, layout: Layout, key_path: KeyPath, value: Any, lines: Sequence[str]) -> None:
        """Write the first item of a list that is empty, or of a key that has no value."""
        span = layout.values[key_path]
        written = self.text[span.start : span.end]
        if self._in_flow(layout, key_path[:-1]) or (span.flow and written.strip("[] ")):
            new = f"{write_inline(value)}" if span.flow else f"{' ' * (not written)}[{write_inline(value)}]"
            start, end = (span.start + 1, span.start + 1) if span.flow else (span.start, span.end)
            self._splice(start, end, new)
            return
        dashes = dashes_of(layout, key_path[-1])
        items = lines or _item_lines(value, dashes)
        indent = layout.column(layout.entry(key_path)) + dashes.offset
        self._insert_lines(layout.line_end(span.end), indented(items, indent))
        colon = self.text.rindex(":", 0, span.start) + 1 if written else span.start
        self._splice(colon, span.end, "")

    def _cut_key(self, layout: Layout, key_path: KeyPath) -> None:
        siblings = [path for path in layout.keys if path[:-1] == key_path[:-1]]
        start, value = layout.entry(key_path), layout.values[key_path]
        if self._in_flow(layout, key_path[:-1]):
            spans = [Span(layout.entry(path), layout.values[path].end) for path in siblings]
            self._splice_all(brackets.cut(layout, spans[siblings.index(key_path)], spans))
            return
        if self.text[layout.line_start(start) : start].strip():  # it shares its line with a dash
            following = layout.entry(siblings[siblings.index(key_path) + 1])
            above = comment_above(layout, following)
            self._splice(start, above + layout.column(following), "")
            return
        end = comments_below(layout, value.end, layout.column(start) + 1)
        self._cut_lines(layout.line_start(start), end)

    def _cut_lines(self, start: int, end: int) -> None:
        newline = self.text.find("\n", end)
        if newline >= 0:
            self._splice(start, newline + 1, "")
        else:  # the last line of a file without a newline at its end
            self._splice(max(start - len(self.newline), 0), end, "")

    def _in_flow(self, layout: Layout, key_path: KeyPath) -> bool:
        return any(layout.values[key_path[:length]].flow for length in range(len(key_path) + 1))

    def _insert_lines(self, end: int, lines: Sequence[str]) -> None:
        """Insert lines behind the line that ends at a position."""
        self._splice(end, end, "".join(f"{self.newline}{line}" for line in lines))

    def _splice_all(self, splices: Iterable[brackets.Splice]) -> None:
        for splice in splices:
            self._splice(*splice)

    def _splice(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new + self.text[end:]


def _item_lines(value: Mapping[str, Any], dashes: Dashes) -> list[str]:
    return [line.text for line in write_item(value, dashes=dashes)]


def _insert_key(mapping: dict[str, Any], key: str, value: Any, after: str | None) -> None:
    items = list(mapping.items())
    place = [name for name, _ in items].index(after) + 1 if after is not None else 0
    items.insert(place, (key, value))
    mapping.clear()
    mapping.update(items)
