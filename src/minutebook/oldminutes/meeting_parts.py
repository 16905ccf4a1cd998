"""The tables, counters and actions in the sections of a meeting, and meetings with others in their places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from minutebook.oldminutes.sheet import line_of
from minutebook.records.attendance import NOBODY
from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.meeting import Action, Actions, Block, Meeting, Section, Topic
from minutebook.records.roster import UNASSIGNED
from minutebook.source.edits.actions import OPEN_ACTIONS

Part = Table | Counter | Action
"""What is changed at its line."""
OnePart = TypeVar("OnePart", Table, Counter, Action)
Placed = tuple[str, Table | Counter]
"""A table or counter, with the title above it."""


def with_changed(meeting: Meeting, changed: Mapping[int, Part]) -> Meeting:
    """Return a meeting with other tables, counters and actions in the place of those at their lines."""
    return replace(meeting, root=_with_parts(meeting.root, changed)) if changed else meeting


def _with_parts(section: Section, parts: Mapping[int, Part]) -> Section:
    def as_changed(part: OnePart) -> OnePart:
        changed = parts.get(line_of(part))
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
