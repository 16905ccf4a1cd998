"""Rules about the words of action items: who is meant, and what is said of them that has a key of its own."""

import re
from collections.abc import Iterator
from datetime import date

from minutebook.actions.endings import CLOSED_WITHIN, closed_before, is_sure, split_ending, status_of, verdict
from minutebook.actions.forms import ARROW
from minutebook.actions.standings import short_form
from minutebook.actions.unread_days import find_unread_day, split_spoken_day
from minutebook.actions.usual_words import in_usual_words
from minutebook.actions.words import CLOSED_WORDS
from minutebook.records.filenames import day_of
from minutebook.records.history import History
from minutebook.records.iso_days import DAY
from minutebook.records.late_patterns import late_pattern
from minutebook.records.likeness import suggestion
from minutebook.records.meeting import Action, Meeting
from minutebook.records.phrases import aligned, excerpt
from minutebook.records.problem import Finding
from minutebook.records.roster import UNASSIGNED, Roster
from minutebook.rules.mentions import name_choice
from minutebook.rules.registry import HISTORY
from minutebook.source.yaml.closed_tasks import closing_lines
from minutebook.source.yaml.quotes import write_text

_LONGEST = 500
_MOST_NAMES = 3
_DAY = late_pattern(DAY)
_TICKED = late_pattern(r"\[[xX]\][ \t]+(?=\S)")
_SIGNS = late_pattern(r"[:|]")
_FIRST_SIGN = late_pattern(r"([^.,;]+)[.,;]\s+(.*)")
_AROUND = late_pattern(r"\A\W*(?:(?:[0-9][0-9./-]*|\w[.)])\s+)?|\W+\Z")
_MOST_PARTS = 5
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
        for pattern in _NEXT_ITEM:
            yield from pattern.finditer(task)
        yield from _FORMER_ITEM.finditer(task)


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
    return _between_signs(task, roster)


def _between_signs(task: str, roster: Roster) -> tuple[str, tuple[str, ...], str]:
    """Return a name of the roster that stands before or behind a colon or another sign within a task, as `_first_words` does."""
    phrases = [phrase.strip() for phrase in _SIGNS.split(task)]
    first = _FIRST_SIGN.match(task)
    pairs = ((name, ": ".join(text for text in phrases if text != name)) for name in phrases[:_MOST_PARTS])
    for phrase, remaining in (*([first.groups()] if first else ()), *pairs):
        name = _AROUND.sub("", phrase)
        if remaining and (person := roster.canonical(name)):
            return name, (person,), remaining
    return "", (), task


@HISTORY.rule("task-ends-like", severity="warning")
def tasks_end_in_words(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A task should not end, nor begin, in what its own keys say, such as `[DONE]`."""
    wording = history.series.style.on(meeting.date).wording
    for action in meeting.actions:
        misread = (_beginning(action) or _closed_within(action)) if action.status == "open" else None
        if misread:
            yield misread
            continue
        task, ending = split_ending(in_usual_words(action.task, wording))
        if action.typed or task == action.task or not task:
            continue
        fields = [f"task: {write_text(task)}"]
        fields += [f"due: {ending.due}"] if ending.due else []
        fields += [f"status: {ending.status}"] if ending.status != "open" else []
        fields += [f"reason: {write_text(ending.remark or 'why')}"] if ending.status == "dropped" else []
        ending_words = action.task[len(task) :].strip() if action.task.startswith(task) else action.task[:40]
        message = f"the task ends in '{ending_words}', which is not read here"
        hint = aligned("Write:", fields)
        yield Finding((*action.key_path, "task"), message, hint=hint, record=action.record)


@HISTORY.rule("task-ends-like", severity="warning")
def notes_close_nothing(meeting: Meeting, _history: History) -> Iterator[Finding]:
    """A note of an open action item should not say only what `status` says, such as `done on Friday`."""
    for action in meeting.actions:
        for note in action.notes if action.status == "open" and not action.typed else ():
            status = verdict(note).status if ":" not in note else "open"
            if status != "open":
                message = f"the note '{note}' closes nothing, so it stays open"
                hint = aligned("Write:", closing_lines(status))
                yield Finding((*action.key_path, "note"), message, hint=hint, record=action.record)


def _beginning(action: Action) -> Finding | None:
    """Return what is said of a task that begins with a mark that closes it, or with such a word in capitals."""
    ticked = _TICKED.match(action.task) if action.task.startswith("[") else None
    closed = ticked or closed_before(action.task)
    if action.typed or not closed or not (ticked or is_sure(closed)):
        return None
    status = "done" if ticked else status_of(closed)
    message = f"the task begins with '{closed.group().strip()}', which is not read here"
    task = write_text(action.task[closed.end() :])
    hint = aligned("Write:", (f"task: {task}", *closing_lines(status)))
    return Finding((*action.key_path, "task"), message, hint=hint, record=action.record)


def _closed_within(action: Action) -> Finding | None:
    """Return what is said of a task with a mark in it that closes it, behind which stands why."""
    closed = CLOSED_WITHIN.search(action.task) if "[" in action.task else None
    if not closed:
        return None
    mark, remark, task = closed["word"], closed["remark"].strip(), action.task[: closed.start()]
    message = f"the task goes on behind '[{mark}]', which is not read here"
    if action.typed:
        line = action.typed.value.replace(action.task, f"{task} [{mark}: {remark}]")
        hint = f"Write: - {action.typed.key + ': ' if action.typed.key else ''}{write_text(line)}"
        return Finding(action.path_of("owner"), message, hint=hint, record=action.record)
    status = CLOSED_WORDS[mark.lower()]
    key = "reason" if status == "dropped" else "note"
    lines = (f"task: {write_text(task)}", f"status: {status}", f"{key}: {write_text(remark)}")
    return Finding((*action.key_path, "task"), message, hint=aligned("Write:", lines), record=action.record)


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
        hint, mend = _with_due_date(action, _said_on(meeting, history, action), day or meeting.date)
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


def _with_due_date(action: Action, said_on: date, example_day: date) -> tuple[str, str | None]:
    """Return how the due date of an action is written that its task says in words, and the mend of its typed line."""
    task, due = split_spoken_day(action.task, said_on) or ("", None)
    if due is None:
        example = f"(due {example_day}) behind the task" if action.typed else f"due: {example_day}"
        return f"Write the day as year, month and day, such as {example}", None
    if action.typed is None:
        return aligned("Write:", (f"task: {write_text(task)}", f"due: {due}")), None
    mend = write_text(action.typed.value.replace(action.task, short_form(task, due, "open")))
    return f"Write: - {action.typed.key + ': ' if action.typed.key else ''}{mend}", mend
