"""A table of counts with their deltas, as the minutes have it."""

from minutebook.counts.deltas import TableWithDeltas
from minutebook.minutes import layout
from minutebook.minutes.markdown import escape
from minutebook.records.figures import TOTAL
from minutebook.records.series import Style


def count_table(table: TableWithDeltas, style: Style) -> str:
    """Return a table of counts with their deltas as Markdown."""
    # Importing tabulate costs 25 ms, which minutes without a table need not.
    from minutebook.minutes.tables import draw_pipes

    # Said in each of several headings, it would make the table three times as wide.
    shared_since = table.since if len(table.columns) > 1 else None
    wording = style.wording
    delta_heading = layout.delta_heading(None if shared_since else table.since, wording)
    has_totals = table.table.totals is not None
    names = {TOTAL: escape(wording.total)} if has_totals else {}
    headings = [
        heading for column in table.columns for heading in (names.get(column, escape(column)), delta_heading)
    ]
    rows = []
    for label, counts in table.rows:
        cells = [
            cell for count in counts for cell in (_count(count.value), layout.delta_text(count, style=style))
        ]
        rows.append([*cells, names.get(label, escape(label))])
    lines = [[*headings, escape(table.table.labels or wording.state)], *rows]
    right = range(len(headings)) if style.numbers == "right" else range(0)
    if style.labels == "first":
        lines = [[line[-1], *line[:-1]] for line in lines]
        right = range(right.start + 1, right.stop + 1) if right else right
    drawn = draw_pipes(lines[0], lines[1:], right)
    return f"{drawn}\n\n{layout.since_line(shared_since, style)}" if shared_since else drawn


def _count(count: int | None) -> str:
    return layout.count_text(count, unknown="")
