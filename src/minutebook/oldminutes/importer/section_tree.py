"""Where sections stand when some have no title, and at which level that puts the headings of the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from minutebook.oldminutes.importer.values import Section

DEEPEST = 6
"""The last level of headings."""


def nest_untitled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Put each section without a title at the end of the titled one before it, so that the text keeps its order."""
    nested: list[Section] = []
    for section in sections:
        if section.title is None and nested and nested[-1].title is not None:
            # The format has sections without a title only before their titled siblings.
            nested[-1] = _append_inside(nested[-1], section)
        else:
            nested.append(section)
    return tuple(nested)


def wrong_levels(sections: Iterable[Section], levels: Mapping[int, int], level: int = 2) -> Iterator[int]:
    """Yield the lines of headings that would not get their level, because a heading above stays prose."""
    for section in sections:
        if section.title is not None and min(level, DEEPEST) != levels[section.line]:
            yield section.line
        yield from wrong_levels(section.sections, levels, level + (section.title is not None))


def _append_inside(section: Section, untitled: Section) -> Section:
    last_section = section.sections[-1] if section.sections else None
    if last_section and last_section.title is not None:
        return replace(section, sections=(*section.sections[:-1], _append_inside(last_section, untitled)))
    return replace(section, sections=(*section.sections, untitled))
