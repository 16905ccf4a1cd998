"""What single lines of old minutes say as actions, by the one grammar of actions and the people who are known."""

import re
from dataclasses import replace
from functools import cache, cached_property, partial

from minutebook.actions import grammar
from minutebook.actions.endings import Ending, split_ending
from minutebook.actions.grammar import TypedAction
from minutebook.actions.inner_actions import find_within
from minutebook.actions.words import LABEL_WORDS
from minutebook.oldminutes import named_owners
from minutebook.oldminutes.action_marks import with_usual_label
from minutebook.oldminutes.sheet import Sheet
from minutebook.records.defaults import ACTION_WORD

FOR = r"\A(?i:for|für|para|per|pour|voor)[ \t]+"
"""A pattern of what stands before owners: For Ann:"""
_FOR_OWNER = re.compile(rf"{FOR}(?=[^\W\d_a-z][^:]{{1,40}}:)")


class LineParser:
    """Parses the lines of one file, where some people are present."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.document, self.facts = sheet, sheet.document, sheet.facts
        self.meet(tuple(name.name for name in sheet.names))

    def meet(self, present: tuple[str, ...]) -> None:
        """Take some people for those present; most lines are read several times, and are known from the first one."""
        self.present, self.people = present, self.facts.people_on(present)
        self.parse_marked = cache(partial(grammar.parse_marked, people=self.people))
        self.find_within = cache(partial(find_within, people=self.people))

    def parse_line(self, text: str, *, is_placed: bool, needs_owner: bool) -> TypedAction | None:
        """Return the action that a line says, or None; where it `needs_owner`, what names nobody is none."""
        labeled = with_usual_label(text)
        typed = self.parse_line(labeled, is_placed=True, needs_owner=True) if labeled != text else None
        if typed and (typed.owners or labeled.startswith(f"{ACTION_WORD}-")):  # Step 2 is no talk of steps
            return typed
        typed = grammar.parse(text, self.people) if is_placed else self.parse_marked(text)
        if typed and typed.owners:
            return typed
        # The whole line is the task where its mark stands in the middle: The roof leaks. Action: Ann to call.
        if (within := self.find_within(text)) and within[1].owners:
            task, ending = split_ending(text)
            status = within[1].status if ending.status == "open" else ending.status
            return TypedAction(within[1].owners, task, ending.due, status, ending.remark)
        if not (typed or is_placed):
            return None
        plain = typed or grammar.finish(TypedAction((), text), Ending())
        if owned := self._with_owner(plain.task, is_placed=is_placed, is_sure=bool(typed) or not needs_owner):
            return replace(owned, due=plain.due, status=plain.status, remark=plain.remark)
        return self.parse_marked(text) if needs_owner else typed or (plain if split_ending(text)[0] else None)

    def _with_owner(self, task: str, *, is_placed: bool, is_sure: bool) -> TypedAction | None:
        """Return what a box or the place says to be an action, if it begins with its owner, be it a stranger."""
        task_of = _FOR_OWNER.sub("", task, count=1)
        if task_of != task and (owned := self._with_owner(task_of, is_placed=is_placed, is_sure=is_sure)):
            return owned
        marked = self.parse_marked(f"AI: {task}")
        trust = marked.form.trust if marked and marked.form else None
        is_named = marked is not None and trust == "stranger" and self._is_name(marked.owners[0])
        if is_named or (trust == "known" and is_sure):
            return marked
        if not is_sure and ". " in task:  # but one sentence may begin with its owner
            return None
        owners, rest = named_owners.split_named_owners(task, self.people, is_placed=is_placed and is_sure)
        return TypedAction(owners, rest) if owners and rest.casefold() not in LABEL_WORDS else None

    def _is_name(self, stranger: str) -> bool:
        """Whether a word before a task is a name: it stands nowhere in small letters, and is none for a thing, such as PR."""
        return " " in stranger or not (stranger.isupper() or stranger.casefold() in self.small_words)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand in the file in small letters."""
        return named_owners.small_words(self.document.lines)
