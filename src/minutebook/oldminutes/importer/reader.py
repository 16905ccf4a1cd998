"""A file of hand-written minutes as a sheet: every line of it is in some piece, or in the head."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from minutebook.oldminutes.handwritten import tables
from minutebook.oldminutes.handwritten.actions import is_action_list
from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.handwritten.blocks import PipeTable, split_blocks
from minutebook.oldminutes.handwritten.cells import is_delta_heading, is_total
from minutebook.oldminutes.handwritten.plain_text import strip_markup
from minutebook.oldminutes.handwritten.reader import find_attendance_boxes
from minutebook.oldminutes.importer import attendance
from minutebook.oldminutes.importer.extents import lines_of
from minutebook.oldminutes.importer.heads import HeadReader
from minutebook.oldminutes.importer.knowledge import Knowledge
from minutebook.oldminutes.importer.lists import Lists
from minutebook.oldminutes.importer.outline import Chapter, Outline, outline, span
from minutebook.oldminutes.importer.placement import DEEPEST, misplaced, placed
from minutebook.oldminutes.importer.plain import plain
from minutebook.oldminutes.importer.values import Counts, Drawn, Duties, Items, Part, Piece, Sheet, Text
from minutebook.records.meeting import TOTAL

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


def title_of(found: Outline) -> Chapter | None:
    """Return the chapter whose heading is the title: the first, if it is of the first level or above all others.

    One with markup is none: that would be lost in a title. Nor is one above those who were there.
    """
    chapters = found.chapters[1:]
    if not chapters or attendance_of_label(chapters[0].title):
        return None
    first = chapters[0]
    alone = all(one.level > first.level for one in chapters[1:])
    return first if (first.level == 1 or alone) and plain(first.title) else None


def read_sheet(
    path: str, text: str, day: date, knowledge: Knowledge, prose: frozenset[int] = frozenset()
) -> Sheet:
    """Return the sheet of a text with LF line ends; the lines of `prose` are taken for nothing else.

    Raises Stopped for front matter that is too much for header lines.
    """
    found = outline(text)
    generated = found.generated
    title = title_of(found)
    body = title or found.chapters[0]
    reader = HeadReader(found, knowledge, generated=generated)
    head = reader.read(title, day, body)
    # Who is ticked for having been there has promised nothing.
    no_items = prose | find_attendance_boxes(text)
    lists = Lists(found.lines, knowledge, no_items, draft=head.draft, generated=generated)
    maker = _Maker(found, lists, set(head.claimed), prose)
    preamble = maker.pieces(found.chapters[0], None) if title else ()
    own = (*preamble, *maker.pieces(body, None))
    chapters = [one for one in found.chapters[1:] if one is not title]
    for chapter in tuple(chapters):
        inner = any(one.line == chapter.last + 1 and one.level > chapter.level for one in chapters)
        if not inner and (listing := attendance.with_section(head, chapter, found, knowledge)):
            chapters.remove(chapter)
            head = listing
    parts = maker.sections(chapters)
    return Sheet(path, day, found.lines, head, Part(0, None, own, parts), generated)


class _Maker:
    def __init__(self, found: Outline, lists: Lists, claimed: set[int], prose: frozenset[int]) -> None:
        self.outline, self.lists, self.claimed, self.prose = found, lists, claimed, prose
        self.levels: dict[int, int] = {}
        """Which level each heading must have, for the outline to stay as it is."""
        self.grids = {
            block.line: block
            for block in split_blocks("\n".join(found.lines))
            if isinstance(block, PipeTable)
        }

    def sections(self, chapters: Sequence[Chapter]) -> tuple[Part, ...]:
        """Return the parts of all chapters, with as many of their headings in prose as keeps the outline right."""
        labels = set(self.lists.labels)
        while True:
            self.lists.labels = set(labels)
            parts = placed(self.tree(chapters))
            wrong = {*misplaced(parts, self.levels)} - self.prose
            if not wrong or self.outline.generated:
                return parts
            self.prose |= wrong

    def tree(self, chapters: Sequence[Chapter], path: tuple[str, ...] = ()) -> Iterator[Part]:
        """Yield the parts of some chapters that follow one another, each with those below it."""
        at, seen = 0, set[str]()
        while at < len(chapters):
            one = chapters[at]
            end = at + 1
            while end < len(chapters) and chapters[end].level > one.level:
                end += 1
            title = plain(one.title)
            self.levels[one.line] = min(len(path) + 2, DEEPEST)
            below = placed(self.tree(chapters[at + 1 : end], (*path, title or one.title)))
            pieces = self.pieces(one, title or one.title, path)
            # A title with markup, and one that stands here already, stays as it is written, in prose.
            if not title or title in seen or one.line in self.prose:
                made: list[Piece] = [self._heading(one)]
                for piece in pieces:
                    _append(made, piece, self)
                pieces, title = tuple(made), None
            seen.add(title or "")
            yield Part(one.line, title, pieces, below)
            at = end

    def _heading(self, chapter: Chapter) -> Text:
        """Return a heading as prose, with the blank lines above it but for the one that stands before any text."""
        first = chapter.line
        while first > 1 and not self.outline.lines[first - 2].strip():
            first -= 1
        # Below a heading with nothing to it, or none, blank lines part nothing, unless minutebook wrote them.
        starts = {1, *(one.first for one in self.outline.chapters)}
        bare = first in starts and not self.outline.generated
        first = chapter.line if bare else min(first + 1, chapter.line)
        lines = list(enumerate(self.outline.lines[first - 1 : chapter.first - 1], first))
        if not self.outline.generated and lines[-1][1].startswith("#"):
            # Its siblings and what stands below it may have moved.
            marks = "#" * self.levels[chapter.line]
            lines[-1] = (chapter.line, marks + lines[-1][1].lstrip("#"))
        return Text(tuple(lines))

    def pieces(self, chapter: Chapter, title: str | None, path: tuple[str, ...] = ()) -> tuple[Piece, ...]:
        """Return what stands below a heading; neighbours of one kind are joined."""
        made: list[Piece] = []
        section = (*path, title) if title else path
        at = chapter.first
        for piece, last in self._found(chapter, section):
            self._prose(made, at, _first(piece) - 1)
            _append(made, piece, self)
            at = max(at, last + 1)
        self._prose(made, at, chapter.last)
        return tuple(made)

    def _prose(self, made: list[Piece], first: int, last: int) -> None:
        """Add the lines between two blocks that are neither blank nor used for the head."""
        for at in range(first, last + 1):
            if at not in self.claimed and self.outline.lines[at - 1].strip():
                _append(made, Text(((at, self.outline.lines[at - 1]),)), self)

    def _found(self, chapter: Chapter, section: tuple[str, ...]) -> Iterator[tuple[Piece, int]]:
        """Yield what is more than prose, with its last line."""
        listed = bool(section) and is_action_list(section[-1])
        head: SyntaxTreeNode | None = None
        for node in chapter.nodes:
            first, last = span(node)
            free = not any(at in self.claimed for at in range(first, last + 1))
            before, head = head, node if node.type == "paragraph" else None
            if not free:
                continue
            if node.type == "table" and (drawn := self._table(first, last, section)):
                yield drawn, last
            elif node.type == "paragraph" and (piece := self.lists.paragraph(node)):
                yield from self._allowed(piece)
            elif node.type.endswith("_list"):
                below = self.lists.below(node, before) if before else None
                if below:
                    yield from self._allowed(below)
                else:
                    for piece in self.lists.pieces(node, listed=listed):
                        yield from self._allowed(piece)

    def _allowed(self, piece: Piece) -> Iterator[tuple[Piece, int]]:
        if not isinstance(piece, Text) and not (
            isinstance(piece, Duties | Counts) and self.prose & set(lines_of(piece))
        ):
            yield piece, max(lines_of(piece))

    def _table(self, first: int, last: int, section: tuple[str, ...]) -> Drawn | None:
        grid = self.grids.get(first)
        if not grid or first in self.prose or (grid.rows[-1][0] if grid.rows else first + 1) != last:
            return None
        table = tables.read_table(grid, section)
        others = [text for text in grid.headings if not is_delta_heading(text)]
        if (
            not table
            or len(others) != len(table.columns) + 1
            or not any(pair.delta for row in table.rows for pair in row.pairs)
        ):
            return None
        counted = {column.name for column in table.columns}
        headings = [text for text in others if strip_markup(text) not in counted]
        labels = plain(headings[0]) if len(headings) == 1 else None
        drawn = Drawn(first, last, labels or "", table)
        return drawn if labels and self._is_kept(drawn, grid) else None

    def _is_kept(self, drawn: Drawn, grid: PipeTable) -> bool:
        """Whether all that a table holds can be written as counts by names of their own."""
        table = drawn.table
        rows, columns = table.body_rows, table.body_columns
        names = [table.columns[at].name for at in columns]
        labels = [row.label for row in rows]
        known = all(
            count.value is not None or (self.lists.draft and not count.text)
            for row in rows
            for count in (row.pairs[at].count for at in columns)
        )
        apart = all(len(set(one)) == len(one) and all(one) for one in (names, labels))
        total = any(is_total(one) and one == TOTAL for one in (*names, *labels))
        cells = [cell for row in ((0, grid.headings), *grid.rows) for cell in row[1]]
        # Emphasis around a sum goes, and any other markup must stay.
        return (
            known
            and apart
            and bool(rows)
            and bool(names)
            and not total
            and all(plain(cell.strip("*_ ")) is not None for cell in cells)
        )


def _first(piece: Piece) -> int:
    return min(lines_of(piece))


def _append(made: list[Piece], piece: Piece, maker: _Maker) -> None:
    """Add a piece, or join it to the last one where both are of one kind."""
    last = made[-1] if made else None
    match last, piece:
        case Text(), Text():
            between = range(last.lines[-1][0] + 1, piece.lines[0][0])
            blank = ((at, maker.outline.lines[at - 1]) for at in between if at not in maker.claimed)
            made[-1] = Text((*last.lines, *blank, *piece.lines))
        case (Duties(), Duties()) | (Counts(), Counts()) | (Items(), Items()):
            made[-1] = type(piece)((*last.entries, *piece.entries))  # type: ignore[union-attr,arg-type,call-arg]
        case _:
            made.append(piece)
