"""Tables drawn by tabulate, the same bytes on every machine."""

from collections.abc import Collection, Sequence

from minutebook.records.module_stand_ins import stand_in_for

with stand_in_for("importlib.metadata", version=lambda _: "unknown", PackageNotFoundError=ImportError):
    import tabulate


def draw_pipes(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> str:
    """Draw a GFM table of cells that are Markdown already; `right` are the columns that lean to the right."""
    line, heading, *lines = _draw((), [headings, *rows], "github", right).split("\n", 2)
    # As people write it by hand: with a space on either side of a cell, as in the other lines.
    widths = [len(dashes) - 2 for dashes in line.strip("|").split("|")]
    cells = [
        f"{'-' * max(width - 1, 1)}:" if number in right else "-" * width
        for number, width in enumerate(widths)
    ]
    return "\n".join((heading, f"| {' | '.join(cells)} |", *lines))


def draw_columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a table for a terminal."""
    return _draw(headings, rows, "simple")


def _draw(
    headings: Sequence[str], rows: Sequence[Sequence[str]], style: str, right: Collection[int] = ()
) -> str:
    # tabulate looks at the type of each cell, which takes longer than to draw them. In one row of many lines it has a
    # cell for each column.
    columns = ["".join(f"{cell.strip()}\n" for cell in cells) for cells in zip(*rows, strict=True)]
    is_of_lines = all(len(column.splitlines()) == len(rows) for column in columns)
    # tabulate counts wide characters double where wcwidth happens to be installed, and widens headings by its
    # MIN_PADDING; the bytes of minutes must depend on neither.
    tabulate.MIN_PADDING, tabulate.WIDE_CHARS_MODE = 0, False
    return tabulate.tabulate(
        [columns] if columns and is_of_lines else rows,
        headings,
        tablefmt=style,
        disable_numparse=True,
        colalign=["right" if number in right else "left" for number in range(len(columns))],
        preserve_whitespace=is_of_lines,
    )
