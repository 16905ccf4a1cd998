"""What a line says as an action: who must do what, by when, and whether it is done."""

import re
from dataclasses import field, replace
from datetime import date

from minutebook.actions.endings import Ending, closed_before, is_sure, split_day, split_ending, status_of
from minutebook.actions.forms import ARROW, MARK, RESPONSIBLE, Form, compiled_forms
from minutebook.actions.known_people import NOBODY_KNOWN, KnownPeople
from minutebook.actions.usual_marks import with_colon, with_owner_alone, with_usual_mark, without_emphasis
from minutebook.actions.usual_words import in_usual_words, is_nothing_to_do
from minutebook.actions.words import CLOSING_WORDS, MARK_PHRASES, MARK_WORDS, NOBODY_WORDS, TICKS
from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Status
from minutebook.records.pasted_signs import BULLETS, DASHES, PICTURES, with_plain_spaces

BULLET = late_pattern(rf"(?:[-*+{BULLETS}]|[-=]>|[{PICTURES}]{{1,2}}|\(?[0-9]{{1,3}}[.)])[ \t]+")
"""A pattern of what begins an item of a list."""
_BOX_SIGNS = dict.fromkeys("\u2610\u25a1\u2b1c\U0001f532", "[ ] ") | dict.fromkeys("\u2611\u2612", "[x] ")
_STRUCK_BOX = late_pattern(r"\[[ xX]?\][ \t]*~~(?P<inner>[^~]+)~~[ \t]*")
_STRANGER = late_pattern(r"(?P<words>[^:]{1,80}):[ \t]+\S")
_BEFORE_WORDS = f" \t-=>*+_~`.)0123456789{BULLETS}{PICTURES}"
_SIGNS = ("(", "[", "\u3010", "@", "#", *TICKS, *_BOX_SIGNS)
_FIRST_WORD = late_pattern(r"[^\s,:\uff1a*_`(\[]*")
_LABELED = late_pattern(r"(?P<label>[^:*_@]{2,40}):[ \t]+(?=(?P<word>[^\s,:/]+))")
_MARKS = frozenset(
    {*MARK_WORDS, "to", "to-do", *CLOSING_WORDS, *(phrase.split()[0] for phrase in MARK_PHRASES)}
)
_MARK_INSIDE = late_pattern(
    rf"(?:[(\[]|\*\*|[.;!?] [*_]{{0,2}}){MARK}|{ARROW} ?\*\*|{RESPONSIBLE} ?(?:\*\*)? ?[:\uff1a]|[(\[]{RESPONSIBLE} "
)
_SIGNS_INSIDE = frozenset("*([:\uff1a>;\u2192\u21d2")
_MARK_ALONE = late_pattern(rf"(?:\[[ xX]?\] ?)?[*_(\[]{{0,3}}(?:{MARK}|{RESPONSIBLE})[*_)\]:]{{0,4}}")
_MARK_BEHIND = late_pattern(rf"[\s(\[]{MARK}\Z")
_ACCOUNT_ALONE = late_pattern(r"@[\w.-]+[ \t]*:?")
_BOLD_HEAD = late_pattern(r"(?P<sign>\*\*|__|[*_])(?P<label>[^*\s][^*]{0,999}?)(?P=sign)(?![*_])[ \t]*")
_DEEPEST = 3
"""How many marks may stand before one action."""


@dataclass(frozen=True, slots=True)
class TypedAction:
    """Who must do what, as a line says it; nobody is an empty tuple.

    `remark` is what the mark of a closed one says more, `stranger` the words before its colon that are nobody's name.
    """

    owners: tuple[str, ...]
    task: str
    due: date | None = None
    status: Status = "open"
    remark: str = ""
    stranger: str = field(default="", compare=False)
    form: Form | None = field(default=None, compare=False)

    @property
    def names_at_end(self) -> bool:
        """Whether its owners stand behind the task."""
        return self.form is not None and self.form.names_at_end

    @property
    def reason(self) -> str | None:
        """Why it was dropped; where only a mark says that it was, its word is all there is to say."""
        return (self.remark or self.status) if self.status == "dropped" else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What became of it."""
        return (self.remark,) if self.remark and self.status != "dropped" else ()


def parse(line: str, people: KnownPeople = NOBODY_KNOWN) -> TypedAction | None:
    """Return the action of a line that stands where actions do, or None where who and what can't be told apart."""
    return _read(line, people, marked=False)


def parse_marked(line: str, people: KnownPeople = NOBODY_KNOWN) -> TypedAction | None:
    """Return the action that a line is wherever it stands, or None."""
    # Of a page of prose only a few lines can be one, and to try all forms takes twenty times as long as this.
    may_be_marked = people.first_words is None or _may_be_marked(line, people)
    return _read(line, people, marked=True) if may_be_marked else None


def is_mark(line: str) -> bool:
    """Whether a line is the mark of an action, and nothing else."""
    return _MARK_ALONE.fullmatch(line) is not None


def _may_be_marked(line: str, people: KnownPeople) -> bool:
    spaced = with_plain_spaces(line)
    start = spaced.lstrip(_BEFORE_WORDS)
    if "**" in (signs := spaced[: len(spaced) - len(start)]) or "__" in signs:
        return True
    word = (_FIRST_WORD.match(start) or [""])[0]
    has_mark = start.startswith(_SIGNS) or (people.mark and start.startswith(people.mark))
    if has_mark or word in (people.first_words or ()) or word.lower().rstrip("-#0123456789") in _MARKS:
        return True
    if _SIGNS_INSIDE.isdisjoint(start):
        return False
    labeled = _LABELED.match(start)
    return bool(_MARK_INSIDE.search(start)) or bool(labeled and labeled["word"] in (people.first_words or ()))


def _read(line: str, people: KnownPeople, *, marked: bool) -> TypedAction | None:
    """Return the action of a line; a space of another sort stays in its task, and anywhere else is as good as the usual one."""
    spaced = with_plain_spaces(line)
    action = _read_spaced(spaced, people, marked=marked)
    if action is None or spaced == line:
        return action
    start = spaced.rfind(action.task)
    return replace(action, task=line[start : start + len(action.task)]) if start >= 0 else action


def _read_spaced(line: str, people: KnownPeople, *, marked: bool) -> TypedAction | None:
    bulleted = line.strip()
    bullet = BULLET.match(bulleted)
    unmarked = bulleted[bullet.end() :] if bullet else bulleted
    if box := _BOX_SIGNS.get(unmarked[:1]):
        unmarked = box + unmarked[1:].lstrip()
    if struck := _STRUCK_BOX.fullmatch(unmarked):
        unmarked = f"[x] {struck['inner']}"
    unmarked = unmarked if marked else with_colon(unmarked, people)
    usual = with_usual_mark(in_usual_words(unmarked, people.wording), people.mark)
    plain = with_owner_alone(without_emphasis(usual))
    bold = _BOLD_HEAD.match(plain)
    unbolded = bold["label"] if bold and bold.end() == len(plain) else plain
    if not (labeled := bold or _LABELED.match(plain)) or unbolded != plain:
        return _read_plain(unbolded, people, marked=marked)
    action = (bold and _below_label(bold, people)) or _read_plain(plain, people, marked=marked)
    if not bold:
        return action or _below_label(labeled, people)
    # Such as **Action: Mat** to order parts.
    whole = (
        None
        if action and action.owners
        else _read_plain(f"{bold['label']} {plain[bold.end() :]}", people, marked=marked)
    )
    return whole if whole and (whole.owners or not action) else action


def _below_label(labeled: re.Match[str], people: KnownPeople) -> TypedAction | None:
    """Return the action behind a label, such as Budget: Mat to send it round; what Mat said of others is none."""
    label, text = labeled["label"].rstrip(" :"), labeled.string[labeled.end() :].lstrip(f" \t:{DASHES}-")
    # A mark in the middle of a line is none of its label: The roof leaks. Action: Mat to call.
    if any(map(str.isdigit, label)) or people.are_alike((label,)) or _MARK_BEHIND.search(label):
        return None
    action = _read_plain(text, people, marked=True)
    return replace(action, task=f"{label}: {action.task}") if action and action.owners else None


def _read_plain(plain: str, people: KnownPeople, *, marked: bool) -> TypedAction | None:
    """Return the action of a line without bullet and emphasis, with what stands before and behind it."""
    head, ending = split_ending(plain)
    closed = closed_before(head)
    action = _match(head[closed.end() :], people, _DEEPEST, marked=marked) if closed else None
    # Done Mat: order parts, but: Complete the form (Mat).
    if closed and action and (is_sure(closed) or (action.owners and not action.names_at_end)):
        return finish(action, Ending(status_of(closed), ending.due, ending.remark))
    if action := _match(head, people, _DEEPEST, marked=marked):
        return finish(action, ending)
    # What looks like an ending may be all that there is to do.
    action = _match(plain, people, _DEEPEST, marked=marked) if head != plain else None
    return finish(action, Ending()) if action else None


def finish(action: TypedAction, ending: Ending) -> TypedAction:
    """Return an action with what stands behind its line, and before that behind its task."""
    task, task_ending = split_ending(action.task)
    if (closed := closed_before(task)) and is_sure(closed) and closed.end() < len(task):
        task, task_ending = task[closed.end() :], replace(task_ending, status=status_of(closed))
    if not task:
        return action
    statuses = (ending.status, task_ending.status, action.status)
    return replace(
        action,
        task=task,
        status=next((status for status in statuses if status != "open"), "open"),
        due=ending.due or task_ending.due,
        remark=ending.remark or task_ending.remark,
    )


def _match(text: str, people: KnownPeople, depth: int, *, marked: bool) -> TypedAction | None:
    for form, pattern in compiled_forms(front_first=not marked and people.anybody):
        match = None if marked and form.strength == "placed" else pattern.fullmatch(text)
        if match and (action := _take(form, match, people, depth, marked=marked)):
            return action
    stranger = None if marked else _STRANGER.match(text)
    return TypedAction((), text, stranger=stranger["words"].strip()) if stranger else None


def _take(
    form: Form, match: re.Match[str], people: KnownPeople, depth: int, *, marked: bool
) -> TypedAction | None:
    """Return the action of a line that a form fits, if its owner is one."""
    word = match.string.partition(":")[0]
    if form.has_mark and word.lower() in MARK_PHRASES and people.is_known(word):  # somebody is called Ap
        return None
    status: Status = "done" if match.groupdict().get("box") else "open"
    if form.trust in {"inner", "named"}:
        action = _match(without_emphasis(match["inner"]), people, depth - 1, marked=False) if depth else None
        # Without a colon behind it a word such as AI marks nothing in prose, unless somebody's name does.
        is_by_place = form.trust == "inner" or not marked
        if not action or not (action.owners or (action.stranger and is_by_place)):
            return None
        # Such as Action Item Review (Mat): a mark without a colon must stand right before its owner.
        is_title = marked and form.trust == "named" and action.names_at_end
        return None if is_title else replace(action, status=status, form=form)
    task = match["task"].strip()
    if form.trust != "believed" and (_MARK_ALONE.fullmatch(task) or (marked and is_nothing_to_do(task))):
        return None
    if form.trust == "nobody":
        return None if _ACCOUNT_ALONE.fullmatch(task) else TypedAction((), task, status=status, form=form)
    # Such as AI (Mat, due 2020-11-09): what stands behind tasks may stand there, too.
    accounts, task = people.whole_names(match) if form.has_accounts else (match["owners"], task)
    names, days = split_day(accounts)
    named, asides = people.split(names), (*people.asides(names), *days)
    owners = tuple(name for name in named if split_ending(f"{task} ({name})")[0] != task)
    asides += tuple(f"({name})" for name in named if name not in owners)
    trusted = {
        "alike": people.are_alike(owners),
        "partly": people.are_partly_known(owners),
        "known": people.are_known(owners),
    }.get(form.trust, bool(owners))
    is_nobody = len(owners) == 1 and owners[0].casefold() in NOBODY_WORDS
    if not trusted and not (is_nobody and form.strength == "placed"):
        return None
    if is_nobody:
        return TypedAction((), task, stranger=owners[0], form=form)
    return TypedAction(owners, " ".join((task, *asides)), status=status, form=form)
