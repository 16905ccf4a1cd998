"""Reads the action items of single lines and paragraphs, by the one grammar of actions."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from minutebook.actions import grammar
from minutebook.actions.endings import split_ending
from minutebook.actions.grammar import TypedAction
from minutebook.actions.standings import split_standing
from minutebook.actions.unread_days import split_spoken_day
from minutebook.minutes.action_line import read_action
from minutebook.oldminutes import named_owners
from minutebook.oldminutes.action_line_parser import LineParser
from minutebook.oldminutes.action_marks import (
    BOX,
    MARKS,
    closing_outcome,
    is_address,
    is_no_task,
    names_owner,
    without_links,
)
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.markdown_blocks import without_bullet, words_of_line
from minutebook.oldminutes.names import is_name, read_entry
from minutebook.oldminutes.orders import is_order, is_question, is_report
from minutebook.oldminutes.sheet import PersonName, Sheet
from minutebook.records.meeting import Action
from minutebook.records.pasted_signs import PICTURES, with_plain_spaces
from minutebook.records.roster import UNASSIGNED


class LineReader(LineParser):
    """Reads the actions of single lines and paragraphs; where it `needs_owner`, what names nobody is none."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.needs_owner, self.generated = False, sheet.generated
        self.points = set[int]()  # the lines of an agenda, where a box is that of a point of it

    def read_lines(
        self, paragraph: Block, below: Block | None = None, *, is_placed: bool
    ) -> Iterator[Action]:
        """Yield the actions of a paragraph's lines; the last line of each, or what stands `below`, may close it."""
        # Where somebody asks, the others answer and promise nothing.
        questions = [number for number in paragraph.lines[:-1] if self.document.said(number).endswith("?")]
        is_placed = is_placed and not questions
        starts: list[tuple[int, bool]] = []
        for number in paragraph.lines:
            line = self.document.said(number)
            owned = self._read_owned(line, number, is_placed=is_placed, quiet=True)
            is_action = bool(owned) or grammar.is_mark(line)  # which may stand alone above its action
            if starts and names_owner(line, self.parse_marked):
                starts[-1] = (starts[-1][0], True)
            elif is_action or number == paragraph.first_line:
                starts.append((number, is_action))
        is_line = below is not None and below.kind == "paragraph" and len(below.lines) == 1
        is_closed_below = below and is_line and self._outcome(below.first_line)
        ends = [number - 1 for number, _ in starts[1:]]
        ends.append(below.first_line if below and is_closed_below else paragraph.last_line)
        for (first_line, is_action), last_line in zip(starts, ends, strict=True):
            outcome = self._outcome(last_line) if first_line < last_line else ""
            texts = map(self.document.said, range(first_line, last_line + (not outcome)))
            text = " ".join(filter(None, texts))
            if is_action and (whole := self._read_owned(text, first_line, is_placed=is_placed)):
                action, note = self.with_outcome(whole, last_line, outcome)
                notes = (*action.notes, note) if note else action.notes
                yield replace(action, key_path=(first_line, last_line), notes=notes)

    def read_marked_lines(self, list_item: Block) -> tuple[Action, ...]:
        """Return the actions of an item's lines behind its first one that have a mark, such as Action: Ann to call."""
        paragraph, *nested = list_item.children or [list_item]
        if paragraph.kind != "paragraph" or nested:
            return ()
        lines_read = map(self.parse_marked, map(self.document.said, paragraph.lines[1:]))
        has_mark = any(typed.form and typed.form.has_mark for typed in lines_read if typed)
        return tuple(self.read_lines(paragraph, is_placed=False)) if has_mark else ()

    def _outcome(self, number: int) -> str:
        """Return a line that closes the action above it, or nothing."""
        line = self.document.said(number)
        is_free = number not in self.sheet.prose and not self.generated
        return line if is_free and closing_outcome(line) else ""

    def with_outcome(self, action: Action, number: int, text: str) -> tuple[Action, str]:
        """Return an action that the line below it closes, and what the line says more: DONE - in May."""
        outcome = None if self.generated or action.status != "open" else closing_outcome(text)
        if not outcome:
            return action, text
        self.sheet.mark(number, outcome["word"] or "")
        self.sheet.leave_out(number, *filter(None, [outcome["before"]]))
        return replace(action, status="done"), outcome["ticked"] or outcome["rest"] or ""

    def _read_owned(self, text: str, line: int, *, is_placed: bool, quiet: bool = False) -> Action | None:
        """Return the action of a line of a paragraph, which must name its owner even where actions stand."""
        action = self._read(text, line, is_placed=False, quiet=quiet)
        if action or not is_placed:
            return action
        # A whole sentence about somebody there, such as Ann agrees, is none.
        owned = self._read(text, line, is_placed=True, needs_owner=True, quiet=True)
        if owned is None or (len(owned.owners) == 1 and owned.task == split_ending(text)[0]):
            return None
        return owned if quiet else self._read(text, line, is_placed=True, needs_owner=True)

    def tell_unfollowed(self, record_lines: Collection[int]) -> None:
        """Tell of the actions in prose, which is all but the lines of records, where nobody follows them."""
        prose = (block for block in self.document.blocks if block.kind in {"list", "paragraph"})
        paragraphs = (nested for block in prose for nested in block.walk() if nested.kind == "paragraph")
        for line in (paragraph.first_line for paragraph in paragraphs):
            text = without_bullet(self.document.said(line))
            if line not in record_lines and self._read(text, line, is_placed=False, quiet=True):
                stated = self.document.line(line).strip()
                self.sheet.decide(line, "action item left in prose", stated, "prose is not carried forward")

    def read_paragraph(self, paragraph: Block, *, is_placed: bool) -> Action | None:
        """Return the action that a paragraph is as a whole, or None."""
        if not self.sheet.is_free(paragraph.lines):
            return None
        action = self._read(self.document.text(paragraph), paragraph.first_line, is_placed=is_placed)
        return replace(action, key_path=(paragraph.first_line, paragraph.last_line)) if action else None

    def _read(
        self, text: str, line: int, *, is_placed: bool, needs_owner: bool = False, quiet: bool = False
    ) -> Action | None:
        text = with_plain_spaces(text).removesuffix("\\").rstrip().lstrip(f"{PICTURES} ")
        if line in self.sheet.prose:
            return None
        if self.generated:
            return self._read_generated(text, line, quiet=quiet)
        unlinked, links = without_links(text, self.people.is_known)
        plain, due = self._without_day(unlinked)
        needs_owner = needs_owner or (self.needs_owner and not is_order(plain))
        if line in self.points and not self.parse_marked(BOX.sub("", plain, count=1)):
            return None
        typed = self.parse_line(plain, is_placed=is_placed, needs_owner=needs_owner)
        if typed and any(
            named_owners.is_label(owner, self.people, self.small_words) for owner in typed.owners
        ):
            typed = replace(typed, owners=(), task=plain)  # Verify: is the lamp on?
        if is_placed and not (typed and self.people.are_known(typed.owners)):
            at_end = named_owners.name_at_end(plain, line, self.small_words)
            self.sheet.ends.update({plain: at_end} if at_end else {})
        if not typed or not self._is_task(typed, plain, is_placed=is_placed):
            return None
        action = self._action_of(replace(typed, due=typed.due or due), line)
        if not quiet:
            at_end = self.sheet.ends.get(plain)
            if not at_end or at_end.name != typed.task:  # parts: Mat
                self._note_names(typed, action.owners, line)
            dropped_words = set(words_of_line(text)).difference(words_of_line(plain))
            self.sheet.marks[line] = self._marks(plain, typed) | dropped_words
            self.sheet.leave_out(line, *links)
        return action

    def _is_task(self, typed: TypedAction, line: str, *, is_placed: bool) -> bool:
        """Whether what a line says is to be done by somebody, and no talk, page or name alone."""
        form, task = typed.form, typed.task
        is_marked = form is not None and (form.has_mark or form.has_box)
        if not is_marked and (any(map(is_question, (line, task))) or is_report(task, typed.owners)):
            return False
        # Such as Action items: https://example.org/pad, where they are.
        is_page = not is_placed and form is not None and form.has_mark and is_address(task)
        if is_page or is_no_task(task) or not task.isprintable() or not any(map(str.isalnum, task)):
            return False
        # Such as a box before the name of whoever chairs or came.
        person = None if typed.owners else read_entry(task.split(",")[0])
        is_somebody = person is not None and self.people.is_known(person.name)
        return not is_somebody and all(map(named_owners.is_owner, typed.owners))

    def _without_day(self, text: str) -> tuple[str, date | None]:
        """Return a line without the day at its end that it names by its number, and that day."""
        undated, due = split_spoken_day(text, self.sheet.day) or (text, None)
        is_named = any(map(str.isdigit, text[len(undated) :]))  # Friday is said of a week
        return (undated, due) if is_named else (text, None)

    def _action_of(self, typed: TypedAction, line: int) -> Action:
        """Return what was typed in a line as an action of people as the roster has them."""
        owners = tuple(dict.fromkeys(self.facts.spell_owner(owner, self.present) for owner in typed.owners))
        return Action(
            (line, line),
            None,
            owners or (UNASSIGNED,),
            split_standing(typed.task)[0],
            due=typed.due,
            status=typed.status,
            notes=typed.notes,
            reason=typed.reason,
        )

    def _read_generated(self, text: str, line: int, *, quiet: bool) -> Action | None:
        written = read_action(text)
        if not written or not written.task:
            return None
        owners = tuple(owner.replace("\\", "") for owner in written.owners)
        if written.standing.ordinal:
            self.sheet.ages[line] = written.standing.ordinal
        if written.standing.lapsing:
            self.sheet.lapsing.add(line)
        self.sheet.names.extend(() if quiet else (PersonName(owner, line, "owner") for owner in owners))
        return Action((line,), None, owners, written.task, due=written.standing.due, status=written.status)

    def _note_names(self, typed: TypedAction, owners: tuple[str, ...], line: int) -> None:
        for written, owner in zip(typed.owners, owners, strict=False):
            is_account = f"@{written}" in self.document.line(line)
            are_several = len(typed.owners) > 1 and all(map(is_name, typed.owners))
            is_sure = typed.form is not None and (are_several or typed.form.trust == "believed")
            handle = written if is_account else ""
            self.sheet.names.append(PersonName(written, line, "owner", handle, is_sure=is_account or is_sure))
            if written.removeprefix("@") != owner:
                self.sheet.resolve(line, written, owner)

    def _marks(self, text: str, typed: TypedAction) -> frozenset[str]:
        """Return the words of a line that are no words of its task: marks, and its owners as they are written."""
        words, owners = frozenset(words_of_line(text)), words_of_line(" ".join(typed.owners))
        return words & MARKS.union(owners) | words.difference(words_of_line(typed.task))
