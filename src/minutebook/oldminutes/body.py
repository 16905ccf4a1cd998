"""The sections of old minutes: every line below the head is in a record, or in prose."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from minutebook.minutes.layout import is_bullet
from minutebook.oldminutes.action_lists import labeled_list, with_details_below
from minutebook.oldminutes.action_marks import with_text_above
from minutebook.oldminutes.action_reader import ActionReader
from minutebook.oldminutes.blocks import BOLD_LINE, Block, unquoted
from minutebook.oldminutes.languages import (
    is_action_title,
    is_closed_title,
    is_part_title,
    is_plan_title,
    is_title_of_closed_actions,
)
from minutebook.oldminutes.line_records import counters_in_sentence, read_counter, read_duty
from minutebook.oldminutes.markdown_blocks import fold, strip_markup, without_bullet
from minutebook.oldminutes.meeting_parts import below_title
from minutebook.oldminutes.old_tables import read_count_table
from minutebook.oldminutes.outline import OpenSection
from minutebook.oldminutes.pieces import Piece, contents_of, in_turn, pack
from minutebook.oldminutes.sheet import Sheet, Stated, lines_of
from minutebook.oldminutes.task_tables import read_task_table
from minutebook.records.attendance import NOBODY, Attendance
from minutebook.records.figures import Counter, Table
from minutebook.records.meeting import Action, Duty, Notes, Section, Topic

_LONGEST_LABEL = 60


class BodyReader:
    """Reads the sections of one file; lines in `taken` belong to the head, `attendance` are the lists of sections."""

    def __init__(
        self, sheet: Sheet, attendance: Mapping[int, Attendance], taken: frozenset[int], *, draft: bool
    ) -> None:
        self.sheet, self.attendance, self.taken, self.draft = sheet, attendance, taken, draft
        self.document, self.facts, self.generated = sheet.document, sheet.facts, sheet.generated
        self.actions = ActionReader(sheet)
        self.stated: dict[int, list[Stated]] = defaultdict(list)
        self.loose: dict[int, list[tuple[str, Table | Counter]]] = defaultdict(list)
        self._is_below_actions = self._is_closed = self._is_owned = False
        self._owners: tuple[str, ...] = ()
        self._counters, self._duty_labels = set[str](), set[str]()

    def read(self, section: OpenSection, above: str = "", *, is_below_actions: bool = False) -> Section:
        """Return a section with all below it."""
        title = section.title or above
        self._duty_labels, self._is_below_actions = set(), is_below_actions and not is_part_title(title)
        person = self.facts.find(title)
        self._owners = (title,) if person else ()
        self._is_owned = self._is_below_actions or is_plan_title(above)
        self._is_closed = is_closed_title(title)
        segments = [segment for segment in self._pieces(section.blocks, title) if self._is_free(segment)]
        is_theirs = person is not None and self.facts.is_person(person) and not self.generated
        as_below = partial(below_title, owner=person if is_theirs else None, is_closed=self._is_closed)
        contents = [*map(as_below, contents_of(segments, section.spans, self.document, self.taken))]
        below = (nested for nested in section.sections if not self._is_gone(nested))
        is_below_actions = self._is_below_actions or is_action_title(title)
        sections = tuple(self.read(nested, title, is_below_actions=is_below_actions) for nested in below)
        if section.title is not None and not sections:
            empty = [Notes(f"{self.facts.empty.on(self.sheet.day)}\n")]
            contents = [] if contents == empty else contents or [Notes("")]
        packed = pack((section.line,), section.title, contents, sections)
        return replace(packed, attendance=self.attendance.get(section.line, NOBODY))

    def _is_gone(self, section: OpenSection) -> bool:
        """Whether all that stands in a section belongs to the head, so that the minutes don't need it."""
        lines = {*chain(*section.spans)} - self.taken
        texts = (number for number in lines if self.document.line(number).strip())
        return section.line in self.taken and not any(texts) and not section.sections

    def _is_free(self, segment: Piece) -> bool:
        is_read = isinstance(segment.record, Action | Topic)  # its reader looked at each of its lines
        return self.taken.isdisjoint(segment.lines) and (is_read or self.sheet.is_free(segment.lines))

    def _pieces(self, blocks: Sequence[Block], section_title: str) -> Iterator[Piece]:
        title, preceding = section_title, None
        for block in blocks:
            self._read_loose(block, title)
        for block, below in zip(plain := unquoted(blocks), (*plain, None)[1:], strict=True):
            listed = self._is_place(title)
            paragraph, preceding = preceding, {"paragraph": block, "list": preceding}.get(block.kind)
            if block.kind != "list" and not self.taken.isdisjoint(block.lines):
                preceding = None
                continue
            if self._is_heading(block, is_within=title != section_title):
                title = block.visible
            match block.kind:
                case "rule" | "heading":
                    title = block.visible
                case "table":
                    listed = listed or self._is_label(paragraph)
                    titles = (section_title, title, paragraph.visible if paragraph else "")
                    yield from self._table(block, titles, listed=listed)
                case "paragraph" if plain_list := self._plain_list(block, paragraph, listed=listed):
                    yield from self._list(*plain_list, listed=listed)
                case "paragraph":
                    is_placed = listed or self._is_label(paragraph)
                    actions = self._actions_of(block, paragraph, below, is_placed=is_placed)
                    preceding = (actions and paragraph) or block  # below a label there may be several
                    yield from (Piece(lines_of(action), action) for action in actions)
                case "list":
                    yield from self._list(block, paragraph, title, listed=listed)

    def _is_heading(self, block: Block, *, is_within: bool) -> bool:
        """Whether a line stands for a heading: one in bold above actions, and below such a one another or a label."""
        text = self.document.said(block.first_line)
        is_bold = BOLD_LINE.fullmatch(text) is not None
        if block.kind != "paragraph" or len(block.lines) > 1 or not (is_bold or text.endswith(":")):
            return False
        # Below Actions, a name says whose they are.
        return self.facts.find(fold(text)) is None if is_within else is_bold and self._is_place(block.visible)

    def _actions_of(
        self, block: Block, text_above: Block | None, below: Block | None, *, is_placed: bool
    ) -> tuple[Action, ...]:
        """Return the actions of a paragraph, with the text above it if it only says whose that is."""
        whole = with_text_above(block, text_above, self.document, self.actions.parse_marked)
        whole = whole if self.sheet.is_free(whole.lines) else block
        actions = tuple(self.actions.read_lines(whole, below, is_placed=is_placed))
        if actions and whole is not block:
            self.sheet.mark(block.first_line, self.document.said(block.first_line))
        return actions

    def _plain_list(
        self, block: Block, paragraph: Block | None, *, listed: bool
    ) -> tuple[Block, Block | None] | None:
        """Return the list of actions that a paragraph is, and what stands above it."""
        label, items = labeled_list(block, self.document)
        is_placed = listed or self._is_label(paragraph) or self._is_label(label)
        is_certain = is_placed and not (self.actions.needs_owner or self.generated)
        return (items, label or paragraph) if items and is_certain else None

    def _is_label(self, paragraph: Block | None) -> bool:
        """Whether the last line of a paragraph says that actions stand right below it."""
        return paragraph is not None and self._is_place(paragraph.visible.split("\n")[-1])

    def _is_place(self, title: str) -> bool:
        """Whether actions stand below a title here."""
        is_group = self._is_below_actions or (self._is_closed and is_title_of_closed_actions(title))
        return self.actions.is_place(title, is_group=is_group, is_closed=self._is_closed)

    def _read_loose(self, block: Block, title: str) -> None:
        """Take what stands in prose and states deltas or sums: counts in sentences, and tables in lists."""
        for nested in block.walk():
            counts = read_count_table(nested, self.document.lines) if nested.kind == "table" else None
            if counts and nested is not block:
                self.loose[nested.first_line].append((title, counts.table))
                self.stated[nested.first_line] += counts.statements
            for number in nested.lines if nested.kind == "paragraph" else ():
                text = without_bullet(self.document.line(number))
                for counter, stated in counters_in_sentence(text, number):
                    # Of two with one name, that of the same section is meant.
                    label = counter.label
                    label += f"\n{title}" if label in self._counters and title else ""
                    self.loose[number].append((title, replace(counter, label=label)))
                    self.stated[number] += [replace(stated, column=label)] if stated else []

    def _table(self, block: Block, titles: Sequence[str], *, listed: bool) -> Iterator[Piece]:
        counts = read_count_table(block, self.document.lines, draft=self.draft)
        is_prose = not self.sheet.is_free(block.lines)
        if counts:
            self.stated[block.first_line] += counts.statements
        if counts and counts.is_whole and not is_prose:
            self.sheet.marks.update(counts.marks)
            if counts.last_line > block.last_line:
                self.sheet.mark(counts.last_line, self.document.line(counts.last_line))
            yield Piece(range(block.first_line, counts.last_line + 1), counts.table)
            return
        tasks = () if is_prose else read_task_table(block, self.actions, listed=listed, titles=titles)
        is_whole = len(tasks) == sum(any(map(str.strip, cells)) for _, cells in block.cells[1:])
        for action in tasks:
            row = Piece(lines_of(action), action, below=block.last_line)
            yield Piece(block.lines, action) if is_whole else row
        if counts and not tasks:
            self.loose[block.first_line].append((titles[0], counts.table))

    def _list(
        self, block: Block, paragraph: Block | None, title: str = "", *, listed: bool
    ) -> Iterator[Piece]:
        listed = is_placed = listed or self._is_label(paragraph)
        owned = self.actions.read_owned_lists(paragraph, (block,), is_placed=is_placed) if paragraph else ()
        if self._owners and (is_placed or self._is_owned):
            owned = owned or self.actions.owned_items((block,), self._owners)
        if owned:
            yield from in_turn(owned, (paragraph or block).first_line)
            return
        has_boxes = all(head.visible[:1] == "[" for head in block.heads)
        if is_placed or has_boxes:
            block = with_details_below(block, self.document)
            self.actions.meet_list(block, paragraph.visible if paragraph else title)
        after_duty, end = False, 0
        for list_item in block.children:
            if not self.taken.isdisjoint(list_item.lines):
                if has_boxes:  # who was there, or not
                    return
                continue
            placed_behind = self._is_place_behind(list_item, is_placed=is_placed, listed=listed)
            was_placed, is_placed = is_placed and placed_behind, placed_behind
            # In generated minutes, what follows a block of minutebook's without an empty line is its own, too.
            line = self.document.line(list_item.first_line)
            ours = self.generated and is_bullet(line) and end == list_item.first_line - 1
            lone = self._line(list_item, ours=ours, after_duty=after_duty, is_placed=was_placed)
            after_duty = isinstance(lone, Duty)
            if lone:
                end = list_item.last_line
                yield Piece(list_item.lines, lone)
                continue
            marked = self.actions.read_marked_lines(list_item)
            yield from (Piece(lines_of(action), action) for action in marked)
            read = () if marked else self.actions.read_item(list_item, is_placed=was_placed)
            end = list_item.last_line if read else 0
            yield from in_turn(read, list_item.first_line)

    def _is_place_behind(self, list_item: Block, *, is_placed: bool, listed: bool) -> bool:
        """Whether actions stand behind an item that is a label in bold."""
        text = without_bullet(self.document.line(list_item.last_line)).strip()
        if len(list_item.lines) == 1 and not listed and BOLD_LINE.fullmatch(text):
            return self._is_place(strip_markup(text))
        return is_placed

    def _line(
        self, list_item: Block, *, ours: bool, after_duty: bool, is_placed: bool
    ) -> Counter | Duty | None:
        """Return the counter or the duty that an item of a single line is; where actions stand there is no duty."""
        line, kinds = list_item.first_line, [child.kind for child in list_item.children]
        if kinds != ["paragraph"] or line != list_item.last_line or line in self.sheet.prose:
            return None
        text = without_bullet(self.document.line(line)).strip()
        known = None if ours else self.facts.counters
        counter, stated = read_counter(text, line, known, draft=self.draft) or (None, None)
        if counter and counter.label not in self._counters:
            self._counters.add(counter.label)
            self.loose.pop(line, None)
            self.stated[line] = [stated] if stated else []
            self.sheet.leave_out(line, *[stated.lately] if stated and stated.lately else [])
            return counter
        is_action = not self.generated and (is_placed or self.actions.parse_marked(text))
        vacant = ("", "?") if after_duty else ("?",) if self.generated else ()
        labels = self._duty_labels
        return None if is_action else read_duty(text, line, self.sheet, labels, ours=ours, vacant=vacant)
