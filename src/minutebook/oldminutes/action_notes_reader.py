"""Reads what stands below an action in its list: what is said of it, and actions of their own."""

from collections.abc import Sequence
from dataclasses import replace

from minutebook.actions import grammar
from minutebook.oldminutes.action_line_reader import LineReader
from minutebook.oldminutes.action_lists import read_detail
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.task_tables import read_due, read_owners, read_status
from minutebook.records.meeting import Action
from minutebook.records.roster import UNASSIGNED


class NotesReader(LineReader):
    """Reads the notes of actions, with the details that items below them have."""

    def with_notes(self, action: Action, nested: Sequence[Block]) -> tuple[Action, ...]:
        """Return an action with the text below it as its note, and the actions below it behind it; nothing if there is more."""
        notes = list(action.notes)
        lines, inner_actions = list(map(int, action.key_path)), list[Action]()
        below = [paragraph for block in nested for paragraph in block.paragraphs()]
        if None in below:
            return ()
        for paragraph, is_item in filter(None, below):
            ends_alike = is_item and self._ends_alike(action, paragraph)
            detailed = self._with_detail(action, paragraph) if is_item else None
            if (
                is_item
                and not detailed
                and (own_action := self.read_paragraph(paragraph, is_placed=ends_alike))
            ):
                inner_actions.append(own_action)
                text = self.document.text(paragraph)
                self.sheet.decide(paragraph.first_line, "item split", text, "an action item of its own")
            elif is_item and not self.sheet.is_free(paragraph.lines):
                return ()
            else:
                text = self.document.text(paragraph)
                action, note = detailed or self.with_outcome(action, paragraph.first_line, text)
                notes += [note] if note else []
                lines.append(paragraph.last_line)
        reason = action.reason
        if self.generated and notes and action.status == "dropped":
            reason, *notes = notes
        whole = replace(action, key_path=(lines[0], max(lines)), reason=reason, notes=tuple(notes))
        return (whole, *inner_actions)

    def _ends_alike(self, action: Action, paragraph: Block) -> bool:
        """Whether what stands below an action ends in its owner as the action does."""
        texts = self.document.text(paragraph), self.document.said(int(action.key_path[0]))
        # Few end in an owner, so that the one above is seldom read once more.
        readings = (grammar.parse(text, self.people) for text in texts)
        return all(reading is not None and reading.names_at_end for reading in readings)

    def _with_detail(self, action: Action, paragraph: Block) -> tuple[Action, str] | None:
        """Return an action with what an item below it says of it, such as Responsible: Ann, and what that says more."""
        text, line = self.document.text(paragraph), paragraph.first_line
        column, label, value = read_detail(text)
        detailed, more = None, ""
        if column == "owner" and action.owners == (UNASSIGNED,):
            owners, more = read_owners(value, line, self)
            detailed = replace(action, owners=owners) if owners else None
        elif column == "due" and not action.due:
            due, more = read_due(value, self.sheet.day, label)
            detailed = replace(action, due=due) if due else None
        elif column == "status" and action.status == "open":
            status, more = read_status(value)
            detailed = replace(action, status=status) if status == "done" else None
        if detailed:
            self.sheet.mark(line, text)
        return (detailed, more) if detailed else None
