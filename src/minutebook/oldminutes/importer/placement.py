"""Where the parts of minutes stand, of which some have no title, and what level that gives to the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from minutebook.oldminutes.importer.values import Part

DEEPEST = 6
"""The last level of headings."""


def placed(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Put what has no title of its own behind the last part before it, where it is read in its order."""
    made: list[Part] = []
    for part in parts:
        if part.title is None and made and made[-1].title is not None:
            made[-1] = _behind(made[-1], part)
        else:
            made.append(part)
    return tuple(made)


def misplaced(parts: Iterable[Part], right: Mapping[int, int], level: int = 2) -> Iterator[int]:
    """Yield the lines of headings that would get another level than the outline wants, below one that stays prose."""
    for part in parts:
        if part.title is not None and min(level, DEEPEST) != right[part.line]:
            yield part.line
        yield from misplaced(part.parts, right, level + (part.title is not None))


def _behind(part: Part, other: Part) -> Part:
    last = part.parts[-1] if part.parts else None
    if last and last.title is not None:
        return replace(part, parts=(*part.parts[:-1], _behind(last, other)))
    return replace(part, parts=(*part.parts, other))
