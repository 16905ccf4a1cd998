"""What people see on a terminal: tables that fit it, and Markdown as it looks."""

import io
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from minutebook.records.frozen_class import dataclass
from minutebook.reports.characters import printable

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
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
    ) -> str:
        """Draw a table; numbers stand in columns that lean `right`.

        Sentences stand in those that are `wrapped`, each with the columns of the terminal that it needs at least.
        """
        from rich.box import Box
        from rich.table import Table
        from rich.text import Text

        # A line below the headings, of a sign that every console has.
        box = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
        table = Table(box=box, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
        for number, heading in enumerate(headings):
            table.add_column(
                printable(heading),
                justify="right" if number in right else "left",
                no_wrap=number not in (wrapped or {}),
                min_width=(wrapped or {}).get(number),
                overflow="fold",
            )
        for row in rows:
            table.add_row(*(Text(printable(text), style=_COLORS.get(look, "")) for text, look in row))
        return self._drawn(table)

    def markdown(self, text: str) -> str:
        """Draw Markdown as it looks."""
        from rich.markdown import Markdown
        from rich.theme import Theme

        # Code on a ground of its own is unreadable where the terminal has another one.
        code = dict.fromkeys(("markdown.code", "markdown.code_block"), _COLORS["shrunk"])
        drawn = Markdown(text, code_theme="ansi_dark", hyperlinks=False)
        return self._drawn(drawn, _WIDEST_PROSE, Theme(code))

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
