"""The tables, counters and actions in the sections of a meeting, and meetings with others in their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from minutebook.oldminutes.sheet import line_of, titled, with_actions
from minutebook.records.attendance import NOBODY
from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.meeting import Action, Actions, Meeting, Section, counts_and_actions
from minutebook.source.edits.actions import OPEN_ACTIONS

Placed = tuple[tuple[str, ...], Table | Counter]
"""A table or counter, with the titles above it."""


def with_root(meeting: Meeting, root: Section) -> Meeting:
    """Return a meeting with another root, and so with other tables, counters and actions."""
    tables, counters, actions = counts_and_actions(root)
    return replace(meeting, root=root, tables=tables, counters=counters, actions=actions)


def with_changed(meeting: Meeting, changed: Mapping[int, Action]) -> Meeting:
    """Return a meeting with other actions in the place of those at their lines."""
    return with_root(meeting, with_actions(meeting.root, changed)) if changed else meeting


def with_counts(section: Section, tables: Mapping[int, Table], counters: Mapping[int, str]) -> Section:
    """Return a section with other tables at their lines, and with what its counters continue."""
    blocks = tuple(
        tables[line_of(block)]
        if isinstance(block, Table)
        else Counters(tuple(_renamed(counter, counters) for counter in block.counters))
        if isinstance(block, Counters)
        else block
        for block in section.blocks
    )
    return replace(
        section,
        blocks=blocks,
        sections=tuple(with_counts(nested, tables, counters) for nested in section.sections),
    )


def _renamed(counter: Counter, labels: Mapping[int, str]) -> Counter:
    return replace(counter, continues=labels.get(line_of(counter)))


def with_carried(meeting: Meeting, lost: Sequence[Action]) -> Meeting:
    """Return a meeting with actions at its end that it lacks."""
    if not lost:
        return meeting
    actions = tuple(
        replace(action, key_path=(-1 - position,), typed=None) for position, action in enumerate(lost)
    )
    section = Section((0,), OPEN_ACTIONS, (Actions(actions),), ())
    return with_root(meeting, replace(meeting.root, sections=(*meeting.root.sections, section)))


def counts_of(meeting: Meeting, loose: Sequence[Placed] = ()) -> Meeting:
    """Return a meeting with its counts alone, and with those that stand in its prose."""
    root = replace(meeting.root, blocks=(), sections=(), attendance=NOBODY)
    tables = (*meeting.tables, *(record for _, record in loose if isinstance(record, Table)))
    counters = (*meeting.counters, *(record for _, record in loose if isinstance(record, Counter)))
    return replace(
        meeting,
        root=root,
        tables=tables,
        counters=counters,
        actions=(),
        header=(),
    )


def placed_counts(root: Section) -> Iterator[Placed]:
    """Yield the tables and counters of a meeting, each with the titles above it."""
    for titles, section in titled(root):
        for block in section.blocks:
            if isinstance(block, Table):
                yield titles, block
            elif isinstance(block, Counters):
                yield from ((titles, counter) for counter in block.counters)
