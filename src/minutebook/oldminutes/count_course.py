"""The tables and counters of a sheet as they go on from those of the meetings before."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace

from minutebook.counts.table_ids import new_table_id
from minutebook.oldminutes.continuity import LastTable, find_last, fold_title, go_on, look_of
from minutebook.oldminutes.judgement import reading_decisions
from minutebook.oldminutes.meeting_parts import Placed, placed_counts, with_changed
from minutebook.oldminutes.old_counters import fold_counter_label
from minutebook.oldminutes.sheet import Decision, Sheet, Stated, line_of
from minutebook.records.figures import Counter, Table
from minutebook.records.meeting import Meeting


def continue_counts(
    sheet: Sheet, last_tables: Mapping[str, LastTable], last_labels: Mapping[str, str]
) -> tuple[Meeting, tuple[Placed, ...], list[Decision], tuple[Stated, ...]]:
    """Return the meeting of a sheet with the ids of its tables, and what its tables, rows and counters continue.

    So are the counts that stay in its prose; what is stated names the rows as they are called now.
    """
    decisions: list[Decision] = []
    statements = {
        (statement.line, statement.kind, statement.row, statement.column): statement
        for statement in sheet.stated
    }
    stated_of: dict[int, list[Stated]] = defaultdict(list)
    for statement in sheet.stated:
        stated_of[statement.record].append(statement)
    same_looks = _same_looks(last_tables)
    tables: dict[int, Table] = {}
    continued_ids, taken_ids = set[str](), {*last_tables}
    in_sections = [
        (titles[-1] if titles else "", record)
        for titles, record in (*placed_counts(sheet.meeting.root), *sheet.loose)
        if isinstance(record, Table)
    ]
    loose_lines = {line_of(record) for _, record in sheet.loose}
    folded_titles = {fold_title(title) for title, _ in in_sections}
    for title, table in in_sections:
        ids = same_looks.get(look_of(table, title), iter(()))
        unused = (earlier for name, earlier in last_tables.items() if name not in continued_ids)
        last_id = next((table_id for table_id in ids if table_id not in continued_ids), None)
        last_table = last_tables[last_id] if last_id else find_last(table, title, folded_titles, unused)
        name = last_table.table.id if last_table else new_table_id(title, taken_ids)
        continued_ids.add(name)
        taken_ids.add(name)
        own_statements = stated_of[line_of(table)]
        reading = go_on(replace(table, id=name), last_table, own_statements)
        tables[line_of(table)] = reading.table
        for statement in own_statements:
            if (label := (reading.labels or {}).get(statement.row)) is not None:
                key = (statement.line, statement.kind, statement.row, statement.column)
                statements[key] = replace(statement, row=label)
        if line_of(table) not in loose_lines:
            decisions += reading_decisions(sheet, table, reading)
    renamed = {
        line_of(counter): replace(counter, continues=label)
        for counter in sheet.meeting.counters
        if (label := _earlier_label(counter, last_labels))
    }
    loose = tuple((titles, _continue(record, tables, last_labels)) for titles, record in sheet.loose)
    meeting = with_changed(sheet.meeting, {**tables, **renamed})
    return meeting, loose, decisions, tuple(statements.values())


def _same_looks(last_tables: Mapping[str, LastTable]) -> dict[Hashable, Iterator[str]]:
    """Return the tables of the newest meeting by their look: among thousands each is found without a search."""
    newest_day = max((last.day for last in last_tables.values()), default=None)
    ids_by_look: dict[Hashable, list[str]] = defaultdict(list)
    for table_id, last_table in last_tables.items():
        if last_table.day == newest_day and last_table.table.rows:
            ids_by_look[look_of(last_table.table, last_table.title)].append(table_id)
    return {look: iter(ids) for look, ids in ids_by_look.items()}


def _continue(
    record: Table | Counter, tables: Mapping[int, Table], last_labels: Mapping[str, str]
) -> Table | Counter:
    if isinstance(record, Table):
        return tables[line_of(record)]
    return replace(record, continues=_earlier_label(record, last_labels))


def _earlier_label(counter: Counter, last_labels: Mapping[str, str]) -> str | None:
    label = last_labels.get(fold_counter_label(counter.label))
    return label if label != counter.label else None
