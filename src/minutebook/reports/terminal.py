"""What people see on a terminal: tables that fit it, and Markdown as it looks."""

import io
import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from minutebook.records.frozen_class import dataclass
from minutebook.reports.characters import printable, width

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text
    from rich.theme import Theme

Look = Literal["plain", "strong", "overdue", "lapsing", "done", "closed", "grown", "shrunk"]
"""What a text is about, which its colour says; none of them is seen by colour alone."""
Cell = tuple[str, Look]
_COLORS: dict[Look, str] = {
    "strong": "bold",
    "overdue": "bold red",
    "lapsing": "yellow",
    "done": "green",
    "closed": "dim",
    "grown": "magenta",
    "shrunk": "cyan",
}
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "magenta": "35", "cyan": "36"}
_GAP = 2
"""How many columns stand between two of a table."""
_EMPTY_LINES = re.compile(r"\n(?:(?:\x1b\[[0-9;]*m|[ ])*\n){2,}")  # rich puts some around code
_WIDEST_PROSE = 100
"""Longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal that somebody looks at: how many columns it has, and whether it shows colours."""

    width: int
    colored: bool = False

    def paint(self, text: str, look: Look) -> str:
        """Return a text in the colour of what it is about."""
        color = _COLORS.get(look)
        if not color or not self.colored:
            return text
        return f"\x1b[{';'.join(_CODES[word] for word in color.split())}m{text}\x1b[0m"

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        right: Collection[int] = (),
        wrapped: Mapping[int, int] | None = None,
        name: int = 0,
    ) -> str:
        """Draw a table; numbers stand in columns that lean `right`.

        Sentences stand in those that are `wrapped`, each with the columns of the terminal that it needs at least; the
        first of them is wrapped first. Where that is not enough, each row is lines of its own, from its `name` on.
        """
        from rich.box import Box
        from rich.table import Table

        texts = [
            [printable(heading), *(printable(row[number][0]) for row in rows)]
            for number, heading in enumerate(headings)
        ]
        widths = [max(map(width, column)) for column in texts]
        excess = sum(widths) + _GAP * (len(widths) - 1) - self.width
        for number, least in (wrapped or {}).items():
            narrower = min(max(excess, 0), max(widths[number] - least, 0))
            widths[number] -= narrower
            excess -= narrower
        if excess > 0:
            return self._records(headings, rows, name)
        # A line below the headings, of a sign that every console has.
        box = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
        table = Table(box=box, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
        for number, heading in enumerate(headings):
            table.add_column(
                printable(heading),
                justify="right" if number in right else "left",
                width=widths[number],
                overflow="fold",
            )
        for row in rows:
            table.add_row(*map(_cell, row))
        return self._drawn(table)

    def _records(self, headings: Sequence[str], rows: Sequence[Sequence[Cell]], name: int) -> str:
        from rich.table import Table

        records = []
        for row in rows:
            table = Table.grid(padding=(0, _GAP, 0, 0))
            table.add_column(style="bold", overflow="fold")
            table.add_column(overflow="fold")
            lines = list(zip(headings, row, strict=True))
            for heading, cell in (lines[name], *lines[:name], *lines[name + 1 :]):
                if cell[0]:
                    table.add_row(printable(heading), _cell(cell))
            records.append(self._drawn(table))
        return "\n\n".join(records)

    def markdown(self, text: str) -> str:
        """Draw Markdown as it looks."""
        from rich.markdown import Markdown
        from rich.theme import Theme

        # Code on a ground of its own is unreadable where the terminal has another one.
        code = dict.fromkeys(("markdown.code", "markdown.code_block"), _COLORS["shrunk"])
        drawn = Markdown(text, code_theme="ansi_dark", hyperlinks=False)
        return _EMPTY_LINES.sub("\n\n", self._drawn(drawn, _WIDEST_PROSE, Theme(code)))

    def _drawn(
        self, content: "RenderableType", widest: int | None = None, theme: "Theme | None" = None
    ) -> str:
        console = self._console(min(self.width, widest or self.width), theme)
        console.print(content)
        assert isinstance(console.file, io.StringIO)  # noqa: S101  as it was made
        return "\n".join(line.rstrip() for line in console.file.getvalue().rstrip("\n").split("\n"))

    def _console(self, width: int, theme: "Theme | None") -> "Console":
        from rich.console import Console

        return Console(
            file=io.StringIO(),
            width=width,
            force_terminal=self.colored,
            color_system="standard" if self.colored else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            theme=theme,
        )


def _cell(cell: Cell) -> "Text":
    from rich.text import Text

    text, look = cell
    return Text(printable(text), style=_COLORS.get(look, ""))
