"""The items of a list as duties, counters, action items and topics, or as prose if they are none of these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from minutebook.minutes.layout import is_bullet
from minutebook.oldminutes.handwritten.written_actions import group_owners
from minutebook.oldminutes.importer.action_text import read_action, read_generated_action
from minutebook.oldminutes.importer.indents import dedent
from minutebook.oldminutes.importer.lone_lines import LoneLineReader
from minutebook.oldminutes.importer.outline import line_span
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.values import (
    Action,
    Actions,
    Block,
    Duties,
    NumberedLine,
    Prose,
    Topic,
)

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_MARKER = re.compile(r"\A[ \t]*(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|\Z)")


class ListReader:
    """Reads the lists of one text; lines in `prose` stay prose, whatever they look like."""

    def __init__(
        self,
        lines: Sequence[str],
        facts: SeriesFacts,
        prose: frozenset[int],
        *,
        draft: bool,
        generated: bool,
    ) -> None:
        self.lines, self.facts, self.prose = lines, facts, prose
        self.draft, self.generated = draft, generated
        self.lone_lines = LoneLineReader(facts, draft=draft, generated=generated)

    def read_list(self, list_node: "SyntaxTreeNode", *, listed: bool) -> Iterator[Block]:
        """Yield a block for each item of a list; `listed` says that all of them are action items."""
        after_duty, end_of_block = False, 0
        for item_node in list_node.children:
            first_line, last_line = self.bounds(item_node)
            # In generated minutes, what follows a block of minutebook's without an empty line is its own, too.
            by_minutebook = self.generated and end_of_block == first_line - 1
            text, line = self._lone_text(item_node)
            lone = self.lone_lines.read(text, line, after_duty=after_duty, by_minutebook=by_minutebook)
            block = lone or self._nested(item_node, listed=listed)
            after_duty, end_of_block = isinstance(block, Duties), 0 if isinstance(block, Prose) else last_line
            yield block

    def read_paragraph(self, paragraph: "SyntaxTreeNode") -> Actions | None:
        """Return the action item that a paragraph is, with the lines that it is wrapped into."""
        first_line, last_line = line_span(paragraph)
        action = self._action(self._joined(first_line, last_line), first_line, last_line, listed=False)
        return Actions((action,)) if action else None

    def read_list_of_owners(self, list_node: "SyntaxTreeNode", paragraph: "SyntaxTreeNode") -> Actions | None:
        """Return the action items of a list below a paragraph that names their owners."""
        first_line, last_line = line_span(paragraph)
        owners = group_owners(self._joined(first_line, last_line))
        actions = self._actions_of((list_node,), owners) if owners and not self.generated else ()
        return _with_owner_lines(actions, first_line, last_line) if actions else None

    def bounds(self, node: "SyntaxTreeNode") -> tuple[int, int]:
        """Return the first and last line of a block, without the empty ones at its end."""
        first_line, last_line = line_span(node)
        # markdown-it counts the empty lines below an item to that item.
        while last_line > first_line and not self.lines[last_line - 1].strip():
            last_line -= 1
        return first_line, last_line

    def _prose(self, first_line: int, last_line: int) -> Prose:
        return Prose(tuple(enumerate(self.lines[first_line - 1 : last_line], first_line)))

    def _joined(self, first_line: int, last_line: int) -> str:
        """Return some lines as one, without the bullet of the first."""
        stripped = [line.strip() for line in self.lines[first_line - 1 : last_line]]
        return " ".join([_MARKER.sub("", stripped[0], count=1), *stripped[1:]]).strip()

    def _lone_text(self, item_node: "SyntaxTreeNode") -> tuple[str, int]:
        """Return the text and the line of an item that is a single line; no text of any other item."""
        line, _ = self.bounds(item_node)
        is_paragraph = [child.type for child in item_node.children] == ["paragraph"]
        is_single = is_paragraph and line_span(item_node.children[0])[1] == line
        return (self._joined(line, line) if is_single else ""), line

    def _nested(self, item_node: "SyntaxTreeNode", *, listed: bool) -> Actions | Prose:
        """Return the action items or the topic that an item and the lists below it are, or its prose."""
        first_line, last_line = self.bounds(item_node)
        paragraph = item_node.children[0] if item_node.children else None
        if paragraph is None or paragraph.type != "paragraph":
            return self._prose(first_line, last_line)
        nodes_below = item_node.children[1:]
        paragraph_end = line_span(paragraph)[1]
        text = self._joined(first_line, paragraph_end)
        owners = group_owners(text) if nodes_below and not self.generated else ()
        if owners and (actions := self._actions_of(nodes_below, owners)):
            return _with_owner_lines(actions, first_line, paragraph_end)
        if action := self._action(text, first_line, paragraph_end, listed=listed):
            noted = self._with_note(action, nodes_below)
            return Actions((noted,)) if noted else self._prose(first_line, last_line)
        topic = self._topic(first_line, paragraph_end, text, nodes_below)
        return Actions((topic,)) if topic else self._prose(first_line, last_line)

    def _action(
        self, text: str, first_line: int, last_line: int, *, listed: bool, owners: Sequence[str] = ()
    ) -> Action | None:
        lines = range(first_line, last_line + 1)
        if not self.prose.isdisjoint(lines):
            return None
        if self.generated:
            # Behind any other bullet it is somebody's prose.
            if not is_bullet(self.lines[first_line - 1].lstrip(" ")):
                return None
            return read_generated_action(text, first_line, lines, self.facts.roster_spelling)
        return read_action(text, first_line, lines, self.facts, listed=listed, owners=owners)

    def _actions_of(
        self, list_nodes: Sequence["SyntaxTreeNode"], owners: Sequence[str]
    ) -> tuple[Action, ...]:
        """Return the action items of lists below the line of their owners, or none unless all items are such."""
        actions: list[Action] = []
        for list_node in list_nodes:
            if not list_node.type.endswith("_list"):
                return ()
            for item_node in list_node.children:
                first_line, _ = self.bounds(item_node)
                paragraph = item_node.children[0] if item_node.children else None
                if paragraph is None or paragraph.type != "paragraph":
                    return ()
                last_line = line_span(paragraph)[1]
                action = self._action(
                    self._joined(first_line, last_line), first_line, last_line, listed=False, owners=owners
                )
                noted = self._with_note(action, item_node.children[1:]) if action else None
                if not noted:
                    return ()
                actions.append(noted)
        return tuple(actions)

    def _with_note(self, action: Action, nodes_below: Sequence["SyntaxTreeNode"]) -> Action | None:
        """Return an action with the text below it as its note, or None if that is more than lines of a list."""
        notes = list(action.notes)
        lines = list(action.lines)
        for node in nodes_below:
            if node.type == "paragraph":
                first_line, last_line = self.bounds(node)
                notes.append(" ".join(line.strip() for line in self.lines[first_line - 1 : last_line]))
                lines += range(first_line, last_line + 1)
                continue
            if not node.type.endswith("_list"):
                return None
            for item_node in node.children:
                if len(item_node.children) != 1 or item_node.children[0].type != "paragraph":
                    return None
                first_line, last_line = self.bounds(item_node)
                notes.append(self._joined(first_line, last_line))
                lines += range(first_line, last_line + 1)
        reason = action.reason
        if self.generated and action.status == "dropped" and notes:
            reason, notes = notes[0], notes[1:]
        if not self.prose.isdisjoint(lines):
            return None
        kept = tuple(notes) if self.generated or not notes else ("; ".join(notes),)
        return replace(action, lines=tuple(lines), reason=reason, notes=kept)

    def _topic(
        self, first_line: int, last_line: int, text: str, nodes_below: Sequence["SyntaxTreeNode"]
    ) -> Topic | None:
        """Return a topic with the action items right below it; the other lines there are its notes."""
        lists_only = all(node.type.endswith("_list") for node in nodes_below)
        if first_line != last_line or first_line in self.prose or not text or not lists_only:
            return None
        actions: list[Action] = []
        notes: list[NumberedLine] = []
        for item_node in (item_node for list_node in nodes_below for item_node in list_node.children):
            start, end = self.bounds(item_node)
            block = self._nested(item_node, listed=False)
            members = block.members if isinstance(block, Actions) else ()
            if members and all(isinstance(member, Action) for member in members):
                actions += [member for member in members if isinstance(member, Action)]
                continue
            apart = bool(notes) and notes[-1][0] < start - 1
            if apart and not self.lines[start - 2].strip():
                notes.append((start - 1, ""))
            notes += dedent(self.lines, start, end)
        return Topic(first_line, text, tuple(notes), tuple(actions)) if actions else None


def _with_owner_lines(actions: Sequence[Action], first_line: int, last_line: int) -> Actions:
    """Return actions whose owners stand in lines above them; the first action gets these lines."""
    lines = (*range(first_line, last_line + 1), *actions[0].lines)
    return Actions((replace(actions[0], lines=lines), *actions[1:]))
