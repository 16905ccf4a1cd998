"""Nothing vanishes: what is open in a state that others have must stand in the notes now."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from minutebook.actions.carry import FiledAction, filed_actions, is_open
from minutebook.actions.identity import returned_ids
from minutebook.actions.reconciliation import Reconciliation
from minutebook.actions.standings import meeting_phrase
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.orphans import orphaned_meetings
from minutebook.records.file_kinds import SERIES
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Action, Meeting
from minutebook.records.phrases import excerpt
from minutebook.records.problem import START, Problem
from minutebook.records.refusal import Refused
from minutebook.repository.snapshot import Snapshot, blobs_of


@dataclass(frozen=True, slots=True)
class LostAction:
    """An action that is open in a meeting of the shared state, and the file of today that ought to have it.

    Its meeting may be gone, too: then `is_meeting_gone`.
    `undo` takes the only commit back that has it, where there is no remote and so nobody else may have seen it;
    `base` is the commit that somebody named for the shared state.
    """

    shared: Notebook
    day: date
    filed: FiledAction
    path: str
    is_series_gone: bool = False
    is_meeting_gone: bool = False
    is_only_committed: bool = False
    undo: str = ""
    base: str = ""

    @property
    def id(self) -> str:
        """Its id."""
        return self.filed.action.id or ""

    def is_missing_in(self, notebook: Notebook) -> bool:
        """Whether this is the series that ought to have the action."""
        return self.path in {notebook.series_path, *notebook.days.values()}

    @property
    def problem(self) -> Problem:
        """What is wrong, and how to mend it."""
        action = self.filed.action
        age = meeting_phrase(self.shared.history.ordinal(action.since or self.day, self.day))
        shared = "what is committed" if self.is_only_committed else "what others have"
        message = (
            f"{', '.join(action.owners)}: {excerpt(action.task)} is open on {self.day} ({age}) in {shared}, "
            "and no meeting has it any more"
        )
        close = f"minutebook done {action.id}   or: minutebook drop {action.id} --reason WHY"
        put_back = f"git checkout {self.shared.commit} -- {shlex.quote(f':/{self.shared.days[self.day]}')}"
        hint = "It can be closed, but not deleted. Put it back: minutebook sync --fix"
        if self.is_meeting_gone:
            hint = f"To have its whole meeting back, type: {put_back}\nElse put the item into {PurePosixPath(self.path).name}: minutebook sync --fix"
        # What was pulled with its deletion is in no state that the other commands know.
        hint += (
            f" --base {shlex.quote(self.base)}\nthen, if it is closed: {close}"
            if self.base
            else f"\nor close it: {close}"
        )
        if self.undo:
            hint += f"\nor, if nobody has seen your last commit, take it back and commit anew: {self.undo}"
        if self.is_series_gone:
            folder = shlex.quote(f":/{self.shared.path}")
            hint = f"Its series is gone. Put it back: git checkout {self.shared.commit} -- {folder}"
        elif PurePosixPath(self.path).name == SERIES:
            hint = f"No meeting is left that could have it. Put its own one back: {put_back}"
        return Problem(self.path, START, "action-lost", message, hint, record=action.record)


def lost_actions(
    snapshot: Snapshot, series: Iterable[Notebook], shared: Iterable[Notebook]
) -> Iterator[LostAction]:
    """Yield the actions that are open in the shared state and that nothing in the current series accounts for.

    Of a series that is given twice the later one counts, of which more is known. Series are matched by their folder and
    meetings by their date, never by the path of a file. A series whose folder is gone, or in which another one stands
    now, is sought by its ids in all others, and one in whose folder another was begun in those that others don't have.
    Where only its series.yaml is gone, or a meeting's file has a wrong name, that is what must be mended first.
    """
    shared = tuple(shared)
    shared_folders = {former.path for former in shared}
    by_folder = {notebook.path: notebook for notebook in series}
    yielded: set[tuple[str, str]] = set()
    for former in shared:
        is_gone = former.path not in by_folder
        if is_gone and former.path in orphaned_meetings(snapshot):
            continue
        changed = [*former.days] if is_gone else [*_changed_days(former, by_folder[former.path])]
        successors = _successors(former, changed, by_folder, shared_folders) if changed else []
        if changed and all(_is_readable(notebook) for notebook in successors):
            for lost in _lost_in_series(former, changed, successors, renamed=is_gone):
                if (lost.path, lost.id) not in yielded:  # both sides of a merge may have had it
                    yielded.add((lost.path, lost.id))
                    yield lost


def _successors(
    former: Notebook,
    changed: Sequence[date],
    by_folder: Mapping[PurePosixPath, Notebook],
    shared_folders: Set[PurePosixPath],
) -> list[Notebook]:
    """Return the series that can have what a series of the shared state had."""
    if former.path not in by_folder:
        return [*by_folder.values()]
    here = by_folder[former.path]
    if len(changed) == len(former.days) and not _has_any_of(here, former):
        shared = (notebook for path, notebook in by_folder.items() if path in shared_folders)
        if holders := [notebook for notebook in shared if _has_any_of(notebook, former)]:
            return holders  # another one has its folder now
    return [here, *(notebook for path, notebook in by_folder.items() if path not in shared_folders)]


def _has_any_of(notebook: Notebook, former: Notebook) -> bool:
    """Whether a series has an action of an earlier one; what can't be read has none."""
    try:
        ids = set[str]().union(*(former.brief(day).actions for day in former.days))
        return _has_any(notebook, ids)
    except Refused:
        return False


def _changed_days(former: Notebook, notebook: Notebook) -> Iterator[date]:
    """Yield the days of meetings that others have and that are gone, or not the same any more."""
    paths = former.days.values()
    blobs, former_blobs = (blobs_of(snapshot, paths) for snapshot in (notebook.snapshot, former.snapshot))
    for (day, path), blob, former_blob in zip(former.days.items(), blobs, former_blobs, strict=True):
        # Of thousands nearly all are listed in the same way, and no more is to be asked about them.
        is_listed = blob and blob == former_blob and notebook.days.get(day) == path
        if not (is_listed and path not in notebook.drafts) and not notebook.is_as_in(former, day):
            yield day


def _lost_in_series(
    former: Notebook, days: Iterable[date], successors: Sequence[Notebook], *, renamed: bool
) -> Iterator[LostAction]:
    for day in days:
        for filed in _last_open(former, day):
            action = filed.action
            if not any(
                _accounts_for(notebook, former, action, day, renamed=renamed) for notebook in successors
            ) and not _is_carried_too_long(former, action, day):
                home = _home(former, successors, day)
                path = _file_of(home, day) if home else former.days[day]
                is_meeting_gone = home is None or day not in home.days
                yield LostAction(former, day, filed, path, home is None, is_meeting_gone=is_meeting_gone)


def _last_open(former: Notebook, day: date) -> Iterator[FiledAction]:
    """Yield the actions that are open in a meeting and stand in no later one."""
    try:
        meeting = former.meeting(day)
        if not meeting.held:
            return
        later = [former.brief(later_day) for later_day in former.days if later_day > day]
    except Refused:  # what could not be read there promises nothing
        return
    later_ids = set[str]().union(*(brief.actions for brief in later if brief.held))
    yield from (
        filed
        for filed in filed_actions(meeting)
        if is_open(filed.action) and filed.action.id not in later_ids
    )


def _is_carried_too_long(former: Notebook, action: Action, day: date) -> bool:
    """Whether an action must go, because the meeting before has closed it: a merge has brought both together."""
    surplus = Reconciliation(former.history, former.meeting(day)).surplus
    return action.id in {closed.id for closed in surplus}


def _accounts_for(notebook: Notebook, former: Notebook, action: Action, day: date, *, renamed: bool) -> bool:
    """Whether an action stands in a meeting of its day or later, or was closed since or is open in an earlier one."""
    for standing_day in sorted(notebook.days, reverse=True):
        brief = notebook.brief(standing_day)
        if not brief.held or action.id not in brief.actions:
            continue
        if renamed or standing_day >= day:
            return True
        if notebook.path == former.path and _is_open_or_closed_since(notebook, former, action, standing_day):
            return True
    return _has_lost_its_id(notebook, former, action, day)


def _has_lost_its_id(notebook: Notebook, former: Notebook, action: Action, day: date) -> bool:
    """Whether an action stands in its meeting without its id: that is told there, and `sync` gives it back."""
    if day not in notebook.days or not notebook.brief(day).held:
        return False
    compared = replace(notebook, others=lambda: (former,))
    return action.id in returned_ids(compared.history, compared.meeting(day))


def _is_open_or_closed_since(notebook: Notebook, former: Notebook, action: Action, day: date) -> bool:
    state = _state(notebook.meeting(day), action)
    if state == "open" or day not in former.days:
        return True
    try:
        return _state(former.meeting(day), action) != state
    except Refused:
        return True


def _state(meeting: Meeting, action: Action) -> str:
    standing = meeting.action(action.id)
    return standing.status if standing else ""


def _is_readable(notebook: Notebook) -> bool:
    """Whether every meeting can be read; where one can't, that is what must be mended first."""
    try:
        _ = notebook.held_days
    except Refused:
        return False
    return True


def _home(former: Notebook, successors: Sequence[Notebook], day: date) -> Notebook | None:
    """Return the series to which an action belongs, None if that is gone."""
    ids = former.brief(day).actions.keys()
    homes = [notebook for notebook in successors if notebook.path == former.path or _has_any(notebook, ids)]
    return next((notebook for notebook in homes if day in notebook.held_days), homes[0] if homes else None)


def _has_any(notebook: Notebook, ids: Set[str]) -> bool:
    return any(ids & notebook.brief(day).actions.keys() for day in notebook.days)


def _file_of(notebook: Notebook, day: date) -> str:
    """Return the file to which an action belongs: its meeting, else the newest one of its series."""
    held_days = notebook.held_days
    if not held_days:
        return notebook.series_path
    return notebook.days[day if day in held_days else held_days[-1]]
