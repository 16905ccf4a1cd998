"""What people see on a terminal: tables that fit it, and Markdown as it looks."""

import io
import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern
from minutebook.reports.characters import printable, width
from minutebook.reports.looks import COLORS, Look, paint

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text
    from rich.theme import Theme

Cell = tuple[str, Look]
Row = Sequence[Cell]
_GAP = 2
"""How many columns stand between two of a table."""
_EMPTY_LINES = late_pattern(r"\n(?:(?:\x1b\[[0-9;]*m|[ ])*\n){2,}")  # rich puts some around code
_LINE_END = late_pattern(r"(?<! ) +(?=(?:\x1b\[0m)?$)", re.MULTILINE)
_WIDEST_PROSE = 100
"""Longer lines are hard to read."""
_OUTPUT = late_pattern(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_CODE_MARGINS = 2
"""How many columns rich leaves free beside code."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal that somebody looks at: how many columns it has, and whether it shows colours."""

    width: int
    colored: bool = False

    def paint(self, text: str, look: Look) -> str:
        """Return a text in the colour of what it is about."""
        return paint(text, look, colored=self.colored)

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Row],
        right: Collection[int] = (),
        wrapped: Sequence[tuple[int, int]] = (),
        name: int = 0,
    ) -> str:
        """Draw a table; numbers stand in columns that lean `right`.

        Sentences stand in those that are `wrapped`, each with the columns of the terminal that it needs at least; they
        are wrapped in this order, and one may stand there again with less. Where that is not enough, each row is lines
        of its own, from its `name` on.
        """
        return self.grouped_table(headings, {"": rows}, right, wrapped, name)

    def grouped_table(
        self,
        headings: Sequence[str],
        groups: Mapping[str, Sequence[Row]],
        right: Collection[int],
        wrapped: Sequence[tuple[int, int]],
        name: int = 0,
    ) -> str:
        """Draw a table with the name of each group above its rows."""
        rows = [row for group in groups.values() for row in group]
        widths = self._widths(headings, rows, wrapped)
        draw = (
            partial(self._rows, headings, widths, right) if widths else partial(self._records, headings, name)
        )
        return (f"{draw(())}\n" if widths else "") + "\n\n".join(
            f"{self.paint(printable(title), 'strong')}\n{draw(group)}" if title else draw(group)
            for title, group in groups.items()
        )

    def _widths(
        self, headings: Sequence[str], rows: Sequence[Row], wrapped: Sequence[tuple[int, int]]
    ) -> list[int] | None:
        """Return how wide each column is, None where they have no room beside each other."""
        widths = [
            max(width(printable(text)) for text in (heading, *(row[number][0] for row in rows)))
            for number, heading in enumerate(headings)
        ]
        excess = sum(widths) + _GAP * (len(widths) - 1) - self.width
        for number, least in wrapped:
            least_columns = max(least, *(width(word) for word in printable(headings[number]).split()))
            narrower = min(max(excess, 0), max(widths[number] - least_columns, 0))
            widths[number] -= narrower
            excess -= narrower
        return widths if excess <= 0 else None

    def _rows(
        self, headings: Sequence[str], widths: Sequence[int], right: Collection[int], rows: Sequence[Row]
    ) -> str:
        """Draw the rows of a table, or where there are none its headings."""
        from rich.box import Box
        from rich.table import Table

        # A line below the headings, of a sign that every console has.
        box = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
        table = Table(box=box, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
        table.show_header = not rows
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

    def _records(self, headings: Sequence[str], name: int, rows: Sequence[Row]) -> str:
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

        from minutebook.reports.long_lines import fold

        # Code on a ground of its own is unreadable where the terminal has another one.
        code = dict.fromkeys(("markdown.code", "markdown.code_block"), COLORS["shrunk"])
        columns = min(self.width, _WIDEST_PROSE)
        text = _OUTPUT.sub(lambda match: fold(match[0], columns - _CODE_MARGINS), text)
        drawn = Markdown(text, code_theme="ansi_dark", hyperlinks=False)
        return _EMPTY_LINES.sub("\n\n", self._drawn(drawn, columns, Theme(code)))

    def _drawn(
        self, content: "RenderableType", columns: int | None = None, theme: "Theme | None" = None
    ) -> str:
        console = self._console(columns or self.width, theme)
        console.print(content)
        assert isinstance(console.file, io.StringIO)  # noqa: S101  as it was made
        return _LINE_END.sub("", console.file.getvalue()).rstrip("\n")

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
    return Text(printable(text), style=COLORS.get(look, ""))
