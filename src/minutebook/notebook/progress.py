"""How far a series is: its newest meetings, what is open, and what is to be done next."""

from collections.abc import Container
from datetime import date

from minutebook.actions.register import register
from minutebook.notebook.examination import Watched, judge
from minutebook.notebook.next_day import next_day
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.redraws import Origin
from minutebook.notebook.scope import Scope
from minutebook.notebook.update import update
from minutebook.records.draft_gaps import gaps_of
from minutebook.records.frozen_class import dataclass
from minutebook.records.refusal import Refused

_WRITTEN_BY_SYNC = frozenset({"minutes-stale", "minutes-missing", "minutes-orphan"})


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a series stands.

    `last` is the newest meeting that was held, `draft` the newest that is still one, and `gaps` what it doesn't say
    yet. `errors` are those that only people can mend, and `is_readable` tells whether anything else is known.
    """

    last: date | None = None
    draft: date | None = None
    gaps: tuple[str, ...] = ()
    next_meeting: date | None = None
    open: int = 0
    overdue: int = 0
    lapsing: int = 0
    errors: int = 0
    is_written: bool = True
    is_committed: bool = True
    is_readable: bool = True


def progress_of(
    notebook: Notebook,
    today: date,
    uncommitted: Container[str],
    origin: Origin,
    vanished: int = 0,
    *,
    watched: Watched = iter,
) -> Progress:
    """Return where a series stands; `uncommitted` are the paths that the last commit has otherwise, or not.

    So many action items as have `vanished` are errors; days are taken from `watched`.
    """
    try:
        updated = update(notebook)
    except Refused as refused:
        return Progress(errors=len(refused.problems), is_readable=False)
    current = updated.notebook
    examined, problems = judge(Scope(current, tuple(current.days)), origin, watched=watched)
    errors = [problem for problem in problems if problem.severity == "error"]
    mistakes = sum(problem.rule not in _WRITTEN_BY_SYNC for problem in errors)
    if not examined.readable:
        return Progress(errors=mistakes, is_readable=False)
    drafts = [day for day in current.days if current.brief(day).status == "draft"]
    draft = max(drafts, default=None)
    registered = register(str(current.path), current.history, filed=current.filed_actions, states=("open",))
    files = (current.series_path, current.index_path, *current.days.values(), *current.minutes)
    return Progress(
        last=max((day for day in current.held_days if day not in drafts), default=None),
        draft=draft,
        gaps=gaps_of(current.meeting(draft)) if draft else (),
        next_meeting=next_day(current, today),
        open=len(registered),
        overdue=sum(action.overdue for action in registered),
        lapsing=sum(action.stale for action in registered),
        errors=mistakes + vanished,
        is_written=not updated.texts and mistakes == len(errors),
        is_committed=not any(path in uncommitted for path in files),
    )
