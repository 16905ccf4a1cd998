"""A file of hand-written minutes as a sheet: every line of it is in some block, or in the head."""

from datetime import date

from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.handwritten.minutes_reader import find_attendance_boxes
from minutebook.oldminutes.importer.attendance_lists import add_section
from minutebook.oldminutes.importer.head_reader import HeadReader
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.list_reader import ListReader
from minutebook.oldminutes.importer.outline import Chapter, Outline, read_outline
from minutebook.oldminutes.importer.section_reader import SectionReader
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import Section, Sheet


def read_sheet(
    path: str, text: str, day: date, facts: SeriesFacts, prose: frozenset[int] = frozenset()
) -> Sheet:
    """Return the sheet of a text with LF line ends; lines in `prose` stay prose, whatever they look like.

    Raises CannotImport if its front matter is more than header lines can hold.
    """
    outline = read_outline(text)
    preamble = outline.chapters[0]
    title = _find_title(outline)
    body = title or preamble
    head = HeadReader(outline, facts).read(title, day, body)
    # A box that is ticked for having been there is no action item.
    no_actions = prose | find_attendance_boxes(text)
    lists = ListReader(outline.lines, facts, no_actions, draft=head.draft, generated=outline.generated)
    reader = SectionReader(outline, lists, set(head.lines), prose)
    blocks = (*(reader.read_blocks(preamble, None) if title else ()), *reader.read_blocks(body, None))
    chapters = [chapter for chapter in outline.chapters[1:] if chapter is not title]
    for chapter in tuple(chapters):
        has_chapters = any(
            below_chapter.line == chapter.last_line + 1 and below_chapter.level > chapter.level
            for below_chapter in chapters
        )
        head_with_people = add_section(head, chapter, outline, facts)
        if not has_chapters and head_with_people:
            chapters.remove(chapter)
            head = head_with_people
    sections = reader.read_sections(chapters)
    return Sheet(path, day, outline.lines, head, Section(0, None, blocks, sections), outline.generated)


def _find_title(outline: Outline) -> Chapter | None:
    """Return the chapter whose heading is the title: the first, if it is of the first level or above all others.

    A heading with markup is no title, because a title would lose it; nor is one above those who were there.
    """
    chapters = outline.chapters[1:]
    if not chapters or attendance_of_label(chapters[0].title):
        return None
    candidate, *following = chapters
    above_others = all(chapter.level > candidate.level for chapter in following)
    return candidate if (candidate.level == 1 or above_others) and plain_text(candidate.title) else None
