"""Rules about tasks and notes in which words stand for what an action item has keys for."""

from collections.abc import Iterator, Mapping

from minutebook.actions.endings import (
    CLOSED_WITHIN,
    Ending,
    closed_before,
    is_sure,
    split_ending,
    status_of,
    verdict,
)
from minutebook.actions.usual_words import in_usual_words
from minutebook.actions.words import CLOSED_WORDS
from minutebook.records.fixed_words import Wording
from minutebook.records.history import History
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Action, Meeting
from minutebook.records.phrases import aligned
from minutebook.records.problem import FieldValue, Finding
from minutebook.rules.registry import HISTORY
from minutebook.source.yaml.plain_values import one_or_more
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import write_inline

_TICKED = late_pattern(r"\[[xX]\][ \t]+(?=\S)")


def in_fields(action: Action, message: str, fields: Mapping[str, FieldValue], key: str = "task") -> Finding:
    """Return a finding about what words say in the place of keys, with the lines to write for them."""
    texts = {
        field: write_text(value, key=field) if isinstance(value, str) else write_inline(value)
        for field, value in fields.items()
    }
    lines = [f"{field}: {text}" for field, text in texts.items()]
    is_complete = fields.get("status") != "dropped" or "reason" in fields
    lines += [] if is_complete else ["reason: why"]
    return Finding(
        (*action.key_path, key),
        message,
        hint=aligned("Write:", lines),
        record=action.record,
        fields=tuple(fields.items()) if is_complete else (),
    )


@HISTORY.rule("task-ends-like", severity="warning")
def words_have_keys(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A task should not end, nor begin, in what its own keys say, such as `[DONE]`; nor should a note only close it."""
    wording = history.series.style.on(meeting.date).wording
    for action in meeting.actions:
        misread = (_beginning(action) or _closed_within(action)) if action.status == "open" else None
        for finding in (misread or _end(action, wording), *_notes(action)):
            # What was carried on is told where it stands last.
            if finding and not history.is_carried_on(meeting.date, action.id):
                yield finding


def _end(action: Action, wording: Wording) -> Finding | None:
    """Return what is said of a task that ends in what minutes print behind it, or people type there."""
    task, ending = split_ending(in_usual_words(action.task, wording))
    if action.typed or task == action.task or not task:
        return None
    ending_words = action.task[len(task) :].strip() if action.task.startswith(task) else action.task[:40]
    message = f"the task ends in '{ending_words}', which is not read here"
    return in_fields(action, message, {"task": task, **_fields(action, ending)})


def _notes(action: Action) -> Iterator[Finding]:
    """Yield what is said of notes of an open action that say only what `status` says, such as `done on Friday`."""
    for note in action.notes if action.status == "open" and not action.typed else ():
        status = verdict(note).status if ":" not in note else "open"
        if status != "open":
            message = f"the note '{note}' closes nothing, so it stays open"
            yield in_fields(action, message, {"status": status}, "note")


def _fields(action: Action, ending: Ending) -> dict[str, FieldValue]:
    """Return what the end of a task says under the keys of its action."""
    fields: dict[str, FieldValue] = {"due": str(ending.due)} if ending.due else {}
    if ending.status == "open":
        return fields
    fields["status"] = ending.status
    if ending.remark and ending.status == "dropped":
        fields["reason"] = ending.remark
    elif ending.remark:
        fields["note"] = one_or_more((*action.notes, ending.remark))
    return fields


def _beginning(action: Action) -> Finding | None:
    """Return what is said of a task that begins with a mark that closes it, or with such a word in capitals."""
    ticked = _TICKED.match(action.task) if action.task.startswith("[") else None
    closed = ticked or closed_before(action.task)
    if action.typed or not closed or not (ticked or is_sure(closed)):
        return None
    message = f"the task begins with '{closed.group().strip()}', which is not read here"
    status = "done" if ticked else status_of(closed)
    return in_fields(action, message, {"task": action.task[closed.end() :], "status": status})


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
    ending = Ending(CLOSED_WORDS[mark.lower()], remark=remark)
    return in_fields(action, message, {"task": task, **_fields(action, ending)})
