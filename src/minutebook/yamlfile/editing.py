"""Edits of a YAML text that change only the lines they must; everything else stays to the byte."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from minutebook.problem import Path
from minutebook.quoting import write_text
from minutebook.yamlfile.layout import Layout, comment_above, comments_below, lay_out
from minutebook.yamlfile.loader import read
from minutebook.yamlfile.source import Refused


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
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def result(self) -> str:
        """Return the text; raises NotEditable if it does not hold the data that was meant."""
        if self.text == self._before:
            return self.text
        try:
            holds = read(self.path, self.text.encode()).data
        except Refused as refused:
            raise NotEditable(self.path, f"it can't be edited: {refused.problems[0].message}") from None
        if holds != self.data:
            raise NotEditable(
                self.path, "it is written in a way that can't be edited without changing its meaning"
            )
        return self.text

    def set(self, at: Path, value: str) -> None:
        """Replace a one-line scalar."""
        layout = lay_out(self.text)
        span = layout.values[at]
        lead = " " if span.start == span.end else ""
        self._splice(span.start, span.end, lead + write_text(value, in_flow=self._in_flow(layout, at[:-1])))
        self._parent(at)[at[-1]] = value

    def add(
        self, at: Path, key: str, value: Any, *, after: Sequence[str] = (), lines: Sequence[str] = ()
    ) -> None:
        """Add a key to a mapping: behind the last of `after` that it has, else in the first place.

        `lines` are those of a list's items, from their dashes, where the mapping is in block style.
        """
        layout = lay_out(self.text)
        mapping = self.value(at)
        before = [name for name in after if name in mapping]
        if not layout.values[at].flow:
            offset = self._dash_offset(layout)
            written = [f"{key}:", *_indented(lines, offset)] if lines else _block_entry(key, value, offset)
            self._add_in_block(layout, at, written, before)
        elif before:
            self._splice(end := layout.values[(*at, before[-1])].end, end, f", {_flow_entry(key, value)}")
        else:
            inside = layout.values[at].start + 1
            rest = ", " if mapping else ""
            self._splice(inside, inside, f"{_flow_entry(key, value)}{rest}")
        _insert_key(mapping, key, value, before[-1] if before else None)

    def rename_key(self, at: Path, entries: Mapping[str, Any], key: str) -> None:
        """Replace a mapping's key by another with the same value, with new entries before it."""
        layout = lay_out(self.text)
        span = layout.keys[at]
        if self._in_flow(layout, at[:-1]):
            new = "".join(f"{_flow_entry(name, value)}, " for name, value in entries.items()) + key
        else:
            step = self.newline + " " * layout.column(span.start)
            new = "".join(f"{_flow_entry(name, value)}{step}" for name, value in entries.items()) + key
        self._splice(span.start, span.end, new)
        mapping, old = self.value(at[:-1]), at[-1]
        renamed = {**entries, **{key if name == old else name: value for name, value in mapping.items()}}
        mapping.clear()
        mapping.update(renamed)

    def append(self, at: Path, value: Any, lines: Sequence[str] = ()) -> None:
        """Append to a list, in `lines` (from its dash, not indented) where the list is in block style."""
        layout = lay_out(self.text)
        items = self.value(at)
        if layout.values[at].flow or not items:
            end = layout.values[at].end - 1
            self._splice(end, end, f"{', ' if items else ''}{_flow(value)}")
        else:
            last = (*at, len(items) - 1)
            dash = layout.column(layout.dash(last))
            end = comments_below(layout, max(layout.values[last].end - 1, 0), dash + 1)
            gap = [""] if len(items) > 1 and self._spaced(layout, last) else []
            written = [*gap, *_indented(lines or _block_item(value), dash)]
            self._splice(end, end, "".join(f"{self.newline}{line}" for line in written))
        items.append(value)

    def remove(self, at: Path) -> None:
        """Remove an item of a list with its comments, and the list's key where it was the only one."""
        layout = lay_out(self.text)
        parent = self.value(at[:-1])
        if len(parent) == 1 and isinstance(at[-2], str):
            self._cut_key(layout, at[:-1])
            del self._parent(at[:-1])[at[-2]]
            return
        if self._in_flow(layout, at[:-1]):
            self._cut_flow(layout, at, len(parent))
        else:
            dash = layout.dash(at)
            end = comments_below(layout, layout.values[at].end - 1, layout.column(dash) + 1)
            self._cut_lines(comment_above(layout, dash), end)
        del parent[at[-1]]

    def remove_key(self, at: Path) -> None:
        """Remove a key with its value from a mapping that has others."""
        self._cut_key(lay_out(self.text), at)
        del self._parent(at)[at[-1]]

    def source_lines(self, at: Path) -> list[str]:
        """Return the lines of a list's item from its comments and dash on, not indented."""
        layout = lay_out(self.text)
        if self._in_flow(layout, at[:-1]):
            return _block_item(self.value(at))
        dash = layout.dash(at)
        column = layout.column(dash)
        end = comments_below(layout, max(layout.values[at].end - 1, 0), column + 1)
        lines = self.text[comment_above(layout, dash) : end].replace("\r\n", "\n").split("\n")
        return [line[column:] if line[:column].isspace() or not column else line for line in lines]

    def _add_in_block(self, layout: Layout, at: Path, lines: list[str], before: list[str]) -> None:
        indent = self._indent(layout, at)
        if before:
            place = layout.values[(*at, before[-1])]
            # Of two comments below, one in the column of the keys is about the next key, if there is one.
            last = before[-1] == list(self.value(at))[-1]
            end = comments_below(
                layout, max(place.end - 1, place.start), indent if last and at else indent + 1
            )
            self._splice(end, end, "".join(f"{self.newline}{line}" for line in _indented(lines, indent)))
            return
        first = min(span.start for path, span in layout.keys.items() if path[:-1] == at)
        written = _indented(lines, indent)
        written[0] = written[0].lstrip()
        self._splice(first, first, "".join(f"{line}{self.newline}" for line in written) + " " * indent)

    def _cut_key(self, layout: Layout, at: Path) -> None:
        siblings = [path for path in layout.keys if path[:-1] == at[:-1]]
        key, value = layout.keys[at], layout.values[at]
        if self._in_flow(layout, at[:-1]):
            index = siblings.index(at)
            if index + 1 < len(siblings):
                self._splice(key.start, layout.keys[siblings[index + 1]].start, "")
            else:
                self._splice(layout.values[siblings[index - 1]].end, value.end, "")
            return
        if self.text[layout.line_start(key.start) : key.start].strip():  # it shares its line with a dash
            following = layout.keys[siblings[siblings.index(at) + 1]]
            self._splice(key.start, following.start, "")
            return
        end = comments_below(layout, max(value.end - 1, key.end), layout.column(key.start) + 1)
        self._cut_lines(layout.line_start(key.start), end)

    def _cut_lines(self, start: int, end: int) -> None:
        newline = self.text.find("\n", end)
        if newline >= 0:
            self._splice(start, newline + 1, "")
        else:  # the last line of a file without a newline at its end
            self._splice(max(start - len(self.newline), 0), end, "")

    def _cut_flow(self, layout: Layout, at: Path, count: int) -> None:
        index = int(at[-1])
        span = layout.values[at]
        if index + 1 < count:
            self._splice(span.start, layout.values[(*at[:-1], index + 1)].start, "")
        else:
            self._splice(layout.values[(*at[:-1], index - 1)].end, span.end, "")

    def _indent(self, layout: Layout, at: Path) -> int:
        first = min(span.start for path, span in layout.keys.items() if path[:-1] == at)
        return layout.column(first)

    def _dash_offset(self, layout: Layout) -> int:
        """Return how far this file indents a list's dashes below its key."""
        for path in layout.values:
            if path and path[-1] == 0 and path[:-1] in layout.keys and not layout.values[path[:-1]].flow:
                return layout.column(layout.dash(path)) - layout.column(layout.keys[path[:-1]].start)
        return 2

    def _spaced(self, layout: Layout, last: Path) -> bool:
        end = layout.values[(*last[:-1], int(last[-1]) - 1)].end
        between = self.text[end : comment_above(layout, layout.dash(last))]
        return between.replace("\r", "").count("\n\n") > 0

    def _in_flow(self, layout: Layout, at: Path) -> bool:
        return any(layout.values[at[:length]].flow for length in range(len(at) + 1))

    def _splice(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new + self.text[end:]

    def value(self, at: Path) -> Any:
        """Return the value at a path of the data."""
        value = self.data
        for key in at:
            value = value[key]
        return value

    def _parent(self, at: Path) -> Any:
        return self.value(at[:-1])


def _insert_key(mapping: dict[str, Any], key: str, value: Any, after: str | None) -> None:
    items = list(mapping.items())
    place = [name for name, _ in items].index(after) + 1 if after is not None else 0
    items.insert(place, (key, value))
    mapping.clear()
    mapping.update(items)


def _indented(lines: Sequence[str], by: int) -> list[str]:
    return [" " * by + line if line.strip() else "" for line in lines]


def _block_item(value: Mapping[str, Any]) -> list[str]:
    lines = [line for key, inner in value.items() for line in _block_entry(key, inner, 2)]
    return [("  " if number else "- ") + line for number, line in enumerate(lines)]


def _block_entry(key: str, value: Any, offset: int) -> list[str]:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [f"{write_text(key)}:", *(" " * offset + line for item in value for line in _block_item(item))]
    if isinstance(value, str) and "\n" in value:
        return [
            f"{write_text(key)}: |",
            *("  " + line if line else "" for line in value.rstrip("\n").split("\n")),
        ]
    return [f"{write_text(key)}: {_scalar(value)}"]


def _flow_entry(key: str, value: Any) -> str:
    return f"{write_text(key, in_flow=True)}: {_flow(value)}"


def _scalar(value: Any) -> str:
    return write_text(value) if isinstance(value, str) else _flow(value)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(_flow_entry(key, inner) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return write_text(value, in_flow=True) if isinstance(value, str) else str(value)
