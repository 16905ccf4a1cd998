"""What of the shared state, which others have already, has vanished."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from minutebook.commands._call import Call
from minutebook.notebook.notebook import Notebook, notebooks

if TYPE_CHECKING:
    from minutebook.notebook.vanished import LostAction


def lost_actions(call: Call, examined: Iterable[Notebook]) -> tuple["LostAction", ...]:
    """Return which actions of the shared state have vanished, given the series as they were examined."""
    if not call.shared:
        return ()
    from minutebook.notebook import vanished

    current = {notebook.path: notebook for notebook in (*notebooks(call.snapshot), *examined)}
    paths = [call.inside(path) for path in call.options.paths]
    return tuple(
        lost
        for lost in vanished.lost_actions(tuple(current.values()), call.shared)
        if not paths or _is_at_or_below(lost.path, paths)
    )


def drop_empty_base(call: Call) -> bool:
    """Forget a base that is none, and return whether it was so: CI has none for a new branch, or git's number of zeros."""
    base = call.options.base
    is_empty = base is not None and not base.strip("0")
    if is_empty:
        call.options.base = None
    return is_empty


def _is_at_or_below(path: str, folders: Iterable[PurePosixPath]) -> bool:
    return any(folder in (PurePosixPath(path), *PurePosixPath(path).parents) for folder in folders)
