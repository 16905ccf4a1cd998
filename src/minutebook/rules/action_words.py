"""Rules about the words of action items: who is meant, and what is said of them that has a key of its own."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from minutebook.actions.endings import split_ending, verdict
from minutebook.actions.forms import ARROW
from minutebook.actions.lone_names import split_lone_names
from minutebook.actions.standings import short_form
from minutebook.actions.unread_days import find_unread_day, split_spoken_day
from minutebook.records.filenames import day_of
from minutebook.records.history import History
from minutebook.records.iso_days import DAY
from minutebook.records.late_patterns import late_pattern
from minutebook.records.likeness import suggestion
from minutebook.records.meeting import Action, Meeting
from minutebook.records.phrases import excerpt
from minutebook.records.problem import Finding
from minutebook.records.roster import UNASSIGNED, Roster
from minutebook.rules.mentions import name_choice
from minutebook.rules.misread_tasks import in_fields
from minutebook.rules.registry import HISTORY
from minutebook.source.yaml.quotes import write_text

_LONGEST = 500
_MOST_NAMES = 3
_DAY = late_pattern(DAY)
_NAME_FIRST = late_pattern(
    r"(?P<name>[^\s:]+(?: [^\s:]+){0,2}?)(?: (?:to|will|shall|should|must) |:\s+)(?P<task>\S.*)"
)
_NAME = r"(?P<name>[^\s:;.,()]+(?: [^\s:;.,()]+){0,2}?)"
_NEXT_ITEM = tuple(
    late_pattern(pattern)
    for pattern in (
        rf"(?:\A|[;.,][ \t]+){_NAME}[ \t]*(?::|{ARROW})[ \t]+(?P<task>\S.*)",
        rf"[;.][ \t]+{_NAME}[ \t]+(?:to|will|shall|should|must)[ \t]+(?P<task>\S.*)",
    )
)
_FORMER_ITEM = late_pattern(rf"(?P<task>(?<!\S)\S.{{0,100}}?)(?<![ \t])[ \t]+\({_NAME}\)(?=[,;][ \t]+\S)")
"""Where a line holds what two people are to do, such as: order parts; Mat will pay, or: order parts (Mat), pay them."""


@HISTORY.rule("owner-unclear", severity="warning")
def a_task_is_of_its_owners(meeting: Meeting, history: History) -> Iterator[Finding]:
    """What somebody else is to do should be an action item of its own, or nobody asks them for it."""
    roster = history.roster
    for action in meeting.actions:
        people = {roster.canonical(owner) for owner in action.owners}
        for match in _others_items(action.task) if action.status == "open" else ():
            person = roster.canonical(match["name"])
            if not person or person in people or history.is_carried_on(meeting.date, action.id):
                continue
            item = excerpt(match.group().lstrip(" ,;."))
            message = f"{item} is for {person} to do, and within this task nobody follows it"
            hint = f"Take it out of this task, and add a line: - {person}: {write_text(match['task'])}"
            key_path = action.path_of("task")
            yield Finding(key_path, message, hint=hint, record=action.record)
            break


def _others_items(task: str) -> Iterator[re.Match[str]]:
    """Yield where a task may hold another action item, with a name and what is to be done."""
    if len(task) <= _LONGEST and any(sign in task for sign in ":;.,>\u2192"):
        for match in chain(*(pattern.finditer(task) for pattern in (*_NEXT_ITEM, _FORMER_ITEM))):
            # What stands in brackets, as in (Ann, Ben: done), is a remark.
            text_before = task[: match.start()]
            if text_before.count("(") <= text_before.count(")") and verdict(match["task"]).status == "open":
                yield match


@HISTORY.rule("owner-unclear", severity="warning")
def typed_actions_name_somebody(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An action item that is typed in a hurry should name somebody of the roster or of the meeting, or `unassigned`."""
    roster = history.roster
    for action in meeting.actions:
        if action.owners not in ((), (UNASSIGNED,)):
            continue
        name, people, task = _mistyped_owner(action.task, roster)
        stranger = name or (action.typed.stranger if action.typed else "")
        if stranger and not people and (nearest := roster.nearest(stranger)):
            people, task = (nearest,), task.removeprefix(f"{stranger}:").strip()
        guess = suggestion(" or ".join(people))
        if people and not action.typed and action.status == "open":
            message = f"nobody owns {excerpt(action.task)}{guess}"
            owner_lines = " or ".join(f"`owner: {write_text(person)}`" for person in people)
            hint = f"Write {owner_lines} and `task: {write_text(task)}`."
            yield Finding(action.path_of("owner"), message, hint=hint, record=action.record)
        elif stranger and not action.owners and roster.has(action.task):
            message = f"{excerpt(stranger, 40)} is a person, and what there is to do is missing"
            hint = f"Write: - {write_text(stranger)}: what there is to do"
            yield Finding(action.path_of("owner"), message, hint=hint, record=action.record, on_key=True)
        elif stranger and not action.owners:
            is_known = roster.has(stranger)
            position = (
                "stands here without a colon" if action.task.startswith(stranger) else "does not stand first"
            )
            fault = position if is_known else "is nobody known here"
            guess = "" if is_known else guess
            message = f"{excerpt(stranger, 40)} {fault}, so `sync` makes this `{UNASSIGNED}`{guess}"
            owner = write_text(people[0]) if people else UNASSIGNED
            hint = (
                f"Write: - {owner}: {write_text(short_form(task, action.due, action.status))}\n"
                f"or, in place of `{owner}`, {name_choice(roster)}."
            )
            yield Finding(action.path_of("owner"), message, hint=hint, record=action.record, on_key=True)


def _mistyped_owner(task: str, roster: Roster) -> tuple[str, tuple[str, ...], str]:
    """Return the name with which a task begins and that nobody has to the letter, whose it may be, and what they are to do."""
    match = _NAME_FIRST.match(task)
    mistyped = roster.mistyped(match["name"]) if match else None
    people: tuple[str, ...] = (mistyped,) if mistyped else ()
    if match and not mistyped:
        people = roster.namesakes(match["name"]) or roster.shortened(match["name"])
    return (match["name"], people, match["task"]) if match and people else _first_words(task, roster)


def _first_words(task: str, roster: Roster) -> tuple[str, tuple[str, ...], str]:
    """Return a name of the roster with which a task begins, one word only to the letter, and whose it is."""
    words = task.split(" ")
    for number in range(min(_MOST_NAMES, len(words) - 1), 0, -1):
        name = " ".join(words[:number])
        canonical = roster.canonical(name)
        people = (canonical,) if canonical else roster.namesakes(name) if number > 1 else ()
        if people:
            return name, people, " ".join(words[number:]).lstrip("| ")
    names, remaining = split_lone_names(task, lambda phrase: (phrase,) if roster.canonical(phrase) else ())
    return "".join(names), tuple(filter(None, map(roster.canonical, names))), remaining


@HISTORY.rule("due-unclear", severity="warning")
def due_dates_are_read(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A due date should be written as year, month and day, for one in words is part of the task."""
    for action in meeting.actions:
        words = find_unread_day(action.task) if action.status == "open" and not action.due else None
        # A day that can be read is told by `task-ends-like`, with its line; what was carried on, where it stands last.
        if not words or split_ending(action.task)[1].due or history.is_carried_on(meeting.date, action.id):
            continue
        key_path = action.path_of("task")
        match = _DAY.search(words)
        day = day_of(match.group()) if match else None
        is_last = action.task.rstrip(")].!").endswith(words)
        fault = "has more behind it than a day" if day and not is_last else "is no due date"
        message = f"'{words}' {fault}, so this item is never overdue"
        task, due = split_spoken_day(action.task, _said_on(meeting, history, action)) or ("", None)
        if due and not action.typed:
            yield in_fields(action, message, {"task": task, "due": str(due)})
            continue
        hint, mend = _with_due_date(action, task, due, day or meeting.date)
        yield Finding(key_path, message, hint=hint, record=action.record, mend=mend)


def _said_on(meeting: Meeting, history: History, action: Action) -> date:
    """Return the day on which the task of an action was first called so: its `Friday` is the one after that."""
    day = meeting.date
    for earlier_meeting in history.earlier_with(day, {action.id}) if action.id else ():
        earlier = earlier_meeting.action(action.id)
        if not earlier or earlier.task != action.task:
            break
        day = earlier_meeting.date
    return day


def _with_due_date(action: Action, task: str, due: date | None, example: date) -> tuple[str, str | None]:
    """Return how a line is written that says the due date of an action in words, and what stands in its place then."""
    if action.typed is None or due is None:
        shown = f"(due {example}) behind the task" if action.typed else f"due: {example}"
        return f"Write the day as year, month and day, such as {shown}", None
    mend = write_text(action.typed.value.replace(action.task, short_form(task, due, "open")))
    return f"Write: - {action.typed.key + ': ' if action.typed.key else ''}{mend}", mend
