"""A file of old minutes as a sheet: the one reader, for the import and for the audit."""

import re
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from minutebook.minutes import layout
from minutebook.minutes.markdown import long_date
from minutebook.minutes.usual_page import page_style, usual_page
from minutebook.oldminutes import days, titles
from minutebook.oldminutes.blocks import TAG, Block
from minutebook.oldminutes.body import BodyReader
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.file_days import day_of_path
from minutebook.oldminutes.head import Head, read_front_matter, read_header
from minutebook.oldminutes.head_dates import dates_in_head, title_dates
from minutebook.oldminutes.html_blocks import emptied_folds
from minutebook.oldminutes.languages import CANCELLED
from minutebook.oldminutes.markdown_blocks import Document, read_markdown, words_of_line
from minutebook.oldminutes.outline import OpenSection, outline
from minutebook.oldminutes.people_line_reader import PeopleLineReader, PeopleLists
from minutebook.oldminutes.people_reader import PeopleReader
from minutebook.oldminutes.sheet import Decision, PersonName, Sheet, lines_of
from minutebook.records.attendance import Attendance
from minutebook.records.defaults import MEETING_STATUS
from minutebook.records.meeting import Meeting, Notes, Section
from minutebook.records.roster import bare_name, plain_name

_CANCELLED = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in CANCELLED), re.IGNORECASE)
_LONGEST_REASON = 300
_BELOW = 2
"""How many lines below a heading the text of its section begins in what minutebook wrote."""
_UNSEEN = "a character that can't be seen, or that ends a line in some programs"


def read_sheet(
    path: str, document: Document, day: date, facts: Facts, prose: frozenset[int] = frozenset()
) -> Sheet:
    """Return the sheet of a file; lines in `prose` stay prose, whatever they look like."""
    style, usual = page_style(document.lines, day, facts.style.on(day)), document
    if style not in {None, layout.USUAL}:
        usual = read_markdown(usual_page(document.lines, day, style, prose))
    sheet = Sheet(path, day, usual, facts, prose, layout.is_generated(usual.lines[0]))
    return replace(_SheetReader(sheet).read(), document=document, style=style)


class _SheetReader:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.document = sheet, sheet.document
        self.day, self.generated = sheet.day, sheet.generated

    def read(self) -> Sheet:
        sheet, head, people = self.sheet, Head(), PeopleReader(self.sheet)
        read_front_matter(head, people)
        title = titles.find_title(self.document.blocks, titled=head.title is not None)
        self._judge_date()
        if title:
            self._take_title(title, head)
        day_line = None if self.generated else self._take_day(title, head)
        root = outline(self.document, title, sheet.prose, day_line=day_line, generated=self.generated)
        if self.generated:
            head.lines.add(1)
        self._read_head(root, head, people)
        attendance = {line: lists.value() for line, lists in people.of_sections.items()}
        taken = self._with_emptied(frozenset(head.lines | people.lines))
        body = BodyReader(sheet, attendance, taken, draft=head.draft)
        meeting = self._meeting(head, people.of_meeting.value(), body.read(root))
        if not self.generated:
            in_records = {line for action in meeting.actions for line in lines_of(action)}
            body.actions.tell_unfollowed(in_records | people.lines)
        for number in self.document.split:
            sheet.leave_out(number, _UNSEEN)
        return replace(
            sheet,
            facts=Facts(),
            meeting=meeting,
            stated=tuple(chain.from_iterable(body.stated.values())),
            loose=tuple(chain.from_iterable(body.loose.values())),
            title_line=head.title_line,
            heading=title.visible if title else "",
        )

    def _with_emptied(self, taken: frozenset[int]) -> frozenset[int]:
        """Return lines that were taken, with the folds in which nothing else stands: an open one would fold all below it."""
        emptied = frozenset(chain(*emptied_folds(self.document.lines, taken)))
        for number in emptied - taken:
            if summary := TAG.sub("", self.document.line(number)).strip():
                self.sheet.leave_out(number, summary)
        return taken | emptied

    def _read_head(self, root: OpenSection, head: Head, people: PeopleReader) -> None:
        """Take the head; below a picture or a name of the team it stands under the next heading."""
        section = root
        if self.generated:
            # What minutebook wrote stands right below the title; all else is somebody's notes.
            blocks = [block for block in root.blocks if block.first_line == layout.TITLE_LINE + _BELOW]
            read_written_people(people, root)
            read_header(blocks, head, people)
            return
        people.read_blocks(root.blocks, signed=True)
        people.read_sections(root)
        for label, leftover in people.of_meeting.leftovers:
            head.add(label.text.strip(" *_-:\uff1a"), leftover, label.line)
        read_header(section.blocks, head, people)
        while section.sections and not _has_text(section):
            told = (nested for nested in section.sections if nested.sections or _has_text(nested))
            section = next(told, section.sections[0])
            read_header(section.blocks, head, people)

    def _take_title(self, title: Block, head: Head) -> None:
        """Take the title without its date; what else it says of the day is marked, for the minutes say it in their way."""
        head.lines.update(title.lines)
        ours = layout.title_without_date(title.visible, self.day) if self.generated else None
        name, time = (ours, "") if ours is not None else titles.undated(title.visible, self.day)
        if head.title:  # of the front matter, which the heading below it says again or in other words
            front_line = self.document.line(head.title_line)
            self.sheet.mark(head.title_line, front_line)
            if not set(words_of_line(head.title)).issubset(words_of_line(title.visible)):
                self.sheet.leave_out(head.title_line, front_line)
        head.title_line = title.first_line
        if time and not head.add("Time", time, title.first_line):
            name = title.visible
        head.title = name if any(map(str.isalnum, name)) else None
        self.sheet.mark(title.first_line, title.visible, shown=f"{head.title or ''} {time}")

    def _take_day(self, title: Block | None, head: Head) -> Block | None:
        """Take the line below the title that says no more than the day and the time, if there is such a one."""
        blocks = [block for block in self.document.blocks if block.kind != "front"]
        line = next(iter(blocks[blocks.index(title) + 1 if title else 0 :]), None)
        if not line or line.kind not in {"heading", "paragraph"} or len(line.lines) > 1:
            return None
        if not any(map(str.isalnum, line.visible)) or not self.sheet.is_free(line.lines):
            return None
        words_left, time = titles.undated(line.visible, self.day)
        is_other_day = any(self.day not in written.days for written in days.find_dates(line.visible))
        if is_other_day or any(map(str.isalnum, words_left)):
            return None
        if time and not head.add("Time", time, line.first_line):
            return None
        head.lines.update(line.lines)
        self.sheet.mark(line.first_line, line.visible, shown=time)
        return line

    def _judge_date(self) -> None:
        """Note that the date of the title, or the one that told the day, is another one than that of the meeting."""
        is_named = day_of_path(self.sheet.path) is not None
        dates = title_dates(self.document) if is_named else [*islice(dates_in_head(self.document), 1)]
        if dates and all(self.day not in written.days for written in dates):
            path, line, text = self.sheet.path, dates[0].line, dates[0].text
            decision = Decision(path, line, "corrected title date", text, long_date(self.day), "title-date")
            self.sheet.decisions.append(replace(decision, where="title", right=str(self.day)))

    def _meeting(self, head: Head, people: Attendance, root: Section) -> Meeting:
        reason = self._reason(root, people, head.title or "")
        root = replace(root, blocks=(), sections=()) if reason else replace(root, attendance=people)
        return Meeting(
            path=self.sheet.path,
            date=self.day,
            title=head.title,
            header=tuple(head.header),
            status="skipped" if reason else "draft" if head.draft else MEETING_STATUS,
            reason=reason,
            root=root,
        )

    def _reason(self, root: Section, people: Attendance, title: str) -> str | None:
        """Return why a meeting was not held, if that is all that its file says."""
        blocks = root.blocks
        if self.generated or people.attending or len(blocks) != 1 or not isinstance(blocks[0], Notes):
            return None
        text = " ".join(blocks[0].text.split())
        if root.sections or len(text) > _LONGEST_REASON or not _CANCELLED.search(f"{title}\n{text}"):
            return None
        return text.strip("*_ ")


def read_written_people(people: PeopleLineReader, root: OpenSection) -> None:
    """Take the people of a meeting, and of its sections, who stand right below the headings that minutebook wrote."""
    for section in root.walk():
        lists = PeopleLists(section.depth) if section.line else people.of_meeting
        first_line = (section.line or layout.TITLE_LINE) + _BELOW
        paragraphs = (block for block in section.blocks if block.kind == "paragraph")
        lines = (block.lines for block in paragraphs if block.first_line == first_line)
        for number in (number for number in chain.from_iterable(lines) if people.sheet.is_free([number])):
            role, names = layout.read_attendance(people.sheet.document.line(number))
            for name in names:
                lists.members.setdefault(bare_name(name), (role, number, name))
                people.names.append(PersonName(plain_name(name), number, role))
                people.lines.add(number)
        if section.line and lists.members:
            people.of_sections[section.line] = lists


def _has_text(section: OpenSection) -> bool:
    """Whether there is more than pictures and rules right below a heading."""
    blocks = (block for block in section.blocks if block.kind not in {"html", "rule"})
    return any(block.visible or block.kind in {"list", "table"} for block in blocks)
