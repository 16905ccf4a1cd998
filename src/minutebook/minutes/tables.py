"""Tables drawn by tabulate, the same bytes on every machine."""

from collections.abc import Sequence

import tabulate

# As people write them by hand: a space on either side of a cell, also in the line below the headings.
_PIPES = tabulate.TableFormat(
    lineabove=None,
    linebelowheader=tabulate.Line("| ", "-", " | ", " |"),
    linebetweenrows=None,
    linebelow=None,
    headerrow=tabulate.DataRow("| ", " | ", " |"),
    datarow=tabulate.DataRow("| ", " | ", " |"),
    padding=0,
    with_header_hide=None,
)


def draw_pipes(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a GFM table of cells that are Markdown already."""
    return _draw(headings, rows, _PIPES)


def draw_columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a table for a terminal."""
    return _draw(headings, rows, "simple")


def _draw(headings: Sequence[str], rows: Sequence[Sequence[str]], style: tabulate.TableFormat | str) -> str:
    # tabulate counts wide characters double where wcwidth happens to be installed, and widens headings by its
    # MIN_PADDING; the bytes of minutes must depend on neither.
    tabulate.MIN_PADDING, tabulate.WIDE_CHARS_MODE = 0, False
    return tabulate.tabulate(
        rows, headings, tablefmt=style, disable_numparse=True, stralign="left", colglobalalign="left"
    )
