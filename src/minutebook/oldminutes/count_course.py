"""The tables and counters of a sheet as they go on from those of the meetings before."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from minutebook.counts.table_ids import new_table_id
from minutebook.oldminutes.continuity import LastTable, find_last, go_on, look_of
from minutebook.oldminutes.judgement import reading_decisions
from minutebook.oldminutes.line_records import fold_counter_label
from minutebook.oldminutes.meeting_parts import Placed, placed_counts, with_changed
from minutebook.oldminutes.sheet import Decision, Sheet, Stated, line_of
from minutebook.records.figures import Counter
from minutebook.records.meeting import Meeting


def continue_counts(
    sheet: Sheet, last_tables: Mapping[str, LastTable], last_labels: Mapping[str, str]
) -> tuple[Meeting, tuple[Placed, ...], list[Decision], tuple[Stated, ...]]:
    """Return the meeting of a sheet with the ids of its tables, and what its tables, rows and counters continue."""
    decisions: list[Decision] = []
    stated_of: dict[int, list[Stated]] = defaultdict(list)
    for statement in sheet.stated:
        stated_of[statement.record].append(statement)
    in_records = tuple(placed_counts(sheet.meeting.root))
    records = (*in_records, *sheet.loose)  # the counts that stay in its prose go on as well
    same_looks = _same_looks(last_tables)
    continued, continued_ids, taken_ids = list[Placed](), set[str](), {*last_tables}
    for title, record in records:
        if isinstance(record, Counter):
            label = last_labels.get(fold_counter_label(record.label))
            continued.append((title, replace(record, continues=label if label != record.label else None)))
            continue
        ids = same_looks.get(look_of(record, title), iter(()))
        unused = (earlier for name, earlier in last_tables.items() if name not in continued_ids)
        last_id = next((table_id for table_id in ids if table_id not in continued_ids), None)
        last_table = last_tables[last_id] if last_id else find_last(record, title, unused)
        name = last_table.table.id if last_table else new_table_id(title, taken_ids)
        continued_ids.add(name)
        taken_ids.add(name)
        line = line_of(record)
        statements = stated_of[line]
        reading = go_on(replace(record, id=name), last_table, statements)
        labels = reading.labels
        # What is stated names the rows as they are called now.
        stated_of[line] = [replace(each, row=labels.get(each.row, each.row)) for each in statements]
        continued.append((title, reading.table))
        if len(continued) <= len(in_records):
            decisions += reading_decisions(sheet, record, reading)
    changed = {line_of(record): record for _, record in continued[: len(in_records)]}
    loose = tuple(continued[len(in_records) :])
    return with_changed(sheet.meeting, changed), loose, decisions, tuple(chain(*stated_of.values()))


def _same_looks(last_tables: Mapping[str, LastTable]) -> dict[Hashable, Iterator[str]]:
    """Return the tables of the newest meeting by their look: among thousands each is found without a search."""
    newest_day = max((last.day for last in last_tables.values()), default=None)
    ids_by_look: dict[Hashable, list[str]] = defaultdict(list)
    for table_id, last_table in last_tables.items():
        if last_table.day == newest_day and last_table.table.rows:
            ids_by_look[look_of(last_table.table, last_table.title)].append(table_id)
    return {look: iter(ids) for look, ids in ids_by_look.items()}
