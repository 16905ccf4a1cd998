"""A repository with files to work on: its working tree and its index, on top of its commits."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

from minutebook.records.file_kinds import NAMED_AFTER_A_YEAR, NOT_REGULAR, READ
from minutebook.repository.access import RepositoryError
from minutebook.repository.commits import Commits, pathspec
from minutebook.repository.content_names import state_of
from minutebook.repository.objects import MOST
from minutebook.repository.output import list_files, split, text
from minutebook.repository.snapshot import LINK, REGULAR, SUBMODULE, File, Files, Snapshot
from minutebook.repository.staged import CHANGES, parse_changes

# No other files are read, so a large repository costs no more than its notes.
_PATTERNS = (*(f":(icase)*{end}" for end in READ), f":(glob)**/{NAMED_AFTER_A_YEAR}")
_MOST_REBASED = 8
_EMPTY = frozenset(
    {
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    }
)
"""The ids of a file without content: SHA-1, and SHA-256 where a repository has that object format."""


class Checkout(Commits):
    """The repository around a folder, and the files that people change there."""

    def __init__(self, folder: Path, staged: Mapping[str, tuple[str, str]] | None = None) -> None:
        """Open the repository; `staged` is what find_staged has returned, where it was asked before."""
        super().__init__(folder)
        self._changes = staged
        self._outside: dict[str, bool] = {}
        top = super().top
        if top is None:
            raise RepositoryError(
                f"{folder} is a bare repository: it has no files to work on; `check`, `render`, `deltas` and "
                "`actions` read a commit of it with --rev"
            )
        self._top = top

    @property
    def top(self) -> Path:
        """The folder of the files to work on."""
        return self._top

    def working_tree(self) -> Snapshot:
        """Return the files as they stand on disk: tracked ones, and new ones that git does not ignore."""
        lines = self._ls_files("-t", "--others", "--exclude-standard")
        files = {file.path: file for file in self._present(lines)}
        return Snapshot("working tree", files, self._from_disk, self._origin_on_disk)

    def index(self) -> Snapshot:
        """Return the files as they are staged."""
        files = self._indexed
        has_empty = not _EMPTY.isdisjoint(files.blobs.values())
        empty = [path for path, blob in files.blobs.items() if blob in _EMPTY] if has_empty else []
        if announced := self._announced(empty):
            files = files.with_entries(dict.fromkeys(announced, ("", "")))
        return Snapshot("index", files, self._from_objects, self._origin_in_index, is_stored=True)

    def staged_paths(self) -> tuple[str, ...]:
        """Return every path whose staged content is not that of the last commit."""
        if self._changes is None:
            self._changes = parse_changes(self._run(*CHANGES))
        return tuple(self._changes)

    def unstaged_paths(self) -> dict[str, bool]:
        """Return the paths that differ on disk from what is staged, new ones too.

        The value tells whether a part of the change is staged already.
        """
        return {path: state[0] not in " ?" for path, state in self._states().items() if state[1] != " "}

    def uncommitted_paths(self) -> frozenset[str]:
        """Return the paths that the last commit has otherwise, or not at all."""
        return frozenset(self._states())

    def ignore_rules(self, paths: Sequence[str]) -> dict[str, str]:
        """Return by which rule, and of which file, git ignores those of some paths that it does."""
        from minutebook.repository.ignore_rules import parse_rules

        raw, _stderr = self._ask("check_ignore", paths, "--stdin", "--no-index", "--verbose", succeeds=(0, 1))
        return dict(parse_rules(text(raw)))

    @property
    def passing_index(self) -> Literal["", "all", "named"]:
        """Of which sort of commit the index is, where git throws it away if the commit fails; else nothing.

        `git commit --all` makes index.lock, a commit of named files next-index-PID.lock (builtin/commit.c).
        """
        name = Path(os.environ.get("GIT_INDEX_FILE", "")).name
        return "all" if name == "index.lock" else "named" if name.startswith("next-index-") else ""

    def setting(self, name: str) -> str:
        """Return what the configuration of git has under a name, nothing where it has none."""
        return str(self._git.config("--get", name, with_exceptions=False))

    def known_versions(self, path: str) -> Iterator[bytes]:
        """Yield the contents of a file that git keeps: the last commit's, the staged one, both sides of a merge."""
        staged = () if self.passing_index else (f":0:{path}",)
        for name in (f"HEAD:{path}", *staged, f":2:{path}", f":3:{path}", f"MERGE_HEAD:{path}"):
            if (content := self._objects.read(name)) is not None:
                yield content

    def merged_commits(self) -> tuple[str, ...]:
        """Return the last commit, those that are being merged into it, and those that it has merged itself, if any."""
        if not self.has_commits:
            return ()
        head, *parents = text(self._run("rev-list", "--parents", "--max-count=1", "HEAD")).split()
        heads = (self.resolve(revision) for revision in self._heads())
        return tuple(dict.fromkeys((head, *heads, *(parents if len(parents) > 1 else ()))))

    def rebased_commits(self) -> tuple[str, ...]:
        """Return the commit from which git went elsewhere last, such as in a rebase, and the newest that it lacks."""
        former = self._find_commit("ORIG_HEAD")
        if former is None or not self.has_commits:
            return ()
        lacking = self._run("rev-list", f"--max-count={_MOST_REBASED}", "HEAD", f"^{former}")
        return (former, *text(lacking).split())

    @property
    def has_commits(self) -> bool:
        """Whether there is a commit to compare with."""
        return self._head is not None

    def stage(self, paths: Sequence[str]) -> None:
        """Add exactly these paths to the index, deleted ones too; waits a second for another git."""
        from minutebook.repository.index_lock import wait_for_index

        wait_for_index(self.git_dir, lambda: self._run("add", "--", *(pathspec(path) for path in paths)))
        self.__dict__.pop("_indexed", None)
        self._changes = None

    @property
    def editor(self) -> str:
        """The command of the editor that the user has set for git; raises RepositoryError where there is none."""
        return text(self._run("var", "GIT_EDITOR")).strip()

    def _list_files(self, oid: str) -> Files:
        if self._changes is None or oid != self._head:
            return super()._list_files(oid)
        files = self._indexed
        # `diff` says less of these.
        if files.has_conflicts or not _EMPTY.isdisjoint(files.blobs.values()):
            return super()._list_files(oid)
        return files.with_entries(self._changes)

    def _states(self) -> dict[str, str]:
        """Return two letters for each changed path: what is staged of it, and what is not."""
        raw = self._run("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
        return {line[3:]: line[:2] for line in split(raw)}

    def _announced(self, empty: Sequence[str]) -> frozenset[str]:
        """Return which empty files were only announced with `git add --intent-to-add` (pre-commit #881): no commit has them."""
        staged = self.staged_paths() if empty else ()
        return frozenset(path for path in empty if path not in staged and self._committed(path) is None)

    @cached_property
    def _indexed(self) -> Files:
        return list_files(self._ls_files(), (f"{REGULAR} ", " 0\t"), _indexed_file)

    @cached_property
    def _head(self) -> str | None:
        return self._find_commit("HEAD")

    def _ls_files(self, *options: str) -> list[str]:
        """Return git's line on each file; of what is tracked it ends in mode, object, stage and path."""
        # Not by `Repo.index`, which reads another file than GIT_INDEX_FILE in a hook (GitPython #1388).
        return split(self._run("ls_files", "-z", "-s", "--cached", "--full-name", *options, "--", *_PATTERNS))

    def _present(self, tagged_lines: Iterable[str]) -> Iterator[File]:
        top = str(self.top)
        for line in tagged_lines:
            tag, rest = line[0], line[2:]
            file = File(rest) if tag == "?" else _indexed_file(rest)
            if tag == "S" or file.mode == SUBMODULE:  # not on disk in a sparse checkout; the index has it
                yield file
                continue
            if self._leads_outside(file.path.rpartition("/")[0]):
                continue
            try:
                status = os.lstat(f"{top}/{file.path}")
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError:  # reading it will tell why
                yield file
            else:
                yield File(file.path, _mode(status.st_mode), file.oid, state=_state(status))

    def _leads_outside(self, folder: str) -> bool:
        """Whether a folder is reached through a symbolic link that leaves the repository."""
        if folder not in self._outside:
            real = Path(os.path.realpath(self.top / folder))
            self._outside[folder] = not real.is_relative_to(os.path.realpath(self.top))
        return self._outside[folder]

    def _from_disk(self, file: File) -> bytes:
        path = f"{self.top}/{file.path}"
        try:
            # A link may lead anywhere, a pipe never end.
            if file.mode == SUBMODULE or not stat.S_ISREG((status := os.lstat(path)).st_mode):
                raise OSError(errno.EINVAL, NOT_REGULAR, file.path)
            with open(path, "rb", buffering=0) as stream:  # noqa: PTH123  to make a path takes as long as to read
                return stream.read(MOST if status.st_size > MOST else -1)  # a limit is set aside in memory
        except FileNotFoundError:
            return self._from_objects(file)

    def _origin_on_disk(self, file: File) -> str:
        committed = self._committed(file.path)
        is_committed = committed is not None and _with_plain_newlines(self._from_disk(file)) == (
            _with_plain_newlines(committed)
        )
        return self._at_head() if is_committed else "not committed yet"

    def _origin_in_index(self, file: File) -> str:
        return self._at_head() if self._committed(file.path) == self._from_objects(file) else "as staged"

    def _committed(self, path: str) -> bytes | None:
        return self._objects.read(f"HEAD:{path}")

    def _at_head(self) -> str:
        return f"at {(self._head or '')[:7]}"


def _with_plain_newlines(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _state(status: os.stat_result) -> str:
    return state_of(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def _indexed_file(line: str) -> File:
    described, _tab, path = line.partition("\t")
    mode, oid, stage = described.split(" ")
    return File._make((path, mode, oid, stage != "0", ""))


def _mode(mode: int) -> str:
    if stat.S_ISREG(mode):
        return REGULAR
    return LINK if stat.S_ISLNK(mode) else "040000" if stat.S_ISDIR(mode) else "000000"
