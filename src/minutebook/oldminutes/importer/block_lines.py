"""The lines of the file that a block is made from."""

from collections.abc import Collection, Iterator

from minutebook.oldminutes.importer.values import (
    Actions,
    Block,
    Counters,
    Duties,
    Prose,
    Sheet,
    TableBlock,
    Topic,
)


def lines_of(block: Block) -> Iterator[int]:
    """Yield the numbers of all lines that a block is made from."""
    match block:
        case Prose():
            yield from (number for number, _ in block.lines)
        case _:
            for lines in separable_lines(block):
                yield from sorted(lines)


def separable_lines(block: Block) -> Iterator[set[int]]:
    """Yield the lines of each duty, counter, table, action item or topic, which can become prose by itself."""
    match block:
        case Prose():
            return
        case TableBlock():
            yield set(range(block.line, block.last_line + 1))
        case Actions():
            # The actions of a topic can become prose one by one; then they are among its notes.
            for member in block.members:
                if isinstance(member, Topic):
                    yield {member.line, *(number for number, _ in member.notes)}
                    yield from (set(action.lines) for action in member.actions)
                else:
                    yield set(member.lines)
        case Counters():
            yield from ({counter.line} for counter in block.counters)
        case Duties():
            yield from ({duty.line} for duty in block.duties)


def lines_to_keep(sheet: Sheet, lines: Collection[int]) -> frozenset[int]:
    """Return all lines that must become prose so that some lines are kept as they stand."""
    separable = [
        group for section in sheet.root.walk() for block in section.blocks for group in separable_lines(block)
    ]
    separable += [{section.line} for section in sheet.root.walk() if section.title is not None]
    return frozenset(number for group in separable if not group.isdisjoint(lines) for number in group)
