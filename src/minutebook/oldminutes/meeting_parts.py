"""The tables, counters and actions in the sections of a meeting: others in their places, and counts that go on from before."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from minutebook.counts.table_ids import new_table_id
from minutebook.oldminutes.continuity import LastTable, TableReading, find_last, go_on, look_of
from minutebook.oldminutes.line_records import fold_counter_label
from minutebook.oldminutes.sheet import Decision, Sheet, Stated, line_of
from minutebook.records.attendance import NOBODY
from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.meeting import Action, Actions, Block, Meeting, Section, Topic
from minutebook.records.problem import KeyPath
from minutebook.records.roster import UNASSIGNED
from minutebook.source.edits.actions import OPEN_ACTIONS

Part = Table | Counter | Action
"""What is changed at its key path."""
OnePart = TypeVar("OnePart", Table, Counter, Action)
Placed = tuple[str, Table | Counter]
"""A table or counter, with the title above it."""


def with_changed(meeting: Meeting, changed: Mapping[KeyPath, Part]) -> Meeting:
    """Return a meeting with other tables, counters and actions in the place of those at their key paths."""
    return replace(meeting, root=_with_parts(meeting.root, changed)) if changed else meeting


def _with_parts(section: Section, parts: Mapping[KeyPath, Part]) -> Section:
    def as_changed(part: OnePart) -> OnePart:
        changed = parts.get(part.key_path)
        return changed if isinstance(changed, type(part)) else part

    blocks: list[Block] = []
    for block in section.blocks:
        match block:
            case Table():
                blocks.append(as_changed(block))
            case Counters():
                blocks.append(Counters(tuple(map(as_changed, block.counters))))
            case Actions():
                blocks.append(with_actions(block, as_changed))
            case _:
                blocks.append(block)
    sections = tuple(_with_parts(nested, parts) for nested in section.sections)
    return replace(section, blocks=tuple(blocks), sections=sections)


def with_actions(actions: Actions, change: Callable[[Action], Action]) -> Actions:
    """Return actions and topics with another action in the place of each."""
    return Actions(
        tuple(
            replace(listed, actions=tuple(map(change, listed.actions)))
            if isinstance(listed, Topic)
            else change(listed)
            for listed in actions.listed
        )
    )


def below_title(content: Block, owner: str | None, *, is_closed: bool) -> Block:
    """Return content as it is below somebody's name, whose are the actions of nobody else, or a title that says that they are done."""

    def as_below(action: Action) -> Action:
        owners = (owner,) if owner and action.owners == (UNASSIGNED,) else action.owners
        status = "done" if is_closed and action.status == "open" else action.status
        return replace(action, owners=owners, status=status)

    return with_actions(content, as_below) if isinstance(content, Actions) else content


def with_carried(meeting: Meeting, lost: Sequence[Action]) -> Meeting:
    """Return a meeting with actions at its end that it lacks."""
    if not lost:
        return meeting
    actions = tuple(replace(action, key_path=(-line,), typed=None) for line, action in enumerate(lost, 1))
    section = Section((0,), OPEN_ACTIONS, (Actions(actions),), ())
    return replace(meeting, root=replace(meeting.root, sections=(*meeting.root.sections, section)))


def counts_of(meeting: Meeting, loose: Sequence[Placed] = ()) -> Meeting:
    """Return a meeting with its counts alone, and with those that stand in its prose."""
    records = [record for _, record in (*placed_counts(meeting.root), *loose)]
    tables = (record for record in records if isinstance(record, Table))
    counters = tuple(record for record in records if isinstance(record, Counter))
    root = replace(meeting.root, blocks=(*tables, Counters(counters)), sections=(), attendance=NOBODY)
    return replace(meeting, root=root, header=())


def placed_counts(root: Section) -> Iterator[Placed]:
    """Yield the tables and counters of a meeting, each with the title above it."""
    for titles, section in root.headed():
        for block in section.blocks:
            records = block.counters if isinstance(block, Counters) else (block,)
            title = "".join(titles[-1:])
            yield from ((title, record) for record in records if isinstance(record, Table | Counter))


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
            decisions += _reading_decisions(sheet, record, reading)
    changed = {record.key_path: record for _, record in continued[: len(in_records)]}
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


def _reading_decisions(sheet: Sheet, table: Table, reading: TableReading) -> Iterator[Decision]:
    """Yield what was decided about how a table goes on."""
    lines = {row.label: line_of(row) for row in table.rows}
    for old_label, label in reading.labels.items():
        yield Decision(sheet.path, lines[old_label], "label as before", old_label, label)
    if not reading.is_decided:
        chosen = f"continues: {', '.join(reading.table.continues or ())}"
        quoted = sheet.line(line_of(table)).strip()
        yield Decision(sheet.path, line_of(table), "columns undecided", quoted, chosen)
