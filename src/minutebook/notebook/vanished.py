"""Nothing vanishes: what is open in a state that others have must stand in the notes now."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from minutebook.actions.carry import filed_actions, is_open
from minutebook.minutes import layout
from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import START, Problem
from minutebook.records.refusal import Refused

_LONGEST = 60


def lost_actions(current: Sequence[Notebook], shared: Iterable[Notebook]) -> Iterator[Problem]:
    """Yield the actions that are open in the shared state and that nothing in the current series accounts for.

    Series are matched by their folder and meetings by their date, never by the path of a file. A series whose folder
    is gone is sought by its ids in all others.
    """
    by_folder = {notebook.path: notebook for notebook in current}
    for former in shared:
        successors = [by_folder[former.path]] if former.path in by_folder else list(current)
        if all(_is_readable(notebook) for notebook in successors):
            yield from _lost_in_series(former, successors, renamed=former.path not in by_folder)


def _lost_in_series(former: Notebook, successors: Sequence[Notebook], *, renamed: bool) -> Iterator[Problem]:
    for day in former.days:
        if not renamed and _is_unchanged(former, successors[0], day):
            continue
        for action in _last_open(former, day):
            if not any(
                _accounts_for(notebook, former, action, day, renamed=renamed) for notebook in successors
            ):
                yield _problem(former, successors, action, day)


def _is_unchanged(former: Notebook, notebook: Notebook, day: date) -> bool:
    """Whether the meeting of a day has the bytes that it has in the shared state, wherever its file lies."""
    if day not in notebook.days:
        return False
    text = notebook.document(notebook.days[day]).text
    return former.snapshot.holds(former.days[day], text.encode())


def _last_open(former: Notebook, day: date) -> Iterator[Action]:
    """Yield the actions that are open in a meeting and stand in no later one."""
    try:
        meeting = former.meeting(day)
        if not meeting.held:
            return
        later = [former.brief(other) for other in former.days if other > day]
    except Refused:  # what could not be read there promises nothing
        return
    for filed in filed_actions(meeting):
        if is_open(filed.action) and not any(
            filed.action.id in brief.actions for brief in later if brief.held
        ):
            yield filed.action


def _accounts_for(notebook: Notebook, former: Notebook, action: Action, day: date, *, renamed: bool) -> bool:
    """Whether an action stands in a meeting of its day or later, or was closed since or is open in an earlier one."""
    for other in sorted(notebook.days, reverse=True):
        brief = notebook.brief(other)
        if not brief.held or action.id not in brief.actions:
            continue
        if renamed or other >= day or _is_open_or_closed_since(notebook, former, action, other):
            return True
    return False


def _is_open_or_closed_since(notebook: Notebook, former: Notebook, action: Action, day: date) -> bool:
    state = _state(notebook.meeting(day), action)
    if state == "open" or day not in former.days:
        return True
    try:
        return _state(former.meeting(day), action) != state
    except Refused:
        return True


def _state(meeting: Meeting, action: Action) -> str:
    return next((other.status for other in meeting.actions if other.id == action.id), "")


def _is_readable(notebook: Notebook) -> bool:
    """Whether every meeting can be read; where one can't, that is what must be mended first."""
    try:
        for day in notebook.days:
            notebook.brief(day)
    except Refused:
        return False
    return True


def _problem(former: Notebook, successors: Sequence[Notebook], action: Action, day: date) -> Problem:
    owners = ", ".join(action.owners)
    age = layout.meeting_phrase(former.history.ordinal(action.since or day, day))
    message = (
        f"{owners}: '{action.task[:_LONGEST]}' is open on {day} ({age}) in what others have, "
        "and no meeting has it any more"
    )
    hint = (
        f"It can be closed, but not deleted. Put it back: minutebook sync --fix\n"
        f"or close it: minutebook done {action.id}   or: minutebook drop {action.id} --reason WHY"
    )
    path = _home(former, successors, day)
    return Problem(path, START, "action-lost", message, hint, record=action.record)


def _home(former: Notebook, successors: Sequence[Notebook], day: date) -> str:
    """Return the file to which an action belongs: its meeting, else the newest one of its series."""
    for notebook in successors:
        if notebook.path == former.path:
            held = [other for other in notebook.days if notebook.brief(other).held]
            if day in held:
                return notebook.days[day]
            return notebook.days[held[-1]] if held else notebook.series_path
    return former.days[day]
