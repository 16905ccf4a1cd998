"""What of the meetings before goes on in a meeting: its tables with their rows and columns, its counters, its actions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from minutebook.actions.identity import is_other_action
from minutebook.actions.task_words import task_words
from minutebook.actions.unread_days import find_unread_day
from minutebook.counts.baseline import NO_BASELINE
from minutebook.counts.deltas import measure_table
from minutebook.oldminutes.markdown_blocks import fold
from minutebook.oldminutes.sheet import Stated, line_of
from minutebook.records.figures import Table
from minutebook.records.meeting import Action

_SHARED_LABELS = 0.5
"""Two tables under one title are one if they share this part of the shorter one's labels."""
_NUMBER = re.compile(r"[0-9][\w.-]*")
_TICKET = re.compile(r"\b[A-Z][A-Z0-9]+-[0-9]+\b|#[0-9]+\b")
_MOST_ALIKE = 50
"""Of how many tasks that share a word with another one each is compared; a word that more have says nothing."""


@dataclass(frozen=True, slots=True)
class LastTable:
    """The last state of a table: in which meeting, under which title, what it was, and whether renamed columns went on."""

    day: date
    title: str
    table: Table
    went_on: bool = False


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as it goes on from an earlier one; `is_decided` is false if its deltas agree with several ways to read it."""

    table: Table
    is_decided: bool = True
    labels: Mapping[str, str] = field(default_factory=dict)  # what rows were called, but for case and signs


def look_of(table: Table, title: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """Return what two tables have in common of which one goes on from the other beyond doubt."""
    labels = frozenset(fold(row.label) for row in table.rows)
    # Numbers in a title may be a date or a release.
    return fold(_NUMBER.sub("", title)), labels, frozenset(map(fold, table.columns))


def find_last(table: Table, title: str, last_tables: Iterable[LastTable]) -> LastTable | None:
    """Return the latest table with the title and many of the labels."""
    folded, labels, columns = look_of(table, title)
    alike = []
    for latest in last_tables:
        last_title, last_labels, last_columns = look_of(latest.table, latest.title)
        shared = len(labels & last_labels) / max(min(len(labels), len(last_labels)), 1)
        if last_title == folded and shared >= _SHARED_LABELS:
            # Two under one title may be alike: the later one is likelier, then the one with more of the columns.
            alike.append(((latest.day, len(columns & last_columns), shared), latest))
    return max(alike, key=lambda pair: pair[0])[1] if alike else None


def go_on(table: Table, latest: LastTable | None, stated: Sequence[Stated]) -> TableReading:
    """Return how a table is read: most of the stated deltas tell; of ways that tell alike, the one of the last time."""
    deltas = [statement for statement in stated if statement.kind == "delta" and statement.value is not None]
    if latest is None:
        # Deltas that are the counts themselves are measured from nothing, and not from minutes that are missing.
        from_zero = replace(table, baseline=NO_BASELINE)
        return TableReading(from_zero if deltas and not _wrong(from_zero, None, deltas) else table)
    earlier = latest.table
    labels = _earlier_labels(table, earlier)
    rows = tuple(replace(row, label=labels.get(row.label, row.label)) for row in table.rows)
    table = replace(table, rows=rows)
    deltas = [replace(delta, row=labels.get(delta.row, delta.row)) for delta in deltas]
    candidates = tuple(_candidates(table, earlier))
    wrong = [_wrong(candidate, earlier, deltas) for candidate in candidates]
    nearest = [candidate for candidate, count in zip(candidates, wrong, strict=True) if count == min(wrong)]
    readings = {continues_other(candidate, earlier) for candidate in nearest}
    as_last_time = (reading for reading in nearest if continues_other(reading, earlier) == latest.went_on)
    return TableReading(next(as_last_time, nearest[0]), len(readings) == 1, labels)


class Tasks:
    """The actions of a meeting, found by the words of their tasks."""

    def __init__(self, actions: Sequence[Action]) -> None:
        self.actions = actions
        self._places: dict[str, list[int]] = defaultdict(list)
        for position, action in enumerate(actions):
            for word in _keys(action.task):
                self._places[word].append(position)

    def alike(self, action: Action) -> Iterator[tuple[float, int]]:
        """Yield how much like an action each of those is that may go on with it, and its place."""
        shared = (self._places.get(word, ()) for word in _keys(action.task))
        for position in {position for places in shared if len(places) <= _MOST_ALIKE for position in places}:
            if (likeness := _likeness(action, self.actions[position])) > 0:
                yield likeness, position

    def paired(self, earlier: Sequence[Action]) -> dict[int, int]:
        """Return which action goes on with each of an earlier meeting, both by their places; none does with two."""
        alike = (
            (-likeness, earlier_index, position)
            for earlier_index, action in enumerate(earlier)
            for likeness, position in self.alike(action)
        )
        pairs: dict[int, int] = {}
        used_positions: set[int] = set()
        for _, earlier_index, position in sorted(alike):
            if earlier_index not in pairs and position not in used_positions:
                pairs[earlier_index] = position
                used_positions.add(position)
        return pairs


def is_same_task(task: str, later_task: str) -> bool:
    """Whether two tasks are of one action: they name one ticket, or no two, and share most of their words."""
    (tickets, words), (later_tickets, later_words) = _content(task), _content(later_task)
    if tickets & later_tickets:
        return True
    if tickets and later_tickets:
        return words == later_words
    shared = len(words & later_words)
    return words == later_words or (shared > 1 and 2 * shared >= min(len(words), len(later_words)) + 1)


def said_again(action: Action, actions: Sequence[Action]) -> Action | None:
    """Return which action of its own meeting is the same, such as one of last time that stands below with those of today."""
    task = action.task.casefold().rstrip(".")
    for again in actions:
        # The lower one stands for both, or the one that is closed.
        is_for_both = again.status != "open" or line_of(again) > line_of(action)
        shorter, longer = sorted((task, again.task.casefold().rstrip(".")), key=len)
        is_same = shorter == longer or (len(shorter.split()) > 2 and longer.startswith(shorter))  # noqa: PLR2004
        if again is not action and is_for_both and is_same and not {*action.owners}.isdisjoint(again.owners):
            return again
    return None


# Each task is compared with many.
@lru_cache(1 << 12)
def _content(task: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the tickets and the other words of a task; by when it is to be done says nothing of what."""
    undated = task.replace(find_unread_day(task) or "", "")
    return frozenset(_TICKET.findall(task)), task_words(_TICKET.sub("", undated))


def _likeness(action: Action, later: Action) -> float:
    shared_owner = not set(action.owners).isdisjoint(later.owners)
    if action.task == later.task:
        return 3 + shared_owner
    # To compare letters takes a thousand times as long as to compare words.
    if not is_same_task(action.task, later.task) or is_other_action(later, action):
        return 0
    matcher = SequenceMatcher(None, action.task.lower(), later.task.lower(), autojunk=False)
    return matcher.ratio() + shared_owner


def _keys(task: str) -> set[str]:
    return {task, *task_words(task), *_TICKET.findall(task)}


def _earlier_labels(table: Table, earlier: Table) -> dict[str, str]:
    """Return what each row was called before, if only case, spaces or signs at the end differ."""
    earlier_labels = {fold(row.label): row.label for row in earlier.rows}
    labels = {row.label for row in table.rows}
    return {
        row.label: earlier_labels[fold(row.label)]
        for row in table.rows
        if earlier_labels.get(fold(row.label), row.label) not in labels
    }


def _candidates(table: Table, earlier: Table) -> Iterator[Table]:
    """Yield the ways to read a table whose columns may have been renamed, each as the format writes it."""
    spellings = {fold(name): name for name in earlier.columns}
    columns = tuple(spellings.get(fold(name), name) for name in table.columns)
    new_positions = [position for position, name in enumerate(columns) if name not in earlier.columns]
    gone_names = [name for name in earlier.columns if name not in columns]
    if not (new_positions and gone_names):
        yield table if columns == table.columns else replace(table, continues=columns)
        return
    yield replace(table, continues=columns)
    continued = list(columns)
    # Renamed columns keep their order: the first new one continues the first that is gone.
    for position, name in zip(new_positions, gone_names, strict=False):
        continued[position] = name
    yield replace(table, continues=tuple(continued))


def continues_other(table: Table, earlier: Table) -> bool:
    """Whether some column of a table continues one with another name."""
    if table.baseline is not None or table.continues is None:
        return False
    pairs = zip(table.continues, table.columns, strict=True)
    return not {name for name, column in pairs if name != column}.isdisjoint(earlier.columns)


def _wrong(table: Table, earlier: Table | None, deltas: Sequence[Stated]) -> int:
    """Return how many of the stated deltas are not those of a table."""
    from_zero = table.baseline == NO_BASELINE
    measured = measure_table(table, None if from_zero else earlier, from_zero=from_zero)
    computed = {
        (label, column): cell.delta
        for label, cells in measured.rows
        for column, cell in zip(measured.columns, cells, strict=True)
    }
    return sum(computed.get((delta.row, delta.column)) != delta.value for delta in deltas)
