"""The headings of old minutes as sections below one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutebook.minutes.layout import has_section_gap
from minutebook.oldminutes import days
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.markdown_blocks import Document


@dataclass
class OpenSection:
    """A section while it is read: its title, the lines of its text, its blocks, and what stands below it."""

    title: str | None
    line: int
    depth: int
    spans: list[range] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    sections: list["OpenSection"] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)

    def can_have(self, heading: Block) -> bool:
        """Whether a heading can be the title of a section right below it."""
        return heading.is_title and heading.visible not in self.titles

    def walk(self) -> Iterator["OpenSection"]:
        """Yield the section and all below it."""
        yield self
        for section in self.sections:
            yield from section.walk()


def outline(
    document: Document,
    title: Block | None,
    prose: frozenset[int],
    *,
    day_line: Block | None = None,
    generated: bool,
) -> OpenSection:
    """Return the sections of a file as a tree; a heading that can be no title of a section stays in the text."""
    root = current = OpenSection(None, 0, 1)
    path, levels = [root], list[tuple[int, int]]()  # the levels of the headings above, each with its depth
    # Above a part of a file of several meetings the lines are empty.
    start, level_above = next((number for number, line in enumerate(document.lines, 1) if line), 1), 0
    headings = [block for block in document.blocks if block.kind == "heading"]
    for block in document.blocks:
        if block.kind == "front":
            start = block.last_line + 1
        elif block.kind != "heading":
            current.blocks.append(block)
        elif block is title or block is day_line:
            current.spans.append(range(start, block.first_line))
            start, level_above = block.last_line + 1, 1
        # Below one with markup, or that names the day above all sections, the others keep their levels.
        elif (current is root and not root.can_have(block) and _is_subtitle(block, title, headings)) or (
            generated and not _is_written(block, level_above, document)
        ):
            current.blocks.append(block)
        else:
            levels = [pair for pair in levels if pair[0] < block.level]
            depth = levels[-1][1] + 1 if levels else 2
            levels.append((block.level, depth))
            preceding = [section for section in path if section.depth < depth]
            # One that a sibling has already, or that would get another level by it, is no title either.
            is_free = block.first_line not in prose and preceding[-1].can_have(block)
            if not (is_free and preceding[-1].depth == depth - 1):
                current.blocks.append(block)
                continue
            current.spans.append(range(start, block.first_line))
            start, level_above = block.last_line + 1, block.level
            current = OpenSection(block.visible, block.first_line, depth)
            preceding[-1].sections.append(current)
            preceding[-1].titles.add(block.visible)
            path = [*preceding, current]
    current.spans.append(range(start, len(document.lines) + 1))
    return root


def _is_written(heading: Block, level_above: int, document: Document) -> bool:
    """Whether a heading of generated minutes is the title of a section, and none that stands in its notes."""
    return 1 < heading.level <= level_above + 1 and has_section_gap(document.lines, heading.first_line)


def _is_subtitle(heading: Block, title: Block | None, headings: Sequence[Block]) -> bool:
    """Whether a heading is the first one or names the day, and no other one of its level has markup."""
    later_headings = (later for later in headings if later.first_line > heading.first_line)
    is_head = (not title and heading is headings[0]) or next(days.find_dates(heading.visible), None)
    return bool(is_head) and all(later.level > heading.level or later.is_plain for later in later_headings)
