"""The Markdown minutes of a meeting: a pure function of it and of its series up to that day."""

from collections.abc import Sequence
from itertools import chain
from typing import TypeVar

from minutebook.actions import lapse
from minutebook.actions.carry import day_begun
from minutebook.actions.notes import note_text, notes_to_show
from minutebook.actions.standings import Standing
from minutebook.counts import deltas
from minutebook.counts.deltas import TableWithDeltas
from minutebook.minutes import action_line, layout
from minutebook.minutes.bullets import first_sign, last_sign, with_sign
from minutebook.minutes.commonmark import ends_in_html
from minutebook.minutes.markdown import escape
from minutebook.records.attendance import Attendance, written_out
from minutebook.records.figures import TOTAL, Counters
from minutebook.records.filenames import name_of
from minutebook.records.history import History
from minutebook.records.meeting import Action, Actions, Block, Duties, Meeting, Notes, Section, Topic
from minutebook.records.series import Style

DrawnBlock = tuple[str, bool]
"""A block as Markdown, and whether somebody wrote it, as notes."""
ActionOrTopic = TypeVar("ActionOrTopic", bound=Action | Topic)


def write_minutes(meeting: Meeting, history: History, title: str) -> str:
    """Return the minutes of a meeting, newline at the end."""
    writer = _SectionWriter(meeting, history)
    first_lines = [
        layout.minutes_mark(name_of(meeting.path), writer.wording),
        layout.title_line(title, meeting.date, writer.style),
    ]
    people = writer.people(meeting.root)
    header = layout.header_lines(meeting.header, people, writer.wording, draft=meeting.status == "draft")
    header += writer.previous_lines()
    drawn_blocks, sections = writer.blocks(meeting.root)
    paragraphs = ["\n".join(first_lines), "\n".join(header), *_paragraphs(drawn_blocks)]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return text + "".join(writer.section(section, 2) for section in sections) + "\n"


class _SectionWriter:
    def __init__(self, meeting: Meeting, history: History) -> None:
        self.meeting, self.history = meeting, history
        self.style = history.series.style.on(meeting.date)
        self.wording = self.style.wording
        self.deltas = deltas.compute(meeting, history)

    def people(self, section: Section) -> Attendance:
        """Return who was there by name, also where a draft says it in short."""
        if section.attendance.all_but is None:
            return section.attendance
        return written_out(section.attendance, self.history.roster, self.meeting.date)

    def previous_lines(self) -> list[str]:
        """Return the line with a link to the minutes of the previous meeting, if the style asks for it."""
        if self.style.previous == "unlinked":
            return []
        previous = self.history.previous_held(self.meeting.date)
        return [layout.previous_line(previous, self.meeting, self.style)] if previous else []

    def section(self, section: Section, level: int) -> str:
        """Return a section with what separates it from the text before it."""
        people = "\n".join(layout.attendance_lines(self.people(section), self.wording))
        drawn_blocks, sections = self.blocks(section)
        paragraphs = [paragraph for paragraph in (people, *_paragraphs(drawn_blocks)) if paragraph]
        if section.title is None:
            heading = "".join(f"\n\n{text}" for text in paragraphs)
        else:
            if section.empty and (empty := self.history.series.empty.on(self.meeting.date)):
                paragraphs = [empty]
            heading = layout.SECTION_GAP + "\n\n".join([layout.heading(section.title, level), *paragraphs])
            level += 1
        return heading + "".join(self.section(nested, level) for nested in sections)

    def blocks(self, section: Section) -> tuple[list[DrawnBlock], Sequence[Section]]:
        """Return what stands below the heading of a section, and the sections that follow.

        Those without a title add no heading, so that their lists go on with those above them.
        """
        drawn_blocks = [(self._block(block), isinstance(block, Notes)) for block in section.blocks]
        sections = section.sections
        while sections and sections[0].title is None and not sections[0].attendance:
            inner_blocks, inner_sections = self.blocks(sections[0])
            drawn_blocks += inner_blocks
            sections = (*inner_sections, *sections[1:])
            if inner_sections:
                break
        return drawn_blocks, sections

    def _block(self, block: Block) -> str:
        match block:
            case Notes():
                return layout.prose(block.text)
            case Duties():
                lines = [layout.duty_line(duty.label, duty.people, self.wording) for duty in block.duties]
            case Counters():
                lines = [
                    layout.counter_line(self.deltas.counter(counter), self.style)
                    for counter in block.counters
                ]
            case Actions():
                lines = [self._listed(member) for member in self._new_first(block.listed)]
            case _:
                return count_table(self.deltas.table(block), self.style)
        return "\n".join(lines)

    def _listed(self, member: Action | Topic) -> str:
        return self._topic(member) if isinstance(member, Topic) else self._action(member)

    def _topic(self, topic: Topic) -> str:
        notes = [layout.prose_below(topic.notes)] if topic.notes and topic.notes.strip() else []
        sign = last_sign(layout.prose(topic.notes)) if topic.notes else ""
        actions = [
            layout.indent(with_sign(self._action(action), sign)) for action in self._new_first(topic.actions)
        ]
        gap = [""] if notes and actions and ends_in_html(layout.prose(topic.notes or "")) else []
        return "\n".join([layout.bullet(topic.topic), *notes, *gap, *actions])

    def _new_first(self, members: Sequence[ActionOrTopic]) -> list[ActionOrTopic]:
        return sorted(members, key=self._is_carried)

    def _is_carried(self, member: Action | Topic) -> bool:
        if isinstance(member, Topic):
            return bool(member.actions) and all(self._is_carried(action) for action in member.actions)
        return day_begun(self.history, self.meeting, member) < self.meeting.date

    def _action(self, action: Action) -> str:
        first_day = day_begun(self.history, self.meeting, action)
        is_carried = first_day < self.meeting.date
        ordinal = self.history.ordinal(first_day, self.meeting.date) if is_carried else None
        lapsing = lapse.lapses_next(self.history, self.meeting, action)
        overdue = action.is_overdue(self.meeting.date)
        standing = Standing(ordinal, action.due, lapsing, overdue)
        owners = tuple(escape(owner) for owner in action.owners)
        drawn = action_line.ActionLine(owners, action.task, standing, action.status)
        line = action_line.action_text(drawn, self.style)
        notes = map(note_text, notes_to_show(self.history, self.meeting, action))
        remarks = [layout.indent(layout.bullet(text)) for text in (action.reason, *notes) if text]
        return "\n".join([layout.bullet(line), *remarks])


def _paragraphs(drawn_blocks: Sequence[DrawnBlock]) -> list[str]:
    """Return blocks as paragraphs; a list that is written here goes on with those of the notes around it."""
    if len(drawn_blocks) < 2:  # noqa: PLR2004  as in most sections
        return [drawn for drawn, _are_notes in drawn_blocks]
    paragraphs: list[list[str]] = []
    last_text = ""
    for (drawn, are_notes), (own_sign, next_sign) in zip(drawn_blocks, _signs(drawn_blocks), strict=True):
        sign = last_sign(last_text) if own_sign else ""
        text = drawn if are_notes else with_sign(drawn, sign or next_sign)
        if sign and (sign == own_sign or not are_notes):
            paragraphs[-1].append(text)
            # What begins an item of its own ends all that is open above it.
            last_text = text if text.startswith(sign) else f"{last_text}\n{text}"
        elif text:
            paragraphs.append([text])
            last_text = text
    return ["\n".join(texts) for texts in paragraphs]


def _signs(drawn_blocks: Sequence[DrawnBlock]) -> list[tuple[str, str]]:
    """Return the sign of each block, and of the notes that follow it, with lists of minutebook's at most between."""
    signs, next_sign = [], ""
    for drawn, are_notes in reversed(drawn_blocks):
        own_sign = first_sign(drawn)
        signs.append((own_sign, next_sign))
        if are_notes or not own_sign:
            next_sign = own_sign
    return signs[::-1]


def count_table(table: TableWithDeltas, style: Style) -> str:
    """Return a table of counts with their deltas as Markdown."""
    # Importing tabulate costs 25 ms, which minutes without a table need not.
    from minutebook.minutes.tables import draw_pipes

    # Said in each of several headings, it would make the table three times as wide.
    shared_since = table.since if len(table.columns) > 1 else None
    wording = style.wording
    delta_heading = layout.delta_heading(None if shared_since else table.since, wording)
    has_totals = table.table.totals is not None
    names = {TOTAL: escape(wording.total)} if has_totals else {}
    headings = [
        heading for column in table.columns for heading in (names.get(column, escape(column)), delta_heading)
    ]
    lines = [[*headings, escape(table.table.labels or wording.state)]]
    for label, counts in table.rows:
        cells = [
            (layout.count_text(count.value, unknown=""), layout.delta_text(count, style=style))
            for count in counts
        ]
        lines.append([*chain.from_iterable(cells), names.get(label, escape(label))])
    right = range(len(headings)) if style.numbers == "right" else range(0)
    if style.labels == "first":
        lines = [[line[-1], *line[:-1]] for line in lines]
        right = range(right.start + 1, right.stop + 1) if right else right
    drawn = draw_pipes(lines[0], lines[1:], right)
    return f"{drawn}\n\n{layout.since_line(shared_since, style)}" if shared_since else drawn
