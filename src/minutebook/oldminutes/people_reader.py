"""Who was there: lists of people in all the ways in which people write them, each line by itself."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from minutebook.actions.words import MARK_WORDS
from minutebook.oldminutes import days
from minutebook.oldminutes.blocks import BOLD_LINE, Block, unquoted
from minutebook.oldminutes.labeled_lines import gather_names, is_field, split_labels
from minutebook.oldminutes.languages import Role, is_part_title, is_task_title
from minutebook.oldminutes.markdown_blocks import words_of_line
from minutebook.oldminutes.names import read_entry, read_names
from minutebook.oldminutes.outline import OpenSection
from minutebook.oldminutes.people_columns import BY_COMMAS, PLACED, Columns, columns_of, columns_of_lines
from minutebook.oldminutes.people_labels import (
    heads_only_list,
    label_and_names,
    label_of,
    listed_names,
    remarked_role,
    role_beside,
    says_who_was_there,
    sentence_role,
)
from minutebook.oldminutes.people_line_reader import Label, PeopleLineReader, PeopleLists
from minutebook.oldminutes.people_tables import (
    are_people,
    is_people_table,
    is_person,
)

_LONGEST_LABEL = 5
"""How many words the name of a group has at most between lists of people."""


class PeopleReader(PeopleLineReader):
    """Reads the lists of one file, with the labels, headings and sentences that they stand below."""

    def read_sections(self, root: OpenSection) -> None:
        """Take the people of all sections; the lists of the highest one are the meeting's, if it has none itself."""
        self._read_siblings(root.sections)
        if not any(name.role == "attending" for name in self.names):
            self._read_only_list(root)
        heads = [line for line, lists in self.of_sections.items() if lists.has("attending")]
        depths = [self.of_sections[line].depth for line in heads]
        if heads and not self.of_meeting.has("attending") and depths.count(min(depths)) == 1:
            self.lists = self.of_sections.pop(heads[depths.index(min(depths))])
            self.lists.members |= self.of_meeting.members
            self.of_meeting = self.lists

    def _read_only_list(self, root: OpenSection) -> None:
        for section in root.walk():
            title, people_blocks = section.title or "", section.blocks[:1]
            if heads_only_list(title, people_blocks) and self.read_blocks(people_blocks, "attending"):
                return self.take_label(Label("attending", title, section.line))
        heads = (block for section in (root, *root.sections[:1]) for block in unquoted(section.blocks))
        for number, text in (pair for block in heads for inner in block.walk() for pair in inner.texts):
            if names := listed_names(text):
                return self.take_labeled(
                    Label("attending", text.replace(names, "", 1), number), names, (number,)
                )
        return None

    def _read_siblings(self, sections: Sequence[OpenSection], above: Role | None = None) -> None:
        title_above = ""
        for section in sections:
            has_people = self._read_section(section, above, title_above)
            title_above = section.title or "" if has_people else ""

    def _read_section(self, section: OpenSection, above: Role | None, title_above: str) -> bool:
        """Take the people of a section below a list or beside one; return whether it is such a list itself."""
        title, line, role, lists = section.title or "", section.line, None, self.lists
        below, has_people = section.blocks[:2], False
        remarked, (labeled, names) = remarked_role(title, below), label_and_names(title) or (None, "")
        if labeled and names and names[0] not in "(\uff08" and not remarked:
            self.take_labeled(Label(labeled, title, line), names, (line,))
        elif role := (
            remarked
            or label_of(title)
            or sentence_role(title, below, above)
            or role_beside(title, title_above, below)
        ):
            has_people = self.read_blocks(section.blocks, role)
            if has_people:
                self.take_label(Label(role, title, line))
        elif not is_task_title(title):
            self.lists = PeopleLists(section.depth)
            is_day = next(days.find_dates(title), None) is not None
            self.read_blocks(section.blocks, signed=is_day)
        self._read_siblings(section.sections, None if has_people else role)
        if self.lists is not lists and self.lists.members:
            self.of_sections[line] = self.lists
        self.lists = lists
        return has_people

    def read_blocks(self, blocks: Sequence[Block], role: Role | None = None, *, signed: bool = False) -> bool:
        """Take the people of blocks that are lists in a role, or have labels; return whether there are any.

        Below a day, people may have `signed` in a table.
        """
        count, label, group_role = len(self.names), None, role
        # Beside a list a quotation says how to add oneself to it.
        beside = [block for block in blocks if block.kind != "quote"] if role else []
        blocks = beside if any(are_people(block, listed=True) for block in beside) else unquoted(blocks)
        blocks = [block for block in blocks if block.kind not in {"html", "rule"}]
        for position, (above, block) in enumerate(zip((*blocks[:1], *blocks), blocks, strict=False)):
            # Such as Agenda in bold, or a heading that is no title of a section.
            if block.kind == "heading" or is_part_title(block.visible):
                role = group_role = None
            goes_on = is_person(above) and is_person(block) and above.first_line in self.lines
            list_role = label.role if label else group_role if goes_on else role
            opened, label, count_before = label, None, len(self.names)
            is_answer = block.kind == "table" and is_people_table(block, signed=signed)
            below = blocks[position + 1 : position + 2]
            if not self._is_free(block, above):
                continue
            match block.kind:
                case "paragraph" | "heading":
                    # Below a list a paragraph speaks of something else, if it is not all names.
                    is_sure = any(map(is_person, below)) or (opened is not None and " " in block.visible)
                    is_alone = is_person(block) and (goes_on or is_sure)
                    is_below = is_alone or not (position or opened) or are_people(block, listed=bool(opened))
                    label = self._read_paragraph(block, list_role if is_below else None, below)
                    label = label or self._label_above(block, below, list_role or group_role)
                    is_below = count < count_before == len(self.names) and not label
                    is_text = len(block.visible.split()) > _LONGEST_LABEL and not any(map(are_people, below))
                    role = None if is_below and is_text else role
                case "list":
                    label = self._read_list(block, list_role)
                case "table" if list_role or is_answer:
                    self.take_table(block, list_role or "attending")
            if opened and (len(self.names) > count_before or label):
                self.take_label(opened)
            # Below a list of people another may be empty: Absent:
            if label and len(self.names) > count_before:
                self.take_label(label)
            # Below a list the next one may be that of another group.
            group_role = label.role if label else list_role if len(self.names) > count_before else role
        return len(self.names) > count

    def _is_free(self, block: Block, above: Block) -> bool:
        if block.kind == "list":
            return not is_task_title(above.visible.split("\n")[-1])
        return self.sheet.is_free(block.lines)

    def _label_above(self, block: Block, below: Sequence[Block], above: Role | None) -> Label | None:
        """Return the label that the last line of a paragraph is for the list of people below it."""
        text = block.visible.split("\n")[-1]
        role = sentence_role(text, below, above) if text.endswith((":", "\uff1a")) else None
        return Label(role, text, block.last_line) if role else None

    def _read_paragraph(self, block: Block, role: Role | None, below: Sequence[Block]) -> Label | None:
        """Take the lines that have a label, or a role; return the label of the list below, if the last line is it."""
        parts = [(number, part) for number, text in block.texts for part in split_labels(text)]
        texts, index, unread = [part for _, part in parts], 0, list[tuple[int, str]]()
        # Of all paragraphs few are read for people, and only those ask for the columns, the links and what is below.
        columns = cache(partial(columns_of_lines, texts))
        first_line = self.sheet.document.said(block.first_line)
        is_head = role is not None and BOLD_LINE.fullmatch(first_line) is not None
        if is_head:
            is_head = all(map(read_names, texts[1:])) if len(texts) > 1 else any(map(are_people, below))
        while index < len(texts):
            number, text = parts[index]
            list_name, behind = label_and_names(text, self.more_labels) or (label_of(text), "")
            behind = "" if index == len(texts) - 1 and remarked_role(text, below) else behind
            names, more = gather_names(behind, texts[index + 1 :]) if list_name else ("", 0)
            numbers = tuple(dict.fromkeys(number for number, _ in parts[index : index + more + 1]))
            source = "\n".join(map(self.sheet.document.line, numbers)) if block.links else ""
            links = block.links_of(range(index, index + 1 + more), len(texts), source)
            index += more + 1
            is_group = text.rstrip().endswith((":", "\uff1a")) or (is_head and index == 1)
            if list_name and names:
                label = Label(list_name, text.replace(behind, "", 1), number)
                self.take_labeled(label, names, numbers, links)
            elif list_name and index == len(texts):
                return Label(list_name, " ".join(part for line, part in parts if line == number), number)
            elif not {*MARK_WORDS}.isdisjoint(words_of_line(text)[:1]):
                break  # the lines below go on with an action
            elif role and not list_name and is_group:
                if index == len(texts):
                    return Label(role, text, number)
                self.take_label(Label(role, text, number))
            elif role and not list_name:
                self.take_text(role, text, (number,), links, columns())
            else:
                unread.append((number, text))
        self.keep_unread([(number, text) for number, text in unread if number in self.lines])
        return None

    def _read_list(self, block: Block, role: Role | None) -> Label | None:
        """Take the items of a list; return the label of the list below it, if it ends in one."""
        free = (item for item in block.children if item.children and self.sheet.is_free(item.lines))
        bullets = [item for item in free if item.children[0].kind in {"heading", "paragraph"}]
        label, role_above = None, role
        heads = [item.children[0] for item in bullets]
        texts = [head.visible for head in heads]
        columns = cache(partial(columns_of, texts))
        rows = [(head.visible, item.lines, head.links) for item, head in zip(bullets, heads, strict=True)]
        role = role or ("attending" if len(texts) > 1 and all(map(says_who_was_there, texts)) else None)
        is_plain = not any(len(item.children) > 1 for item in bullets)
        if role and is_plain and self.take_all(role, rows, columns()):
            return None
        for item, text in zip(bullets, texts, strict=True):
            count, is_lone = len(self.names), len(item.children) == 1
            # Below Date: 5 May and Absent:, nobody is named by Place: Mill.
            is_other = all(map(is_field, (texts[0], text))) or label_and_names(text, self.more_labels)
            role = role_above if role != role_above and is_other else role
            if is_lone and text.endswith((":", "\uff1a")) and (below := label_of(text)):
                role, label = below, Label(below, text, item.last_line)
                continue
            self._read_item(role, item, columns)
            if label and len(self.names) > count:
                self.take_label(label)
                label = None
        return label

    def _read_item(self, role: Role | None, bullet: Block, columns: Callable[[], Columns | None]) -> None:
        paragraph, *nested = bullet.children
        text, numbers = paragraph.visible, tuple(paragraph.lines)
        list_name, names = label_and_names(text, self.more_labels) or (None, "")
        # In the course of the talk Guest: may stand before what one said.
        are_names = names[:1] == "@" or read_names(names)
        is_said = names.islower() and (list_name == "guests" or not are_names)
        if not list_name or (is_said and self.lists is not self.of_meeting):
            list_name, names = label_of(text) if nested else None, ""
            if nested and not list_name and "\n" not in text:
                list_name = sentence_role(text, nested)
        if list_name:
            label = Label(list_name, text.replace(names, "", 1), numbers[0])
            if names:
                self.take_labeled(label, names, numbers, paragraph.links)
            if self.read_blocks(nested, list_name) and not names:
                self.take_label(label)
        elif role:
            below = [head.visible for block in nested for head in block.heads]
            is_remark = len(below) == 1 and (below[0][:1].islower() or not read_entry(below[0]))
            is_remarked = is_remark and " " in text and read_entry(text) is not None
            # What has a list below it is a topic, or the name of a group, if it is nobody of whom more is said.
            are_members = all(are_people(block, listed=True) for block in nested)
            if nested and not is_remarked and are_members and self.read_blocks(nested, role):
                self.take_label(Label(role, text, numbers[0]))
            elif is_remarked or not any(block.kind == "list" for block in nested):
                likely_columns = columns() or (BY_COMMAS if PLACED.fullmatch(text) else None)
                self.take_text(role, text, numbers, paragraph.links, likely_columns)
