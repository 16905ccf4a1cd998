"""What minutebook writes for the notes as git has them: of it nobody has typed a line."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property

from minutebook.notebook.generated import text_of
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.file_kinds import MINUTES
from minutebook.records.refusal import Refused
from minutebook.repository.access import RepositoryError
from minutebook.repository.checkout import Checkout
from minutebook.repository.objects import blob_name
from minutebook.repository.snapshot import File, Snapshot

FEW = 50
"""Of so many files git is asked one by one: in a history of 10,000 commits it takes a tenth of a second for each, and
five to thirteen for all of them together.
"""


class FormerTexts:
    """The texts of generated files by what the index and the commits have of the series."""

    def __init__(self, repository: Checkout, notebook: Notebook) -> None:
        self._repository, self._notebook = repository, notebook
        self._series: dict[str, tuple[Notebook, ...]] = {}
        self._asked = 0

    def path_of(self, path: str, data: bytes) -> str:
        """Return where the last commit has a file, given what it holds: it may have been moved since."""
        if path in self._committed or not self._committed_minutes:
            return path
        like = next(iter(self._committed_minutes))
        # With core.autocrlf the files on disk have newlines of their own.
        return self._committed_minutes.get(blob_name(data.replace(b"\r\n", b"\n"), like), path)

    def of_last_notes(self, path: str) -> Iterator[str]:
        """Yield the texts of a file for the notes that git has, on each side of a merge."""
        return self._texts(path, self._last_series)

    def of_last_commit(self, path: str) -> Iterator[str]:
        """Yield the text of a file for the notes with which it was committed last: newer ones may have come without it."""
        try:
            commit = self._last_change(path) or self._repository.first_parent("HEAD")
        except RepositoryError:
            return
        if commit and commit not in self._last_commits:
            if commit not in self._series:
                self._series[commit] = tuple(self._series_in([self._repository.snapshot_of(commit)]))
            yield from self._texts(path, self._series[commit])

    def _texts(self, path: str, series: Iterable[Notebook]) -> Iterator[str]:
        """Yield the texts of a file in whichever series it lies: the folder may have been another one."""
        for notebook in series:
            with suppress(Refused, RepositoryError):
                yield text_of(notebook, path) or ""

    def _last_change(self, path: str) -> str | None:
        """Return the commit in which a file changed last up to HEAD, if the clone has it."""
        self._asked += 1
        if self._asked > FEW:
            return self._last_changes.get(path)
        change = self._repository.last_change(path)
        return change[0] if change else None

    @cached_property
    def _committed_minutes(self) -> Mapping[str, str]:
        """The paths of minutes in the last commit by the ids of their contents."""
        files = self._committed.values()
        return {file.oid: file.path for file in files if file.oid and file.path.endswith(MINUTES)}

    @cached_property
    def _committed(self) -> Mapping[str, File]:
        """The files of the last commit."""
        return self._repository.commit("HEAD").files if self._repository.has_commits else {}

    @cached_property
    def _last_changes(self) -> Mapping[str, str]:
        """The commits in which the files of the series changed last up to HEAD, where the clone has them."""
        if self._repository.is_shallow:
            return {}
        newest_first = list(self._repository.revisions([str(self._notebook.path)], "HEAD"))
        return {file.path: commit.oid for commit in reversed(newest_first) for file in commit.files}

    @cached_property
    def _last_commits(self) -> tuple[str, ...]:
        """The commits from which files on disk can be; in a rebase git has put together lines of several."""
        return (*self._repository.merged_commits(), *self._repository.rebased_commits())

    @cached_property
    def _last_series(self) -> tuple[Notebook, ...]:
        """The series as the index and these commits have it."""
        current = self._notebook.snapshot
        snapshots = [current if current.name == "index" else self._repository.index()]
        for commit in map(self._repository.snapshot_of, dict.fromkeys(self._last_commits)):
            if all(commit.files != snapshot.files for snapshot in snapshots):
                snapshots.append(commit)
        return tuple(self._series_in(snapshots))

    def _series_in(self, snapshots: Iterable[Snapshot]) -> Iterator[Notebook]:
        for snapshot in snapshots:
            yield from notebooks(snapshot, store=self._notebook.reader.store)
