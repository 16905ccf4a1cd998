"""Reads the action items of single lines and paragraphs, by the one grammar of actions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from minutebook.actions import grammar
from minutebook.actions.endings import split_ending
from minutebook.actions.grammar import TypedAction
from minutebook.actions.standings import split_standing
from minutebook.actions.words import CLOSING_WORDS, GROUP_WORDS, MARK_WORDS
from minutebook.minutes.action_line import read_action
from minutebook.oldminutes.evidence import Facts
from minutebook.oldminutes.languages import ACTION_MARK, says_nothing, words
from minutebook.oldminutes.markdown_blocks import Block, Document, without_bullet, words_of_line
from minutebook.oldminutes.names import is_name
from minutebook.oldminutes.sheet import Decision, PersonName
from minutebook.records.meeting import Action
from minutebook.records.roster import UNASSIGNED

_BOLD_HEAD = re.compile(r"\A(?P<sign>\*\*|__)(?P<head>[^*]{1,100}?)(?P=sign)")
_OWNER = re.compile(r"@?\w[\w.'\u2019 &-]{0,60}\??")
_NO_TASK = re.compile(r"(?:ai|action items?|todo|to do|@[\w.-]+)\b[ \t]*:?[ \t]*\Z", re.IGNORECASE)
MARKS = frozenset(
    {
        *MARK_WORDS,
        *CLOSING_WORDS,
        *("to", "do", "for", "and", "will", "shall", "should", "must", "due", "by", "on", "deadline", "x"),
        *("overdue", "since", "meeting", "lapses", "next", "time"),
        *("und", "et", "og", "och", "en", "ja", "i", "y", "e"),
    }
)
"""Words by which a line says that it is an action, and which the minutes write in their own way."""
_TO = re.compile(r"to[ \t]+(?!be\b)(?=[a-z])")
_ORDER = re.compile(
    r"(?!is\b|was\b|has\b|had\b|will\b|would\b|can\b|could\b|[a-z]+(?<![su])s\b|[a-z]+ed\b)[a-z]"
)
"""What a task without `to` begins with, and no remark such as likes it."""
_STRANGER_TO = re.compile(
    r"(?P<name>[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2}) (?:to|will) (?!be\b)(?P<task>[a-z].*)"
)
_NO_OWNERS = words("people", "no_owners")


@dataclass
class ActionsOfFile:
    """What the actions of a file need besides their records: see Sheet."""

    decisions: list[Decision] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    marks: dict[int, frozenset[str]] = field(default_factory=dict)
    ages: dict[int, int] = field(default_factory=dict)
    lapsing: set[int] = field(default_factory=set)


class LineReader:
    """Reads the actions of single lines and paragraphs; lines in `prose` stay prose, whatever they look like."""

    def __init__(
        self,
        path: str,
        day: date,
        document: Document,
        facts: Facts,
        present: Sequence[str],
        *,
        prose: frozenset[int],
        generated: bool,
    ) -> None:
        self.path, self.day, self.document, self.facts, self.present = path, day, document, facts, present
        self.prose, self.generated = prose, generated
        self.file = ActionsOfFile()
        self.people = facts.people_on(present)

    def read_lines(self, paragraph: Block, *, is_placed: bool) -> Iterator[tuple[int, int, Action]]:
        """Yield the actions that the lines of a paragraph are, each with its first and last line."""
        starts: list[tuple[int, Action | None]] = []
        for number in paragraph.lines:
            line = self.document.line(number).strip()
            action = self._read_owned(line, number, is_placed=is_placed, quiet=True)
            if action or number == paragraph.first_line:
                starts.append((number, action))
        ends = [number - 1 for number, _ in starts[1:]] + [paragraph.last_line]
        for (first_line, action), last_line in zip(starts, ends, strict=True):
            text = self._joined(first_line, last_line)
            if action and (whole := self._read_owned(text, first_line, is_placed=is_placed)):
                yield first_line, last_line, replace(whole, key_path=(first_line, last_line))

    def _read_owned(self, text: str, line: int, *, is_placed: bool, quiet: bool = False) -> Action | None:
        """Return the action of a line of a paragraph, which must name its owner even where actions stand."""
        action = self._read(text, line, is_placed=False, quiet=quiet)
        if not action and is_placed:
            action = self._read(text, line, is_placed=True, quiet=quiet)
            return action if action and action.owners != (UNASSIGNED,) else None
        return action

    def unfollowed(self, lines: Sequence[int]) -> Iterator[int]:
        """Yield the lines of prose that are actions by the grammar, and so are followed by nobody."""
        for number in lines:
            line = self.document.line(number)
            if line.strip() and self._read(without_bullet(line), number, is_placed=False, quiet=True):
                yield number

    def _read_paragraph(self, paragraph: Block, *, is_placed: bool) -> Action | None:
        if not self.prose.isdisjoint(paragraph.lines):
            return None
        action = self._read(self.document.text(paragraph), paragraph.first_line, is_placed=is_placed)
        return replace(action, key_path=(paragraph.first_line, paragraph.last_line)) if action else None

    def _joined(self, first_line: int, last_line: int) -> str:
        return " ".join(self.document.line(number).strip() for number in range(first_line, last_line + 1))

    def _read(self, text: str, line: int, *, is_placed: bool, quiet: bool = False) -> Action | None:
        text = text.removesuffix("\\").rstrip()
        if line in self.prose or not text or says_nothing(text):
            return None
        if self.generated:
            return self._read_generated(text, line)
        typed = self._parse(text, is_placed=is_placed)
        if not typed or says_nothing(typed.task) or not typed.task or _NO_TASK.fullmatch(typed.task):
            return None
        if not is_placed and _is_remark(typed, text):
            return None
        if not all(map(is_owner, typed.owners)) or not typed.task.isprintable():
            return None
        if typed.owners and (match := _TO.match(typed.task)):
            typed = replace(typed, task=typed.task[match.end() :])
        task = split_standing(typed.task)[0]
        owners = tuple(dict.fromkeys(self.facts.spell_owner(owner, self.present) for owner in typed.owners))
        if not quiet:
            self._note_names(typed, owners, line)
            self.file.marks[line] = self._marks(text, typed)
        return Action(
            (line,),
            None,
            owners or (UNASSIGNED,),
            task,
            due=typed.due,
            status=typed.status,
            notes=typed.notes,
            reason=typed.reason,
        )

    def _parse(self, text: str, *, is_placed: bool) -> TypedAction | None:
        parse = grammar.parse if is_placed else grammar.parse_marked
        bold = _BOLD_HEAD.match(text)
        unbold = f"{bold['head']} {text[bold.end() :].lstrip()}".strip() if bold else text
        if mark := ACTION_MARK.match(unbold):
            text, parse = f"ACTION: {unbold[mark.end() :]}", grammar.parse_marked
        elif bold and not text[bold.end() :].strip():
            text = unbold
        if typed := parse(text, self.people):
            return _of_stranger(typed) if mark or (typed.form and "{mark}" in typed.form.pattern) else typed
        if bold and not any(map(str.isdigit, bold["head"])):
            # Such as **Budget:** Ann to send it round.
            typed = grammar.parse_marked(text[bold.end() :].lstrip(" \t:"), self.people)
            if typed and typed.owners:
                return replace(typed, task=f"{bold['head'].rstrip(':')}: {typed.task}")
        if bold and (typed := parse(unbold, self.people)):
            return typed
        if not is_placed:
            return None
        head, ending = split_ending(text)
        return TypedAction((), head, ending.due, ending.status, ending.remark) if head else None

    def _read_generated(self, text: str, line: int) -> Action | None:
        written = read_action(text)
        if not written or not written.task:
            return None
        owners = tuple(owner.replace("\\", "") for owner in written.owners)
        if written.standing.ordinal:
            self.file.ages[line] = written.standing.ordinal
        if written.standing.lapsing:
            self.file.lapsing.add(line)
        self.file.names += [PersonName(owner, line, "owner") for owner in owners]
        return Action((line,), None, owners, written.task, due=written.standing.due, status=written.status)

    def _note_names(self, typed: TypedAction, owners: tuple[str, ...], line: int) -> None:
        for written, owner in zip(typed.owners, owners, strict=False):
            is_account = f"@{written}" in self.document.line(line)
            are_several = len(typed.owners) > 1 and all(map(is_name, typed.owners))
            is_group = written.casefold() in GROUP_WORDS
            is_sure = (
                is_account
                or are_several
                or is_group
                or (typed.form is not None and typed.form.trust == "believed")
            )
            self.file.names.append(
                PersonName(written, line, "owner", written if is_account else "", is_sure=is_sure)
            )
            if written.removeprefix("@") != owner:
                self.file.decisions.append(self.facts.alias(self.path, line, written, owner))

    def _marks(self, text: str, typed: TypedAction) -> frozenset[str]:
        """Return the words of a line that are no words of its task: marks, and its owners as they are written."""
        owners = {word for owner in typed.owners for word in words_of_line(owner)}
        words = frozenset(words_of_line(text))
        foreign = ACTION_MARK.match(text.replace("*", "").lstrip("_ "))
        return words & (MARKS | owners | set(words_of_line(foreign[0]) if foreign else ()))


def _of_stranger(typed: TypedAction) -> TypedAction:
    """Return an action with a mark whose owner nobody knows, such as ACTION: Ann Lee to order parts."""
    match = None if typed.owners else _STRANGER_TO.fullmatch(typed.task)
    if not match or not is_name(match["name"]) or match["name"].split()[0].casefold() in _NO_OWNERS:
        return typed
    return replace(typed, owners=(match["name"],), task=match["task"])


def _is_remark(typed: TypedAction, text: str) -> bool:
    """Whether a line outside of lists of actions has no mark, or is what somebody says, such as @ann likes it."""
    form = typed.form
    if not form or not typed.owners:
        return form is not None and not form.has_box and "{mark}" not in form.pattern
    if form.has_accounts and not _TO.match(typed.task):
        return len(typed.owners) > 1 or f"{typed.owners[0]}:" in text or not _ORDER.match(typed.task)
    # Such as Action Item Review (Ann): a mark without a colon must stand right before its owner.
    return form.trust == "named" and text.rfind(typed.owners[0]) > text.find(typed.task)


def is_owner(name: str) -> bool:
    """Whether a name can be an owner's: without other signs, and no word that closes an action."""
    return _OWNER.fullmatch(name) is not None and name.casefold() not in CLOSING_WORDS
