"""Tables drawn by tabulate, the same bytes on every machine."""

from collections.abc import Collection, Sequence

from minutebook.records.stand_ins import stand_in_for

with stand_in_for("importlib.metadata", version=lambda _: "unknown", PackageNotFoundError=ImportError):
    import tabulate


def _line_below_headings(widths: Sequence[int], alignments: Sequence[str]) -> str:
    """Return the line that parts the headings from the rows; a colon says that a column leans to the right."""
    right = {number for number, alignment in enumerate(alignments) if alignment == "right"}
    cells = [
        f"{'-' * max(width - 1, 1)}:" if number in right else "-" * width
        for number, width in enumerate(widths)
    ]
    return f"| {' | '.join(cells)} |"


# As people write them by hand: a space on either side of a cell, also in the line below the headings.
_PIPES = tabulate.TableFormat(
    lineabove=None,
    linebelowheader=_line_below_headings,
    linebetweenrows=None,
    linebelow=None,
    headerrow=tabulate.DataRow("| ", " | ", " |"),
    datarow=tabulate.DataRow("| ", " | ", " |"),
    padding=0,
    with_header_hide=None,
)


def draw_pipes(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> str:
    """Draw a GFM table of cells that are Markdown already; `right` are the columns that lean to the right."""
    return _draw(headings, rows, _PIPES, right)


def draw_columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a table for a terminal."""
    # tabulate looks at the type of each cell, which of thousands of rows takes longer than to draw them. In one row of
    # many lines it has a cell for each column.
    columns = ["".join(f"{cell.strip()}\n" for cell in cells) for cells in zip(*rows, strict=True)]
    is_of_lines = all(len(column.splitlines()) == len(rows) for column in columns)
    return _draw(headings, [columns] if columns and is_of_lines else rows, "simple", is_stripped=is_of_lines)


def _draw(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    style: tabulate.TableFormat | str,
    right: Collection[int] = (),
    *,
    is_stripped: bool = False,
) -> str:
    # tabulate counts wide characters double where wcwidth happens to be installed, and widens headings by its
    # MIN_PADDING; the bytes of minutes must depend on neither.
    tabulate.MIN_PADDING, tabulate.WIDE_CHARS_MODE = 0, False
    alignments = ["right" if number in right else "left" for number in range(len(headings))]
    return tabulate.tabulate(
        rows,
        headings,
        tablefmt=style,
        disable_numparse=True,
        stralign="left",
        colalign=alignments,
        preserve_whitespace=is_stripped,
    )
