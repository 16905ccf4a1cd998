"""The chapters of a text as sections, each with its blocks."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from minutebook.oldminutes.handwritten.action_titles import is_action_list
from minutebook.oldminutes.importer.block_lines import lines_of
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.list_reader import ListReader
from minutebook.oldminutes.importer.outline import Chapter, Outline, line_span
from minutebook.oldminutes.importer.section_tree import DEEPEST, nest_untitled, wrong_levels
from minutebook.oldminutes.importer.table_reader import TableReader
from minutebook.oldminutes.importer.values import Actions, Block, Counters, Duties, Prose, Section

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


class SectionReader:
    """Reads the chapters of one outline; lines in `head_lines` are in no block, lines in `prose` stay prose."""

    def __init__(
        self, outline: Outline, lists: ListReader, head_lines: set[int], prose: frozenset[int]
    ) -> None:
        self.outline, self.lists, self.head_lines, self.prose = outline, lists, head_lines, prose
        self.tables = TableReader("\n".join(outline.lines), draft=lists.draft)
        self.levels: dict[int, int] = {}
        """The level that each heading must get, by its line, so that the outline stays as it is."""

    def read_sections(self, chapters: Sequence[Chapter]) -> tuple[Section, ...]:
        """Return the sections of chapters; headings that would get a wrong level stay prose."""
        counter_labels = set(self.lists.lone_lines.counter_labels)
        while True:
            self.lists.lone_lines.counter_labels = set(counter_labels)
            sections = nest_untitled(self._read_tree(chapters))
            wrong_lines = {*wrong_levels(sections, self.levels)} - self.prose
            if not wrong_lines or self.outline.generated:
                return sections
            self.prose |= wrong_lines

    def _read_tree(self, chapters: Sequence[Chapter], titles: tuple[str, ...] = ()) -> Iterator[Section]:
        """Yield the sections of chapters that follow one another, each with those below it."""
        start, titles_here = 0, set[str]()
        while start < len(chapters):
            chapter = chapters[start]
            end = start + 1
            while end < len(chapters) and chapters[end].level > chapter.level:
                end += 1
            title = plain_text(chapter.title)
            shown_title = title or chapter.title
            self.levels[chapter.line] = min(len(titles) + 2, DEEPEST)
            sections = nest_untitled(self._read_tree(chapters[start + 1 : end], (*titles, shown_title)))
            blocks = self.read_blocks(chapter, shown_title, titles)
            # A title with markup, and one that a sibling has already, stays as it is written, in prose.
            if not title or title in titles_here or chapter.line in self.prose:
                blocks, title = self._join_all([self._heading(chapter), *blocks]), None
            titles_here.add(title or "")
            yield Section(chapter.line, title, blocks, sections)
            start = end

    def _heading(self, chapter: Chapter) -> Prose:
        """Return a heading as prose, with the empty lines above it but for the one that stands before any text."""
        first_line = chapter.line
        while first_line > 1 and not self.outline.lines[first_line - 2].strip():
            first_line -= 1
        # Below a heading without text empty lines separate nothing, unless minutebook wrote them.
        starts = {1, *(other.first_line for other in self.outline.chapters)}
        below_heading = first_line in starts and not self.outline.generated
        first_line = chapter.line if below_heading else min(first_line + 1, chapter.line)
        lines = list(enumerate(self.outline.lines[first_line - 1 : chapter.first_line - 1], first_line))
        if not self.outline.generated and lines[-1][1].startswith("#"):
            # The sections around it may have got another level.
            marks = "#" * self.levels[chapter.line]
            lines[-1] = (chapter.line, marks + lines[-1][1].lstrip("#"))
        return Prose(tuple(lines))

    def read_blocks(
        self, chapter: Chapter, title: str | None, titles_above: tuple[str, ...] = ()
    ) -> tuple[Block, ...]:
        """Return the blocks below a heading; neighbours of one type are joined."""
        blocks: list[Block] = []
        start = chapter.first_line
        for block in self._read_nodes(chapter, (*titles_above, title) if title else titles_above):
            lines = set(lines_of(block))
            blocks += [*self._prose_between(start, min(lines) - 1), block]
            start = max(start, max(lines) + 1)
        return self._join_all([*blocks, *self._prose_between(start, chapter.last_line)])

    def _prose_between(self, first_line: int, last_line: int) -> Iterator[Prose]:
        """Yield the lines between two blocks that are neither empty nor used for the head."""
        for number in range(first_line, last_line + 1):
            line = self.outline.lines[number - 1]
            if number not in self.head_lines and line.strip():
                yield Prose(((number, line),))

    def _read_nodes(self, chapter: Chapter, titles: tuple[str, ...]) -> Iterator[Block]:
        """Yield the blocks of a chapter that are more than prose."""
        listed = bool(titles) and is_action_list(titles[-1])
        paragraph_above: SyntaxTreeNode | None = None
        for node in chapter.nodes:
            first_line, last_line = line_span(node)
            paragraph, paragraph_above = paragraph_above, node if node.type == "paragraph" else None
            if not self.head_lines.isdisjoint(range(first_line, last_line + 1)):
                continue
            if node.type == "table" and first_line not in self.prose:
                table = self.tables.read(first_line, last_line, titles)
                yield from (table,) if table else ()
            elif node.type == "paragraph":
                actions = self.lists.read_paragraph(node)
                yield from (actions,) if actions else ()
            elif node.type.endswith("_list"):
                actions = self.lists.read_list_of_owners(node, paragraph) if paragraph else None
                blocks = (actions,) if actions else self.lists.read_list(node, listed=listed)
                yield from (block for block in blocks if self._is_more_than_prose(block))

    def _is_more_than_prose(self, block: Block) -> bool:
        must_stay_prose = isinstance(block, Duties | Counters) and not self.prose.isdisjoint(lines_of(block))
        return not isinstance(block, Prose) and not must_stay_prose

    def _join_all(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        joined: list[Block] = []
        for block in blocks:
            joined_block = self._join(joined[-1], block) if joined else None
            if joined_block:
                joined[-1] = joined_block
            else:
                joined.append(block)
        return tuple(joined)

    def _join(self, block: Block, next_block: Block) -> Block | None:
        """Return two neighbouring blocks as one, or None if they are of two types."""
        match block, next_block:
            case Prose(), Prose():
                lines_between = range(block.lines[-1][0] + 1, next_block.lines[0][0])
                empty_lines = (
                    (number, self.outline.lines[number - 1])
                    for number in lines_between
                    if number not in self.head_lines
                )
                return Prose((*block.lines, *empty_lines, *next_block.lines))
            case Duties(), Duties():
                return Duties((*block.duties, *next_block.duties))
            case Counters(), Counters():
                return Counters((*block.counters, *next_block.counters))
            case Actions(), Actions():
                return Actions((*block.members, *next_block.members))
        return None
