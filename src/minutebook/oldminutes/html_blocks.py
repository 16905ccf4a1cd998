"""Blocks of HTML as those of Markdown that say the same: paragraphs, lists and tables, each with its lines."""

from dataclasses import replace
from html.parser import HTMLParser

from minutebook.oldminutes.blocks import Block

_ITEMS, _CELLS, _ROWS = frozenset({"li"}), frozenset({"td", "th"}), frozenset({"tr"})
_BREAKING = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "summary",
        "details",
        "center",
        "section",
        "dt",
        "ul",
        "ol",
        "dl",
    }
)
_UNSEEN = frozenset({"script", "style"})


class _Reader(HTMLParser):
    """Gathers the blocks of a piece of HTML, of which any may begin or end somewhere else."""

    def __init__(self, first_line: int) -> None:
        super().__init__()
        self.line_before = first_line - 1
        self.blocks: list[list[Block]] = [[]]
        self.text, self.links, self.numbers = "", list[str](), list[int]()
        self.row_line = 0
        self.cells: list[str] | None = None
        self.rows: list[tuple[int, tuple[str, ...]]] = []
        self.unseen = False

    @property
    def line(self) -> int:
        return self.line_before + self.getpos()[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen = True
        elif tag == "br":
            self.text += "\n" if self.text[-1:] not in {"", "\n"} else ""
        elif tag == "a":
            self.links += [value for name, value in attrs if name == "href" and value]
        elif tag == "dd":
            self.text = f"{self.text.rstrip().rstrip(':')}: " if self.text.strip() else ""
        elif tag in _ROWS:
            self.end_text()
            self.cells, self.row_line = [], self.line
        elif tag in _ITEMS:
            self.end_text()
            self.blocks.append([])
        elif tag in _BREAKING:
            self.end_text()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = False
        elif tag in _CELLS and self.cells is not None:
            self.cells.append(self.text.strip())
            self.text, self.numbers = "", []
        elif tag in _ROWS and self.cells is not None:
            self.rows.append((self.row_line, tuple(self.cells)))
            self.cells, self.text = None, ""
        elif tag == "table" and self.rows:
            table = Block("table", self.rows[0][0], self.rows[-1][0], cells=tuple(self.rows), is_plain=False)
            self.blocks[-1].append(table)
            self.rows = []
        elif tag in _ITEMS and len(self.blocks) > 1:
            self.end_item()
        elif tag in _BREAKING - {"dt"} or tag == "dd":
            self.end_text()

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        if data.strip() and (not self.text or self.text[-1] == "\n"):
            self.numbers.append(self.line + data[: len(data) - len(data.lstrip())].count("\n"))
        joint = " " if self.text[-1:].strip() and data[:1].isspace() else ""
        self.text += joint + " ".join(data.split()) + (" " if data.strip() and data[-1:].isspace() else "")

    def end_text(self) -> None:
        if visible := self.text.strip():
            numbers = tuple(self.numbers)
            block = Block(
                "paragraph", numbers[0], self.line, 0, visible, False, tuple(self.links), numbers=numbers
            )
            self.blocks[-1].append(block)
        self.text, self.links, self.numbers = "", [], []

    def end_item(self) -> None:
        self.end_text()
        children = self.blocks.pop()
        if not children:
            return
        item = Block("item", children[0].first_line, children[-1].last_line, children=tuple(children))
        *others, last = self.blocks[-1] or [item]
        if last.kind == "list":
            self.blocks[-1] = [
                *others,
                replace(last, last_line=item.last_line, children=(*last.children, item)),
            ]
        else:
            self.blocks[-1].append(Block("list", item.first_line, item.last_line, children=(item,)))


def read_html(text: str, first_line: int) -> tuple[Block, ...]:
    """Return what a reader sees of a piece of HTML as blocks; `first_line` is the number of its first line."""
    reader = _Reader(first_line)
    # Of a comment that is never closed the parser takes all but its first line for text.
    comment = text.find("<!--", text.rfind("-->") + 1)
    reader.feed(text[:comment] if comment >= 0 else text)
    reader.close()
    reader.end_text()
    while len(reader.blocks) > 1:
        reader.end_item()
    return tuple(reader.blocks[0])
