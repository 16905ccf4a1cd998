"""The lines that a piece of minutes is made from."""

from collections.abc import Collection, Iterator

from minutebook.oldminutes.importer.values import Drawn, Group, Items, Piece, Sheet, Text


def lines_of(piece: Piece) -> Iterator[int]:
    """Yield the numbers of the lines that a piece is made from."""
    match piece:
        case Text():
            yield from (at for at, _ in piece.lines)
        case Drawn():
            yield from range(piece.line, piece.last + 1)
        case Items():
            for entry in piece.entries:
                if isinstance(entry, Group):
                    yield entry.line
                    yield from (at for at, _ in entry.notes)
                    for one in entry.items:
                        yield from one.own
                else:
                    yield from entry.own
        case _:
            yield from (entry.line for entry in piece.entries)


def units(piece: Piece) -> Iterator[set[int]]:
    """Yield the lines of each part of a piece that can be taken for prose by itself."""
    match piece:
        case Text():
            return
        case Drawn():
            yield set(lines_of(piece))
        case Items():
            for entry in piece.entries:
                if isinstance(entry, Group):
                    yield {entry.line, *(at for at, _ in entry.notes)}
                    yield from (set(one.own) for one in entry.items)
                else:
                    yield set(entry.own)
        case _:
            yield from ({entry.line} for entry in piece.entries)


def units_at(sheet: Sheet, lines: Collection[int]) -> frozenset[int]:
    """Return the lines of all that was made from some lines and can be taken for prose."""
    groups = [unit for part in sheet.root.walk() for piece in part.pieces for unit in units(piece)]
    groups += [{part.line} for part in sheet.root.walk() if part.title is not None]
    return frozenset(line for group in groups if not group.isdisjoint(lines) for line in group)
