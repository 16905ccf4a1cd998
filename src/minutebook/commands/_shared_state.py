"""What of the shared state, which others have already, has vanished."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from minutebook.commands._call import Call
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import is_at_or_below
from minutebook.records.refusal import Refused
from minutebook.repository.access import RepositoryError
from minutebook.repository.objects import is_no_object

if TYPE_CHECKING:
    from minutebook.notebook.vanished import LostAction


def lost_actions(call: Call, examined: Iterable[Notebook]) -> tuple["LostAction", ...]:
    """Return which actions of the shared state have vanished, given the series as they were examined."""
    if not call.shared:
        return ()
    from minutebook.notebook import vanished

    series, paths = (*call.series_of(call.snapshot), *examined), call.paths
    lost = tuple(
        lost
        for lost in vanished.lost_actions(call.snapshot, series, call.shared)
        if not paths or is_at_or_below(lost.path, paths)
    )
    if base := getattr(call.options, "base", None):
        return tuple(replace(action, base=base) for action in lost)
    return lost if not lost or call.repository.has_remote_branches else tuple(_only_committed(call, lost))


def vanished_from(call: Call, notebook: Notebook) -> list["LostAction"]:
    """Return which actions of the shared state a series ought to have."""
    return [lost for lost in lost_actions(call, [notebook]) if lost.is_missing_in(notebook)]


def _only_committed(call: Call, lost: Iterable["LostAction"]) -> Iterator["LostAction"]:
    """Yield actions that are in a commit which no remote has, each with what takes that commit back if it alone has it."""
    commits = call.repository.merged_commits()
    try:
        parent = call.repository.first_parent("HEAD")
    except RepositoryError:  # a shallow clone
        parent, commits = None, ()
    is_lone = len(commits) == 1  # to take a merge back would take one side of it away
    earlier = call.series_of(call.repository.snapshot_of(parent)) if parent and is_lone else ()
    undo = "git reset --soft HEAD~1" if parent else "git update-ref -d HEAD"
    for action in lost:
        is_new = is_lone and not any(_has(notebook, action.id) for notebook in earlier)
        yield replace(action, is_only_committed=True, undo=undo if is_new else "")


def _has(notebook: Notebook, action_id: str) -> bool:
    try:
        return any(action_id in notebook.brief(day).actions for day in notebook.days)
    except Refused:  # what can't be read may have it
        return True


def drop_empty_base(call: Call) -> bool:
    """Forget a base that is none, and return whether it was so: CI has none for a new branch, or git's number of zeros."""
    base = call.options.base
    is_empty = base is not None and is_no_object(base)
    if is_empty:
        call.options.base = None
    return is_empty
