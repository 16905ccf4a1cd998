"""The repairs of `sync --fix`: what has one right answer is mended in a series' files."""

from collections.abc import Iterable
from datetime import date

from minutebook import rules
from minutebook.actions.late_edits import LateEdit
from minutebook.actions.reconciliation import NEWEST, Reconciliation
from minutebook.notebook.edits import action_lines, call_owners, open_editor
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.unsynced_edits import former_actions
from minutebook.notebook.update import Updated, edited
from minutebook.notebook.vanished import LostAction
from minutebook.records.phrases import excerpt
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.actions import add_action, replace_field
from minutebook.source.edits.mends import describe_mends, is_faithful
from minutebook.source.edits.mends import mend as mend_text
from minutebook.source.yaml.decoder import readable_text

_ROUNDS = 20  # a text that changes more often goes in a circle


def mend(notebook: Notebook, days: Iterable[date]) -> Updated:
    """Return a series with series.yaml and the meetings of some days mended, where there is one right answer."""
    texts, changes = {}, []
    for path in (notebook.series_path, *(notebook.days[day] for day in sorted(days))):
        try:
            data = notebook.data(path)
        except Refused:
            continue
        if (text := readable_text(data)) is None:
            continue
        mended, described = _mended(notebook.with_text(path, text), path, text)
        if mended.encode() != data:
            texts[path] = mended
            notebook = notebook.with_text(path, mended)
            changes += [(path, change) for change in described]
    return Updated(notebook, texts, mended=tuple(changes))


def restore(notebook: Notebook, lost: Iterable[LostAction]) -> Updated:
    """Return a series whose newest meeting has the lost actions again, open and in their words."""
    held_days = notebook.held_days
    if not held_days:
        return Updated(notebook)
    path = notebook.days[held_days[-1]]
    editor = open_editor(notebook, path)
    changes = []
    for lost_action in lost:
        action = lost_action.filed.action
        lines, data = _former_lines(lost_action, held_days[-1])
        add_action(editor, lost_action.filed.titles, lost_action.filed.topic, data, lines)
        owners = ", ".join(action.owners)
        changes.append((path, f"{action.record}: {owners}: {excerpt(action.task)} is put back, open"))
    return edited(notebook, changes, editor)


def take_over(notebook: Notebook) -> Updated:
    """Return a series whose newest meetings say what was edited in the one before after its actions were carried.

    What the second-newest takes over goes on into the newest.
    """
    updated = Updated(notebook)
    try:
        for day in notebook.held_days[-NEWEST:]:
            updated = updated.then(_taken_over(updated.notebook, day))
    except Refused:
        return Updated(notebook)
    return updated


def _taken_over(notebook: Notebook, day: date) -> Updated:
    """Return a series in which the meeting of a day says what was edited in the one before."""
    meeting = notebook.meeting(day)
    former = former_actions(notebook) if day == notebook.held_days[-1] else {}
    reconciliation = Reconciliation(notebook.history, meeting, former)
    previous, edits = reconciliation.previous, reconciliation.late_edits
    if previous is None or not edits:
        return Updated(notebook)
    editor, roster = open_editor(notebook, meeting.path), notebook.history.roster
    source = open_editor(notebook, previous.path)
    for edit in edits:
        if edit.key == "owner":
            call_owners(source, edit.earlier, roster, (previous.date, day))
        replace_field(
            editor, edit.action.key_path, edit.key, source.value(edit.earlier.key_path).get(edit.key)
        )
    return edited(notebook, ((meeting.path, _taken(edit, previous.date)) for edit in edits), editor)


def _taken(edit: LateEdit, day: date) -> str:
    return f"{edit.action.record}: its {edit.key} is {edit.text(edit.earlier)}, as on {day}"


def _former_lines(lost: LostAction, day: date) -> tuple[list[str], dict[str, object]]:
    """Return the lines and data of a lost action as the meeting of a day is to have it."""
    source = open_editor(lost.shared, lost.shared.days[lost.day])
    if lost.day >= day:
        key_path, since = lost.filed.action.key_path, lost.filed.action.since
        if since and since > day:  # its meeting was called off or deleted, and this one is earlier
            source.remove_key((*key_path, "since"))
        return source.source_lines(key_path), source.value(key_path)
    return action_lines(source, lost.filed, lost.day)


def _mended(notebook: Notebook, path: str, text: str) -> tuple[str, list[str]]:
    """Mend until nothing more can be, and say what was; a mend can bring to light what stood behind it."""
    changes: list[str] = []
    problems, readable = _look(notebook, path)
    for _ in range(_ROUNDS):
        for attempt in (problems, *((problem,) for problem in problems if problem.mend is not None)):
            mended = mend_text(text, attempt)
            mended_notebook = notebook.with_text(path, mended)
            if mended == text:
                continue
            problems_left, still_readable = _look(mended_notebook, path)
            if not readable or (
                still_readable
                and is_faithful(notebook.document(path).data, mended_notebook.document(path).data, attempt)
            ):
                changes += describe_mends(text, attempt)
                notebook, text, problems, readable = mended_notebook, mended, problems_left, still_readable
                break
        else:
            break
    return text, changes


def _look(notebook: Notebook, path: str) -> tuple[tuple[Problem, ...], bool]:
    """Return the problems that have their place in a file, and whether it can be read."""
    day = notebook.day_at(path)
    try:
        if day is None:
            _ = notebook.series
            return (), True
        meeting = notebook.meeting(day)
    except Refused as refused:
        return _placed_in(path, refused.problems), False
    try:
        findings = (*rules.lone_findings(meeting), *rules.historical_findings(meeting, notebook.history))
    except Refused:  # of an earlier meeting, or of series.yaml
        findings = tuple(rules.lone_findings(meeting))
    document = notebook.document(path)
    return tuple(document.problem(finding) for finding in findings), True


def _placed_in(path: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.path == path and problem.is_certain)
