"""Rules about the columns of tables, which are found in the meeting before by their names."""

import re
from collections.abc import Iterator, Sequence

from minutebook.counts.baseline import TableBaseline, find_table_baseline
from minutebook.records.answer import ok_line
from minutebook.records.history import History
from minutebook.records.likeness import most_alike
from minutebook.records.meeting import Meeting, Table
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.rules.renames import choices, describe_change, describe_missing
from minutebook.rules.repeats import repeated
from minutebook.rules.typography import has_typographic_quotes
from minutebook.source.yaml.writer import write_inline

_VERSION = re.compile(r"[^0-9]*([0-9]+(?:\.[0-9]+)*)[^0-9]*")


@HISTORY.rule("column-renamed")
def renamed_columns_are_named(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A table whose columns changed must say what they continue."""
    for table in meeting.tables:
        baseline = find_table_baseline(history, meeting, table)
        if not baseline or _says_what_it_is(table):
            continue
        added, dropped = _added(table, baseline.table), _dropped(table, baseline.table)
        if added and dropped:
            change = describe_change("column", added, dropped, baseline.meeting.date)
            pronoun = "it was" if len(added) == 1 else "they were"
            message = f"{change}: the table must say whether {pronoun} renamed"
            hint = choices("Under `columns`, write one of:", _lines(meeting, table, baseline))
            yield Finding((*table.key_path, "columns"), message, hint=hint, record=table.record)


@HISTORY.rule("column-absent", severity="warning")
def columns_stay(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A column of the meeting before should stand in this one, too."""
    for table in meeting.tables if meeting.held else ():
        baseline = find_table_baseline(history, meeting, table)
        if not baseline or _says_what_it_is(table):
            continue
        dropped = _dropped(table, baseline.table)
        if dropped and not _added(table, baseline.table):
            message = describe_missing("column", dropped, baseline.meeting.date)
            hint = f"Write what is missing. If it is gone for good, write below it: {ok_line(meeting.answers, table.key_path, 'column-absent')}"
            yield Finding((*table.key_path, "columns"), message, hint=hint, record=table.record, on_key=True)


@HISTORY.rule("continues-unknown")
def continued_columns_exist(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What a table's columns continue must be columns of its baseline."""
    for table in meeting.tables:
        if table.continues is None:
            continue
        key_path = (*table.key_path, "continues")
        baseline = find_table_baseline(history, meeting, table)
        if not baseline and table.baseline is None:
            message = "no earlier meeting has this table, so there is nothing to continue"
            hint = "Delete `continues`, or name the earlier table: baseline: ID"
            yield Finding(key_path, message, hint=hint, record=table.record, on_key=True)
        for index, name in enumerate(table.continues):
            if baseline and name not in baseline.table.columns and name != table.columns[index]:
                message = f"the table {baseline.table.id} of {baseline.meeting.date} has no column '{name}'"
                hint = f"Its columns were: {', '.join(baseline.table.columns)}"
                yield Finding((*key_path, index), message, hint=hint, record=table.record)


@MEETING.rule("continues-twice")
def columns_continue_different_ones(meeting: Meeting) -> Iterator[Finding]:
    """Two columns must not continue the same one, whose counts would be taken off twice."""
    for table in meeting.tables:
        for index, name in repeated(enumerate(table.continues or ()), lambda numbered: numbered[1]):
            message = f"another column is measured against '{name}' already"
            hint = "Only one of them can continue it; for the other one write its own name."
            yield Finding((*table.key_path, "continues", index), message, hint=hint, record=table.record)


def _says_what_it_is(table: Table) -> bool:
    """Whether nobody has to be asked about the columns, or they have other faults."""
    return table.continues is not None or table.baseline is not None or has_typographic_quotes(table)


def _added(table: Table, earlier: Table) -> list[str]:
    return [name for name in table.columns if name not in earlier.columns]


def _dropped(table: Table, earlier: Table) -> list[str]:
    return [name for name in earlier.columns if name not in table.columns]


def _lines(meeting: Meeting, table: Table, baseline: TableBaseline) -> Iterator[str]:
    """Yield the lines to choose from, the likeliest first."""
    renamed = f"continues: {write_inline(_earlier_names(table, baseline.table))}"
    as_named = f"continues: {write_inline(list(table.columns))}"
    comment = "   # what is new is new"
    yield from (
        (f"{as_named}{comment}", renamed)
        if _moves_on(table, baseline.table)
        else (renamed, f"{as_named}{comment}")
    )
    yield "baseline: none   # all counts from 0"
    current_ids = {candidate.id for candidate in meeting.tables}
    ids = [candidate.id for candidate in baseline.meeting.tables if candidate.id != baseline.table.id]
    for other_id in sorted(ids, key=lambda other_id: other_id in current_ids)[:1]:
        yield f"baseline: {other_id}   # measured against that table"


def _earlier_names(table: Table, earlier: Table) -> list[str]:
    """Return what the columns were likely called, in their order: each new one the one that is most like it."""
    dropped = _dropped(table, earlier)
    names = []
    for name in table.columns:
        if name not in earlier.columns and dropped:
            names.append(most_alike(name, dropped)[0])
            dropped.remove(names[-1])
        else:
            names.append(name)
    return names


def _moves_on(table: Table, earlier: Table) -> bool:
    """Whether the lowest versions made place for higher ones, as where 3.9 to 3.11 become 3.10 to 3.12."""
    kept = _versions([name for name in table.columns if name in earlier.columns])
    added, dropped = _versions(_added(table, earlier)), _versions(_dropped(table, earlier))
    if not (all(added) and all(dropped)):
        return False
    versions = [version for version in kept if version]
    return bool(versions) and max(dropped) < min(versions) and max(versions) < min(added)


def _versions(names: Sequence[str]) -> list[tuple[int, ...]]:
    """Return names as versions; one that is none is an empty one."""
    matches = (_VERSION.fullmatch(name) for name in names)
    return [tuple(map(int, match[1].split("."))) if match else () for match in matches]
