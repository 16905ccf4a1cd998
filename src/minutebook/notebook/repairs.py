"""The repairs of `sync --fix`: what has one right answer is mended in a series' files."""

from collections.abc import Iterable
from datetime import date

from minutebook import rules
from minutebook.notebook.edits import action_lines
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated
from minutebook.notebook.vanished import LostAction
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.actions import add_action
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.mends import mend as mend_text

_ROUNDS = 20  # a text that changes more often goes in a circle


def mend(notebook: Notebook, days: Iterable[date]) -> Updated:
    """Return a series with series.yaml and the meetings of some days mended, where there is one right answer."""
    texts = {}
    for path in (notebook.series_path, *(notebook.days[day] for day in sorted(days))):
        try:
            text = notebook.text(path)
        except Refused:
            continue
        mended = _mended(notebook, path, text)
        if mended != text:
            texts[path] = mended
            notebook = notebook.with_text(path, mended)
    return Updated(notebook, texts)


def restore(notebook: Notebook, lost: Iterable[LostAction]) -> Updated:
    """Return a series whose newest meeting has the lost actions again, open and in their words."""
    held = notebook.held_days
    if not held:
        return Updated(notebook)
    path = notebook.days[held[-1]]
    document = notebook.document(path)
    editor = Editor(path, document.text, document.data)
    for action in lost:
        lines, data = _former_lines(action, held[-1])
        add_action(editor, action.filed.titles, action.filed.topic, data, lines)
    text = editor.result()
    return (
        Updated(notebook) if text == document.text else Updated(notebook.with_text(path, text), {path: text})
    )


def _former_lines(lost: LostAction, day: date) -> tuple[list[str], dict[str, object]]:
    """Return the lines and data of a lost action as the meeting of a day is to have it."""
    former = lost.shared.document(lost.shared.days[lost.day])
    source = Editor(former.path, former.text, former.data)
    if lost.day >= day:
        key_path, since = lost.filed.action.key_path, lost.filed.action.since
        if since and since > day:  # its meeting was called off or deleted, and this one is earlier
            source.remove_key((*key_path, "since"))
        return source.source_lines(key_path), source.value(key_path)
    return action_lines(source, lost.filed, lost.shared.meeting(lost.day))


def _mended(notebook: Notebook, path: str, text: str) -> str:
    """Mend until nothing more can be; a mend can bring to light what stood behind it."""
    readable = None
    for _ in range(_ROUNDS):
        try:
            notebook.document(path)
        except Refused as refused:
            if readable is not None:  # a mend must not break what could be read
                return readable
            problems = refused.problems
        else:
            readable, problems = text, _problems(notebook, path)
        # A problem of another meeting has its place in that file.
        mended = mend_text(text, (problem for problem in problems if problem.path == path))
        if mended == text:
            break
        text = mended
        notebook = notebook.with_text(path, text)
    return text


def _problems(notebook: Notebook, path: str) -> tuple[Problem, ...]:
    day = notebook.day_at(path)
    try:
        if day is None:
            _ = notebook.series
            return ()
        meeting = notebook.meeting(day)
        document = notebook.document(path)
        findings = rules.historical_findings(meeting, notebook.history)
        return tuple(document.problem(finding) for finding in findings)
    except Refused as refused:
        return refused.problems
