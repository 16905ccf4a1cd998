"""The summary that `check` adds to a file, such as the one that GitHub names for a job."""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from minutebook.commands._call import Call
from minutebook.disk import files
from minutebook.merge.meeting_changes import changed_meetings
from minutebook.notebook import changes
from minutebook.notebook.examination import Examined, examine
from minutebook.notebook.scope import Scope, is_at_or_below
from minutebook.notebook.update import update
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import Problem, UsageError
from minutebook.reports import load_reporter
from minutebook.reports.summary import LIMIT, FileView, Removal, Summary, encode, write_summary
from minutebook.repository.access import RepositoryError
from minutebook.repository.snapshot import Snapshot

_TOO_SHALLOW = (
    "The commit before this one is not in this clone: with `fetch-depth: 2` where CI checks out, "
    "the minutes that changed are shown here."
)


@dataclass(frozen=True, slots=True)
class _Base:
    """What the minutes are compared with: a commit, or None where there is none and all are new.

    A remark says why they can't be compared.
    """

    snapshot: Snapshot | None
    remark: str = ""

    @property
    def title(self) -> str:
        """The heading of the minutes that are shown."""
        if self.remark:
            return "Minutes that changed"
        return f"Minutes that differ from {self.snapshot.name}" if self.snapshot else "Minutes, all new"


class JobSummary:
    """Collects what the summary shows while the series are examined, and writes it."""

    def __init__(self, call: Call, base: _Base, file: Path, *, requested: bool) -> None:
        self._call, self._base, self._file, self._requested = call, base, file, requested
        self._series = call.series_of(base.snapshot) if base.snapshot else ()
        self._former = {notebook.path: notebook for notebook in self._series}
        self._fixes: list[FileView] = []
        self._minutes: list[FileView] = []
        self._removals: list[Removal] = []
        self._unreadable: list[str] = []

    def take(self, scope: Scope, examined: Examined) -> None:
        """Add what a series changed; the newest meetings come first."""
        notebook, days = scope.notebook, scope.days
        former = self._former.pop(notebook.path, None)
        if examined.readable and (updated := update(notebook)).texts:
            # From here on all is as it will be then.
            corrections = changes.note_corrections(notebook, updated)
            self._fixes += [FileView(path, diff) for path, diff in corrections.items()]
            notebook = updated.notebook
            days = (*days, *(day for day, path in notebook.days.items() if path in updated.texts))
            examined = examine(notebook, set(days), "render", with_current=True)
        newest_first = examined.generated[::-1]
        self._fixes += [
            FileView(*correction) for correction in changes.generated_corrections(notebook, newest_first)
        ]
        if self._base.remark:
            return
        if not examined.readable:
            self._unreadable.append(str(notebook.path))
        changed = changes.changed_minutes(notebook, newest_first, former)
        self._minutes += [FileView(file.path, file.text or "") for file in changed]
        if former:
            # Paths name meetings from a day on; those that went before it were not asked for.
            since = min(scope.days, default=date.min) if self._call.options.paths else date.min
            self._removals += _deletions(changes.gone_meetings(notebook, former, since))
        if former and examined.readable and not self._call.options.paths:
            skipped = changes.gone_minutes(notebook, newest_first, former)
            self._removals += [Removal(path, "skipped") for path in skipped]

    def write(self, problems: Sequence[Problem], code: int) -> int:
        """Add the summary to its file, and return the exit code.

        A file that can't be written changes no verdict: it counts only where nothing was found and somebody
        asked for the file.
        """
        if not self._call.options.paths:  # series that are there no more
            for former in self._former.values():
                self._removals += _deletions(changes.gone_meetings(None, former))
        summary = Summary(
            tuple(problems),
            self._base.title,
            changes=tuple(self._changes()) if self._base.snapshot else (),
            fixes=tuple(self._fixes),
            minutes=tuple(self._minutes),
            removals=tuple(self._removals),
            unreadable=tuple(self._unreadable),
            remark=self._base.remark,
        )
        size = _size(self._file)
        gap = "\n" if size else ""
        try:
            files.append(self._file, encode(gap + write_summary(summary, LIMIT - size - len(gap))))
        except files.NotWritten as error:
            if self._requested and not code:
                raise
            self._call.console.say(f"minutebook: {error}")
        return code

    def _changes(self) -> Iterator[tuple[str, ...]]:
        """Yield what changed in each meeting, as `diff` says it."""
        paths = self._call.paths
        snapshot = self._call.snapshot
        for change in changed_meetings(self._series, self._call.series_of(snapshot), snapshot.files):
            if not paths or is_at_or_below(change.path, paths):
                yield (change.headline, *(difference.sentence for difference in change.differences))


def job_summary(call: Call) -> JobSummary | None:
    """Return the summary that was asked for, or that the CI host has a file for.

    Raises UsageError for a wrong option.
    """
    base = _named_base(call)
    requested = call.options.summary
    if requested in {"", "-"}:
        raise UsageError("--summary needs the name of a file; the summary is added to its end")
    file = requested or os.environ.get(load_reporter(call.options.format).job_summary)
    if not file:
        return None
    return JobSummary(call, base or _parent_base(call), call.start / file, requested=bool(requested))


def _deletions(paths: Iterable[str]) -> list[Removal]:
    return [Removal(path, "deleted") for path in paths]


def _named_base(call: Call) -> _Base | None:
    """Return the commit that the call names; raises RepositoryError if there is none."""
    name = call.options.base
    return None if name is None else _Base(call.commits.commit(name))


def _parent_base(call: Call) -> _Base:
    """Return the commit before the one that is checked."""
    commits, options = call.commits, call.options
    if options.rev is None and not call.repository.has_commits:
        return _Base(None)
    try:
        if options.staged:  # what is staged will be the child of this commit
            return _Base(commits.commit("HEAD"))
        parent = commits.first_parent(options.rev or "HEAD")
        return _Base(commits.commit(parent) if parent else None)
    except RepositoryError:
        return _Base(None, _TOO_SHALLOW)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # writing to it will tell why, if it is not only new
        return 0
