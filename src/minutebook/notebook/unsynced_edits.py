"""What was edited in the meeting before the newest since the last `sync`, after its actions had been carried."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from minutebook.actions.reconciliation import Reconciliation
from minutebook.actions.standings import Standing, without_age
from minutebook.actions.usual_words import in_usual_words
from minutebook.minutes import layout
from minutebook.minutes.action_line import ActionLine, action_text
from minutebook.minutes.markdown import escape, escape_start
from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.records.series import Style
from minutebook.rules.actions import late_edit_findings

_RULE = "action-edited-earlier"


def unsynced_edits(notebook: Notebook) -> Iterator[Problem]:
    """Yield the late edits of which only minutes tell that are as old as the last `sync`; the rule tells all others."""
    former = former_actions(notebook)
    if not former:
        return
    meeting = notebook.meeting(*notebook.newest_held(1))
    told_findings = set(late_edit_findings(Reconciliation(notebook.history, meeting)))
    for finding in late_edit_findings(Reconciliation(notebook.history, meeting, former)):
        if finding not in told_findings:
            yield notebook.document(meeting.path).problem(replace(finding, rule=_RULE, severity="warning"))


def former_actions(notebook: Notebook) -> Mapping[str, Action]:
    """Return by their ids the newest actions whose words stand in the minutes of the meeting before, and not in itself."""
    try:
        days = notebook.newest_held(2)
        if not days[1:]:
            return {}
        previous, newest = map(notebook.meeting, days)
        return dict(_in_minutes(notebook, previous, newest)) if _differ(previous, newest) else {}
    except Refused:  # told where the file is read
        return {}


def _differ(previous: Meeting, newest: Meeting) -> bool:
    """Whether an action is not the same in two meetings; mostly none is, and nothing more has to be read."""
    earlier_words = {action.id: _words(action) for action in previous.actions}
    return any(
        action.id and earlier_words.get(action.id) not in {None, _words(action)} for action in newest.actions
    )


def _words(action: Action) -> tuple[object, ...]:
    return action.owners, action.task, action.due


def _in_minutes(notebook: Notebook, previous: Meeting, newest: Meeting) -> Iterator[tuple[str, Action]]:
    """Yield the actions of the newest meeting whose words stand in the minutes of the one before, and not in itself."""
    minutes = notebook.generated(notebook.minutes_path(previous.date)) or b""
    style = notebook.series.style.on(previous.date)
    # Where two have each other's ids, their words stand there under the other one.
    present = [_words(action) for action in previous.actions]
    lines = {
        without_age(in_usual_words(line.strip()[len(layout.BULLET) :], style.wording))
        for line in minutes.decode("utf-8", "replace").split("\n")
    }
    for action in newest.actions:
        standing = Standing(due=action.due)
        drawn = ActionLine(tuple(map(escape, action.owners)), action.task, standing)
        if _words(action) in present:
            continue
        if action.id and escape_start(action_text(drawn, Style(action=style.action))) in lines:
            yield action.id, action
