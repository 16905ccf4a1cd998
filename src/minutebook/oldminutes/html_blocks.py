"""HTML as Markdown: what a reader sees of a piece as paragraphs, tables, and the lines of a page of which even the headings are HTML."""

import re
from collections.abc import Iterator, Sequence, Set
from html import unescape
from html.parser import HTMLParser

from minutebook.oldminutes.blocks import BREAK, STRUCK, TAG, Block, without_tags

_LINES = frozenset({"br", "dd", "dt", "li", "tr"})
_ENDS = frozenset(
    "center details div dl h1 h2 h3 h4 h5 h6 ol p section summary table ul".split()  # noqa: SIM905
)
_GAP = " \n\u2013"
_HEADING = re.compile(r"[ \t]*<h(?P<level>[1-6])\b[^<>]*>(?P<text>[^\n]*?)</h[1-6]>[ \t]*", re.IGNORECASE)
_ITEM = re.compile(r"\A[ \t]*<li\b[^<>]*>", re.IGNORECASE)
_ROW, _CELL = re.compile(r"<tr\b[^<>\n]*>", re.IGNORECASE), re.compile(r"<t[dh]\b[^<>\n]*>", re.IGNORECASE)
_HEADING_CELL = re.compile(r"<th\b|<(?:b|strong)>", re.IGNORECASE)
"""What the first row of a table has if it says what stands below."""
_CELL_LINE = re.compile(r"<br[ \t]*/?>|</(?:p|li|div)>", re.IGNORECASE)
_ANCHOR = re.compile(
    r"<a[ \t][^<>]*?\bhref=[\"'](?P<address>[^\"'<>]*)[\"'][^<>]*>(?P<text>[^<>]*)</a>", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^(?:#|[ \t]*(?:```|~~~))", re.MULTILINE)


class _Reader(HTMLParser):
    """Gathers the paragraphs of a piece of HTML; items and rows are lines of them, with dashes between cells."""

    def __init__(self, first_line: int) -> None:
        super().__init__()
        self.line_before = first_line - 1
        self.blocks: list[Block] = []
        self.text, self.links, self.numbers = "", list[str](), list[int]()

    @property
    def line(self) -> int:
        return self.line_before + self.getpos()[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_endtag(tag)
        if tag in {"td", "th"} and self.text.rpartition("\n")[2].strip():
            self.text = f"{self.text.rstrip(_GAP)} \u2013 "
        if tag in _LINES and self.text.strip():
            self.text = f"{self.text.rstrip(_GAP)}\n"
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        if tag in _ENDS:
            self.end_text()

    def handle_data(self, data: str) -> None:
        if data.strip() and self.text[-1:] in {"", "\n"}:
            self.numbers.append(self.line + data[: len(data) - len(data.lstrip())].count("\n"))
        joint = " " if self.text[-1:].strip() and data[:1].isspace() else ""
        self.text += joint + " ".join(data.split()) + (" " if data.strip() and data[-1:].isspace() else "")

    def end_text(self) -> None:
        if visible := self.text.rstrip(_GAP).strip():
            links, numbers = tuple(self.links), tuple(self.numbers)
            block = Block("paragraph", numbers[0], self.line, 0, visible, False, links, numbers=numbers)
            self.blocks.append(block)
        self.text, self.links, self.numbers = "", [], []


def read_html(text: str, first_line: int) -> tuple[Block, ...]:
    """Return what a reader sees of a piece of HTML as blocks; `first_line` is the number of its first line."""
    reader = _Reader(first_line)
    # Of a comment that is never closed the parser takes all but its first line for text.
    comment = text.find("<!--", text.rfind("-->") + 1)
    reader.feed(text[:comment] if comment >= 0 else text)
    reader.close()
    reader.end_text()
    return tuple(reader.blocks)


def read_html_table(text: str, first_line: int) -> Block | None:
    """Return a piece of HTML that is a table and no more, with its cells as those of Markdown."""
    if text.lower().count("<table") != 1:
        return None
    line, rows, parts = first_line, list[tuple[int, tuple[str, ...]]](), _ROW.split(text)
    for part in parts:
        front, *cells = _CELL.split(part)
        if TAG.sub("", front).strip():
            return None
        rows += [(line, tuple(map(_cell_text, cells)))] if cells else []
        line += part.count("\n")
    width = len(rows[0][1]) if rows else 0
    # What else stands in a cell, such as a picture, no cell of Markdown says.
    if len(rows) < 2 or width < 2 or any("<" in cell for _, cells in rows for cell in cells):  # noqa: PLR2004
        return None
    is_headed = _HEADING_CELL.search(parts[1]) is not None
    rows = [*([] if is_headed else [(first_line, ("",) * width)]), *rows]
    filled = ((number, (*map(unescape, cells), *[""] * (width - len(cells)))) for number, cells in rows)
    return Block("table", first_line, line, cells=tuple(filled))


def _cell_text(cell: str) -> str:
    """Return a cell of a table as one of Markdown is read, with its lines, its links and what is struck out."""
    lines = (TAG.sub("", STRUCK.sub("~~", line)) for line in _CELL_LINE.split(" ".join(cell.split())))
    visible = (" ".join(_ANCHOR.sub(r"[\g<text>](\g<address>)", line).split()) for line in lines)
    return "\n".join(filter(None, visible))


def with_markdown_signs(text: str) -> str:
    """Return a text with each line of HTML as one of Markdown, if its headings are HTML; each line keeps its number."""
    if "</h" not in text.lower() or _MARKDOWN.search(text):
        return text
    lines = text.split("\n")
    is_page = sum(_HEADING.fullmatch(line) is not None for line in lines) > 1
    return "\n".join(map(_as_markdown, lines)) if is_page else text


def _as_markdown(line: str) -> str:
    if heading := _HEADING.fullmatch(line):
        return f"{'#' * int(heading['level'])} {heading['text']}"
    return "<br>".join(without_tags(text).strip() for text in BREAK.split(_ITEM.sub("- ", line)))


def emptied_folds(lines: Sequence[str], taken: Set[int]) -> Iterator[range]:
    """Yield the lines of each fold (`<details>`) of which some were taken, and all but its tags and its summary."""
    starts = list[int]()
    for number, line in enumerate(lines, 1):
        tag = line.strip().lower()
        if tag.startswith("<details"):
            starts.append(number)
        elif tag.startswith("</details") and starts:
            fold = range(starts.pop(), number + 1)
            kept = [lines[inner - 1] for inner in fold if inner not in taken]
            is_emptied = all("<summary" in text.lower() or not TAG.sub("", text).strip() for text in kept)
            if is_emptied and len(kept) < len(fold):
                yield fold
