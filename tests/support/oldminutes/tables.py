"""Small tables of counts in minutes, read with what an earlier meeting counted."""

from datetime import timedelta

from minutebook.oldminutes.importer.column_renames import TableReading
from minutebook.oldminutes.importer.count_history import CountHistory, read_tables
from support.oldminutes.sheets import DAY, sheet_of
from support.samples import meeting

NO_HISTORY = CountHistory()
WEEK_BEFORE = DAY - timedelta(weeks=1)
ROWS = "    rows: {open: [10, 20], closed: [3, 4]}\n"


def history_of_table(
    columns: str = "[Old, Same]", rows: str = ROWS, *, title: str = "Issues", name: str = "issues"
) -> CountHistory:
    """Return the history after one meeting with one table."""
    table = (
        f"  - title: {title}\n    table:\n      id: {name}\n      labels: State\n      columns: {columns}\n"
    )
    text = f"date: {WEEK_BEFORE}\nsections:\n{table}{rows.replace('    rows', '      rows')}"
    return NO_HISTORY.with_meeting(meeting(text))


def table_text(heading_row: str, *rows: str, title: str = "Issues") -> str:
    """Return a section with a table."""
    columns = heading_row.count("|") - 1
    return "\n".join([f"## {title}", "", heading_row, "|" + "---|" * columns, *rows, ""])


def renamed_table(open_row: tuple[int, str], closed_row: tuple[int, str]) -> str:
    """Return a table whose first column was renamed, with the counts and deltas of its rows."""
    return table_text(
        "| State | New | Delta | Same | Delta |",
        f"| open | {open_row[0]} | {open_row[1]} | 20 | 0 |",
        f"| closed | {closed_row[0]} | {closed_row[1]} | 4 | 0 |",
    )


def readings_of(text: str, history: CountHistory = NO_HISTORY) -> list[TableReading]:
    """Return how the tables of some minutes are read."""
    return list(read_tables(sheet_of(f"# Weekly\n\n{text}"), history).values())


def reading_of(text: str, history: CountHistory = NO_HISTORY) -> TableReading:
    """Return how the only table of some minutes is read."""
    (reading,) = readings_of(text, history)
    return reading
