"""Edits of lists and mappings in block style: whole lines, in the columns of their neighbours."""

import re
from collections.abc import Sequence
from typing import Any

from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import KeyPath
from minutebook.source.edits import brackets
from minutebook.source.edits.edited_text import EditedText
from minutebook.source.edits.list_style import dashes_of, indented, is_spaced, item_lines
from minutebook.source.edits.spans import Span, Spans
from minutebook.source.edits.surroundings import comment_above, comments_below, item_stretch
from minutebook.source.yaml.typed_line import indent_of
from minutebook.source.yaml.writer import Dashes, write_inline

Item = tuple[Any, Sequence[str]]
"""An item of a list, and its lines from its dash on, not indented, if it has some already."""

_COMMENT = re.compile(r"(?<!\s)\s+#.*[^\s]")


@dataclass(frozen=True, slots=True)
class ListEnd:
    """Where the next item of a list is written, in which column, and how."""

    position: int
    column: int
    gap: tuple[str, ...]
    dashes: Dashes


def list_end(spans: Spans, key_path: KeyPath, tail_path: KeyPath) -> ListEnd:
    """Return the end of a list, which has this last item."""
    column = spans.column(spans.dash(tail_path))
    position = comments_below(spans, spans.values[tail_path].end, column + 1)
    gap = ("",) if tail_path[-1] != 0 and is_spaced(spans, tail_path) else ()
    return ListEnd(position, column, gap, dashes_of(spans, key_path[-1], tail_path))


def insert_above(edited: EditedText, spans: Spans, item_path: KeyPath, items: Sequence[Item]) -> None:
    """Put items above one of a list and its comments once the text is asked for."""
    list_path, index = item_path[:-1], int(item_path[-1])
    dash, dashes = spans.dash(item_path), dashes_of(spans, list_path[-1], item_path)
    start, column = comment_above(spans, dash), spans.column(dash)
    spaced_path = (*list_path, max(index, 1))
    gap = ("",) if spaced_path in spans.values and is_spaced(spans, spaced_path) else ()
    for value, lines in items:
        item_text_lines = (*indented(lines or item_lines(value, dashes), column), *gap)
        edited.defer(start, start, "".join(f"{line}{edited.newline}" for line in item_text_lines))


def add_key(
    edited: EditedText, spans: Spans, key_path: KeyPath, lines: Sequence[str], predecessor: str | None
) -> None:
    """Add the lines of a key to a mapping: behind its predecessor, which may be the last, else in the first place."""
    siblings = [path for path in spans.keys if path[:-1] == key_path]
    start = min(map(spans.key_start, siblings))
    indent = spans.column(start)
    indented_lines = indented(lines, indent)
    if predecessor is not None:
        # Of two comments below, one in the column of the keys is about the next key, if there is one.
        column = indent if key_path and siblings[-1][-1] == predecessor else indent + 1
        line_end = comments_below(spans, spans.values[(*key_path, predecessor)].end, column)
        edited.insert_lines(line_end, indented_lines)
        return
    indented_lines[0] = indented_lines[0].lstrip()
    edited.splice(start, start, "".join(f"{line}{edited.newline}" for line in indented_lines) + " " * indent)


def fill(edited: EditedText, spans: Spans, key_path: KeyPath, value: Any, lines: Sequence[str]) -> None:
    """Write the first item of a list that is empty, or of a key that has no value."""
    span = spans.values[key_path]
    former = spans.text[span.start : span.end]
    if spans.in_flow(key_path[:-1]) or (span.flow and former.strip("[] ")):
        if span.flow:
            edited.splice(span.start + 1, span.start + 1, write_inline(value))
        else:
            lead = "" if former else " "
            edited.splice(span.start, span.end, f"{lead}[{write_inline(value)}]")
        return
    dashes = dashes_of(spans, key_path[-1])
    indent = spans.column(spans.key_start(key_path)) + dashes.offset
    new_lines = lines or item_lines(value, dashes)
    edited.insert_lines(spans.line_end(span.end), indented(new_lines, indent))
    colon_end = spans.text.rindex(":", 0, span.start) + 1 if former else span.start
    edited.splice(colon_end, span.end, "")


def write_block(edited: EditedText, spans: Spans, key_path: KeyPath, text: str) -> None:
    """Write a text as a block in the place of a value, with the comment of the line on which that begins."""
    span, line_end = spans.values[key_path], spans.line_end(spans.values[key_path].end)
    former, column = spans.text[span.start : span.end], spans.column(spans.key_start(key_path))
    head, *lines = former.split("\n") if former[:1] in {"|", ">"} else [spans.text[span.end : line_end]]
    comment = _COMMENT.search(head)
    indent = min((indent_of(line) for line in lines if line.strip()), default=column + 2)
    # YAML takes the indentation from the first line (YAML 1.2.2, section 8.1.1.1).
    number = str(indent - column) if text[:1] in {" ", "\n"} else ""
    header = f"{'' if former else ' '}|{number}{comment.group() if comment else ''}"
    block = [" " * indent + line if line else "" for line in text.removesuffix("\n").split("\n")]
    edited.splice(span.start, line_end, edited.newline.join([header, *block]))


def cut_key(edited: EditedText, spans: Spans, key_path: KeyPath) -> None:
    """Cut a key of a mapping, with its value and its comments."""
    siblings = [path for path in spans.keys if path[:-1] == key_path[:-1]]
    start, index = spans.key_start(key_path), siblings.index(key_path)
    if spans.in_flow(key_path[:-1]):
        pairs = [Span(spans.key_start(path), spans.values[path].end) for path in siblings]
        edited.splice_all(brackets.cut(spans, pairs[index], pairs))
    elif spans.text[spans.line_start(start) : start].strip():  # it shares its line with a dash
        next_key = spans.key_start(siblings[index + 1])
        end = comment_above(spans, next_key) + spans.column(next_key)
        edited.splice(start, end, "")
    else:
        end = comments_below(spans, spans.values[key_path].end, spans.column(start) + 1)
        edited.cut_lines(spans.line_start(start), end)


def source_lines(spans: Spans, item_path: KeyPath) -> list[str]:
    """Return the lines of a list's item with its comments, from its dash on, not indented."""
    start, end = item_stretch(spans, item_path)
    dash = spans.dash(item_path)
    if spans.text[spans.line_start(dash) : dash].strip():  # it shares its line with a colon
        start = dash
    column = spans.column(dash)
    lines = spans.text[start:end].replace("\r\n", "\n").split("\n")
    return [line[column:] if line[:column].isspace() or not column else line for line in lines]
