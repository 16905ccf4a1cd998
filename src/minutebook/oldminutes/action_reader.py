"""Reads the action items of lists, with what stands below them, by the one grammar of actions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, filterfalse

from minutebook.actions import grammar
from minutebook.actions.endings import split_ending
from minutebook.minutes.layout import is_bullet
from minutebook.oldminutes.action_line_parser import FOR
from minutebook.oldminutes.action_lists import read_detail
from minutebook.oldminutes.action_marks import BOX, MARKED
from minutebook.oldminutes.action_notes_reader import NotesReader
from minutebook.oldminutes.blocks import BOLD_LINE, Block
from minutebook.oldminutes.languages import (
    is_action_title,
    is_agenda_title,
    is_joint_title,
    is_part_title,
    is_plan_title,
)
from minutebook.oldminutes.named_owners import is_owner, names_above_tasks, names_in_list
from minutebook.oldminutes.orders import are_steps, is_verb
from minutebook.oldminutes.sheet import lines_of
from minutebook.oldminutes.spellings import COMMITTEE
from minutebook.records.meeting import Action, Topic, actions_of
from minutebook.records.roster import UNASSIGNED

_ABOUT_OWNERS = re.compile(rf"{FOR}(?=[^\W\d_])|(?<![ \t])[ \t]+(?:to|will)(?=:\Z)", re.IGNORECASE)
"""What stands beside owners above a list: For Ann:, Ann will:"""
_PROBE_OWNER, _PROBE = "AI (x):", "x y"
"""An owner put before a task in a list below its owners, and a task put behind what may be these."""


class ActionReader(NotesReader):
    """Reads the actions of one file, with the lists that they stand in and what stands below them."""

    owners: tuple[str, ...] = ()  # whose is all that stands below a line that names them
    has_steps = True  # but below actions and more

    def meet_list(self, block: Block, title: str = "") -> None:
        """Take for owners the names at one end of all items of a list, if one is known, and those before most of them."""
        if is_agenda_title(title.rpartition("\n")[2]) and all(
            head.visible[:1] == "[" for head in block.heads
        ):
            self.points.update(pair[0].first_line for pair in block.paragraphs() if pair)
        texts = [BOX.sub("", self.document.text(head), count=1) for head in block.heads]
        are_heads = len(texts) > 1 and all(len(bullet.children) > 1 for bullet in block.children)
        names = names_above_tasks(texts, self.people, self.small_words) if are_heads else ()
        if names := names or names_in_list(texts, self.people, self.small_words):
            self.meet((*self.present, *filterfalse(is_verb, names)))
        # In a list of nothing but steps these need no owner.
        self.needs_owner = self.needs_owner and not (self.has_steps and are_steps(texts))

    def read_item(self, list_item: Block, *, is_placed: bool) -> tuple[Action | Topic, ...]:
        """Return the actions or the topic that an item of a list is with all below it; nothing where it is prose."""
        if not list_item.children:
            return ()
        paragraph, *nested = list_item.children
        if paragraph.kind == "list" and not nested and len(paragraph.children) == 1:  # such as - 1) oil it
            return self.read_item(paragraph.children[0], is_placed=is_placed)
        if paragraph.kind != "paragraph":
            return ()
        if self.generated and not is_bullet(self.document.line(list_item.first_line).lstrip(" ")):
            return ()
        if owned := self.read_owned_lists(paragraph, nested, is_placed=is_placed):
            return owned
        title = paragraph.visible
        is_link = self.document.text(paragraph) in {f"[{title}]({link})" for link in paragraph.links}
        if is_link and not nested and is_action_title(title):  # which leads to where they are
            return ()
        if is_link and is_placed and self._are_owned(nested):  # the page is what they are about
            return self._topic(paragraph, nested, is_placed=True)
        action = self.read_paragraph(paragraph, is_placed=is_placed)
        is_lone = action is not None and action.owners == (UNASSIGNED,)
        below = (pair[0] for block in nested for pair in block.paragraphs() if pair)
        texts_below = map(self.document.text, below)  # of which few are asked for
        is_told = is_lone and any(read_detail(text)[0] == "owner" for text in texts_below)
        # Behind a sentence, what a label such as Reasons: stands above is no task.
        is_label = action is not None and ". " not in action.task and action.task.endswith((":", "\uff1a"))
        if action and nested and is_lone and not is_told and is_label:
            return self._topic(paragraph, nested, is_placed=is_placed) or self.with_notes(action, nested)
        return (
            self.with_notes(action, nested)
            if action
            else self._below_title(paragraph, nested, texts_below, is_placed=is_placed)
        )

    def _below_title(
        self, paragraph: Block, nested: Sequence[Block], texts_below: Iterable[str], *, is_placed: bool
    ) -> tuple[Topic, ...]:
        """Return the topic that an item is with what stands below it, which may be a title of actions itself."""
        title = paragraph.visible
        # Next steps for the roof may be what is said of it.
        is_short = title.partition(" (")[0].rstrip(" :\uff1a").replace(" ", "", 1).isalpha()
        is_title = bool(nested) and (is_short or is_action_title(title))
        was_needed, is_sure = self.needs_owner, is_placed and not self.needs_owner
        is_label = is_title and not is_sure and self.is_place(title)
        # Where some plans have a mark, the others are talk.
        is_label = is_label and not (self.needs_owner and any(map(MARKED.match, texts_below)))
        if is_label:
            self.meet_list(nested[0])
        is_placed = (is_placed or is_label) and title[-1:] not in "?\uff1f"  # below a question are answers
        topic = self._topic(paragraph, nested, is_placed=is_placed)
        self.needs_owner = was_needed
        return topic

    def is_place(self, title: str, *, is_group: bool = False, is_closed: bool = False) -> bool:
        """Whether actions stand below a title; below one of plans, or of a group of actions, these name an owner."""
        is_certain, self.has_steps = is_action_title(title), not (is_closed or is_joint_title(title))
        self.needs_owner = not is_certain and (is_group or is_plan_title(title))
        return is_certain or self.needs_owner

    def owners_above(self, paragraph: Block, *, is_placed: bool) -> tuple[str, ...]:
        """Return whose actions stand in the list below a paragraph; nothing if it is no such paragraph."""
        markdown = self.document.text(paragraph).rstrip(" \\")
        text = _ABOUT_OWNERS.sub("", markdown.replace("**", "").rstrip())
        # Where but addresses tell who was there, Ann Lee in bold is no title as Front End is.
        if is_placed and BOLD_LINE.fullmatch(markdown) and {"@" in name for name in self.present} == {True}:
            self.meet((*self.present, *names_above_tasks((text,), self.people, self.small_words)))
        is_label = text.endswith((":", ")", "\uff1a")) or (is_placed and self.people.anybody)
        if self.generated or not is_label:
            return ()
        probe = f"{text.rstrip(':')}: {_PROBE}"
        typed = self.parse_marked(probe) or (grammar.parse(probe, self.people) if is_placed else None)
        is_open = typed is not None and typed.task == _PROBE and typed.status == "open"
        if not typed or not is_open or not all(map(is_owner, typed.owners)):
            return ()
        # Such as Action Item Review, or @ann: above what she says.
        is_remark = typed.form is not None and typed.form.has_accounts and not is_placed
        is_title = is_action_title(paragraph.visible) or any(map(is_part_title, typed.owners))
        is_known = all(
            self.people.is_known(owner) or re.fullmatch(COMMITTEE, owner) for owner in typed.owners
        )
        return () if is_remark or (is_title and not is_known) else typed.owners

    def read_owned_lists(
        self, paragraph: Block, lists: Sequence[Block], *, is_placed: bool
    ) -> tuple[Action, ...]:
        """Return the actions of the lists below a line that names their owners, or nothing unless all are such."""
        are_lists = bool(lists) and all(block.kind == "list" for block in lists)
        owners = self.owners_above(paragraph, is_placed=is_placed) if are_lists else ()
        actions = self.owned_items(lists, owners) if owners and self.sheet.is_free(paragraph.lines) else ()
        if actions:
            text, repeated = self.document.text(paragraph), f"in {len(actions)} action items"
            self.sheet.decide(paragraph.first_line, "owner repeated", text, repeated)
            for line in paragraph.lines:
                self.sheet.mark(line, text)
        return actions

    def owned_items(self, lists: Sequence[Block], owners: tuple[str, ...]) -> tuple[Action, ...]:
        """Return the items of lists as actions of their owners, or nothing unless all can be."""
        self.owners = owners
        items_read = [self.read_item(each, is_placed=True) for block in lists for each in block.children]
        self.owners = ()
        return tuple(actions_of(chain.from_iterable(items_read))) if all(items_read) else ()

    def parse_line(self, text: str, *, is_placed: bool, needs_owner: bool) -> grammar.TypedAction | None:
        """Return the action that a line says, of the owners above it if it names none; else None."""
        if not (self.owners and is_placed):
            return super().parse_line(text, is_placed=is_placed, needs_owner=needs_owner)
        task = BOX.sub("", text, count=1)
        own = grammar.parse(task, self.people)
        if own and self.people.are_known(own.owners) and not own.names_at_end:
            return super().parse_line(text, is_placed=is_placed, needs_owner=needs_owner)
        typed = grammar.parse(f"{text.removesuffix(task)}{_PROBE_OWNER} {task}")
        return replace(typed, owners=self.owners) if typed and split_ending(typed.task)[0] else None

    def _are_owned(self, lists: Sequence[Block]) -> bool:
        """Whether all that stands in lists right below an item are actions with owners."""
        texts = [self.document.text(head) for block in lists for head in block.heads]
        self.meet((*self.present, *names_in_list(texts, self.people, self.small_words)))
        lines = [self.parse_line(text, is_placed=True, needs_owner=True) for text in texts]
        # Before a colon stands who said something as well.
        forms = [typed.form for typed in lines if typed and typed.form and typed.owners]
        are_sure = all(form.names_at_end or form.strength == "marked" for form in forms)
        return bool(texts) and len(forms) == len(texts) and are_sure

    def _topic(self, paragraph: Block, nested: Sequence[Block], *, is_placed: bool) -> tuple[Topic, ...]:
        """Return the topic that an item with actions right below it is, or nothing."""
        text = self.document.text(paragraph)
        is_free = self.sheet.is_free(paragraph.lines)
        if not is_free or not text or not text.isprintable() or any(block.kind != "list" for block in nested):
            return ()
        actions: list[Action] = []
        notes: list[str] = []
        for list_item in (list_item for block in nested for list_item in block.children):
            read = self.read_item(list_item, is_placed=is_placed) if list_item.children else ()
            if read and all(isinstance(record, Action) for record in read):
                actions += actions_of(read)
                continue
            within = actions_of(read) if read else self._deeper(list_item, is_placed=is_placed)
            deeper = [] if self.generated else list(within)
            actions += deeper
            used = {line for action in deeper for line in lines_of(action)}
            apart = bool(notes) and not self.document.line(list_item.first_line - 1).strip()
            notes += [*([""] if apart else []), *self.document.dedented(list_item, used)]
        if not actions:
            return ()
        noted = "".join(f"{line}\n" for line in notes) or None
        return (Topic((paragraph.first_line, nested[-1].last_line), text, noted, tuple(actions)),)

    def _deeper(self, list_item: Block, *, is_placed: bool) -> Iterator[Action]:
        """Yield the actions in the lists below an item of a topic's own list, which has no room for them there."""
        is_placed = is_placed or any(is_action_title(block.visible) for block in list_item.children[:1])
        for bullet in (bullet for block in list_item.children[1:] for bullet in block.children):
            read = self.read_item(bullet, is_placed=is_placed)
            yield from actions_of(read) if read else self._deeper(bullet, is_placed=is_placed)
