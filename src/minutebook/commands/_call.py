"""What every command is given, and what those that report problems share."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any

from minutebook.records.access_codes import masked
from minutebook.records.file_kinds import MINUTES, NOTES
from minutebook.records.filenames import day_of
from minutebook.records.problem import Problem
from minutebook.reports.characters import harmless
from minutebook.reports.paths import shown_path
from minutebook.repository.access import left_out
from minutebook.repository.checkout import Checkout
from minutebook.repository.commits import Commits
from minutebook.repository.settings import TOLD
from minutebook.repository.snapshot import Snapshot

if TYPE_CHECKING:
    # git runs a merge driver once a file: what only reads and writes text pays for no notebook.
    from minutebook.console import Console
    from minutebook.disk.store import Store
    from minutebook.notebook.notebook import Notebook
    from minutebook.notebook.scope import Scope


@dataclass
class Call:
    """One call of the program: its options, where it was called, and what day it is."""

    options: Any
    console: "Console"
    start: Path
    today: date
    staged: Mapping[str, tuple[str, str]] | None = None
    paths_in_conflict: frozenset[str] = frozenset()

    @cached_property
    def repository(self) -> Checkout:
        """The repository around the folder of the call, with the files to work on."""
        return Checkout(self.start, self.staged)

    @cached_property
    def commits(self) -> Commits:
        """The same where only commits are read, which a bare one has, too."""
        # What is open already is not opened again.
        return self.repository if "repository" in self.__dict__ else Commits(self.start)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The snapshot that the options ask for; the working tree by default."""
        if self.options.rev is not None:
            return self._watched(self.commits.commit(self.options.rev))
        return self._watched(
            self.repository.index() if self.options.staged else self.repository.working_tree()
        )

    def _watched(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot that shows how many of its meetings were read where that takes long."""
        if not self.console.shows_progress:
            return snapshot
        meetings = {
            path for path in snapshot.files if path.endswith(NOTES) and day_of(PurePosixPath(path).stem)
        }
        show, done = self.console.counter(len(meetings), "meetings"), set[str]()

        def tell(path: str) -> None:
            if path in meetings:
                done.add(path)
                show(len(done))

        return replace(snapshot, tell=tell)

    @cached_property
    def store(self) -> "Store | None":
        """What was read of meetings before, whatever command read it."""
        from minutebook.notebook.cache import open_store

        return open_store(self.commits.common_dir)

    def watched(self, days: Sequence[date]) -> Iterator[date]:
        """Yield the days of meetings, and show how far it is where that takes long."""
        return self.console.counted(days, "meetings")

    def series_of(self, snapshot: Snapshot) -> tuple["Notebook", ...]:
        """Return the series of a snapshot."""
        from minutebook.notebook.notebook import notebooks

        return notebooks(snapshot, store=self.store)

    def series_in_git(self) -> list[tuple["Notebook", ...]]:
        """Return the series as they are committed, if anything is, and as they are staged."""
        commits = [self.repository.commit("HEAD")] if self.repository.has_commits else []
        return [self.series_of(snapshot) for snapshot in (*commits, self.repository.index())]

    @cached_property
    def shared(self) -> tuple["Notebook", ...]:
        """The series as others have them: in the base that was named, else in what the repository knows of them."""
        if base := getattr(self.options, "base", None):
            snapshots = [self.commits.commit(base)]
        elif self.options.rev is not None:
            snapshots = []
        else:
            snapshots = [self.repository.snapshot_of(oid) for oid in self.repository.shared_commits()]
        return tuple(notebook for snapshot in snapshots for notebook in self.series_of(snapshot))

    def drawn_from(self, path: str) -> "Notebook | None":
        """Return the series as it was when some minutes last changed; None where that is unknown, by hand, or in a merge.

        Nobody has to ask where this version has brought all minutes up to date already.
        """
        from minutebook.notebook.last_writes import LastWrites

        is_asked = self.options.rev is None and not LastWrites(self.commits.git_dir).is_by_this_version
        change = self.commits.last_change(path) if is_asked else None
        oid, paths, is_merge = change or ("", (), False)
        if not oid or is_merge:  # of a text that git has merged nobody has drawn all lines
            return None
        snapshot = self.commits.snapshot_of(oid)
        series = [notebook for notebook in self.series_of(snapshot) if path in notebook.minutes]
        notes = [changed for changed in paths if changed.endswith((NOTES, MINUTES)) and changed != path]
        # A commit of one file of minutes alone is an edit that somebody made in it.
        return series[0] if series and (notes or not paths) else None

    def close(self) -> None:
        """End what was kept open."""
        self.console.close()
        if (store := self.__dict__.get("store")) and (snapshot := self.__dict__.get("snapshot")):
            from minutebook.notebook.cache import keep_names

            keep_names(snapshot, store)
        for name in ("store", "repository", "commits"):
            if is_open := self.__dict__.get(name):
                is_open.close()

    def scopes(self, *, some: bool = True) -> tuple["Scope", ...]:
        """Return the meetings that the paths of the call name, else all of them; raises UsageError without `some`."""
        from minutebook.notebook import scope

        snapshot = self.snapshot
        if self.options.paths:
            scopes = scope.selected(snapshot, self.paths, self.store)
        else:
            choose = scope.everything if some else scope.all_series
            scopes = choose(snapshot, self.store)
        return self.beside_shared(scopes)

    def notebooks(self) -> list["Notebook"]:
        """Return all series, which know the series as others have them; raises UsageError if there is none."""
        from minutebook.notebook import scope

        scopes = self.beside_shared(scope.everything(self.snapshot, self.store))
        return [series_scope.notebook for series_scope in scopes]

    def beside_shared(self, scopes: Iterable["Scope"]) -> tuple["Scope", ...]:
        """Return scopes whose series know the series as others have them."""
        from minutebook.notebook import scope

        return scope.beside(scopes, lambda: self.shared)

    @cached_property
    def paths(self) -> tuple[PurePosixPath, ...]:
        """The paths that the call names, by themselves, by a series' name or by a meeting's date; raises UsageError."""
        from minutebook.notebook import scope

        paths = [self.inside(path) for path in self.options.paths]
        series = self.series_of(self.snapshot) if paths else ()
        return tuple(scope.meant(series, self.snapshot, path) for path in paths)

    def inside(self, argument: str) -> PurePosixPath:
        """Return an argument as a path from the top of the repository; raises UsageError if it lies outside."""
        from minutebook.notebook import scope

        return scope.inside(self.commits.top, self.start, argument)

    def shown(self, path: str | PurePath) -> str:
        """Return a path of the repository as the user would type it."""
        return harmless(shown_path(str(path), self.repository.top))

    def write(self, texts: Mapping[str, str], *, new: str = "") -> None:
        """Write the texts of some paths, all or none, and say so; the file of the `new` one must not exist."""
        from minutebook.disk.files import SAVED, Change, NotWritten, apply

        saved = apply(
            Change(self.repository.top / path, None if path == new else self.as_read(path), text.encode())
            for path, text in texts.items()
        )
        unwritten = [path for path in texts if self.repository.top / path in saved]
        for path in texts:
            if path not in unwritten:
                self.console.data(f"wrote {self.shown(path)}")
        if unwritten:
            raise NotWritten(SAVED.format(self.shown(unwritten[0]), "run this again"))

    def as_read(self, path: str) -> bytes:
        """Return what a file holds; raises NotWritten if it is not on disk, or if an editor has saved it since it was read."""
        from minutebook.disk.files import CHANGED, NotWritten

        file = self.snapshot.files.get(path)
        if file and not file.state:
            is_sparse = self.repository.setting("core.sparseCheckout") == "true"
            raise NotWritten(left_out(path, is_sparse=is_sparse))
        data = (self.repository.top / path).read_bytes()
        if not self.snapshot.is_as_read(path, data):
            raise NotWritten(CHANGED.format(self.repository.top / path))
        return data

    def report(self, problems: Iterable[Problem], *, summarized: bool = False) -> int:
        """Show problems and return the exit code they make: 1 if one counts."""
        problems = tuple(problems)
        if TOLD in os.environ and not self.options.strict:
            problems = tuple(problem for problem in problems if problem.severity == "error")
        self.console.problems(problems, self._line, self.commits.top, summarized=summarized)
        self.paths_in_conflict |= {problem.path for problem in problems if problem.rule == "conflict-marker"}
        return int(any(problem.severity == "error" or self.options.strict for problem in problems))

    def _line(self, path: str, number: int) -> str:
        try:
            data = self.snapshot.get(path) or b""
        except OSError:
            return ""
        lines = data.decode("utf-8", "replace").split("\n")
        return masked(lines[number - 1].rstrip("\r")) if number <= len(lines) else ""
