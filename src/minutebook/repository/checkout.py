"""A repository with files to work on: its working tree and its index, on top of its commits."""

import errno
import os
import re
import stat
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

from minutebook.repository.commits import Commits, split, text
from minutebook.repository.objects import MOST
from minutebook.repository.opening import RepositoryError
from minutebook.repository.snapshot import LINK, SUBMODULE, Entry, Snapshot

# Other files than these are never read, so a large repository costs no more than its notes.
_NAMES = ("*.yaml", "*.yml", "*.md", "*.YAML", "*.YML")
_LISTED = re.compile(
    rb"(?:(?P<tag>\S) )?(?P<mode>[0-7]{6}) (?P<oid>[0-9a-f]+) (?P<stage>[0-3])\t(?P<path>.*)", re.DOTALL
)
_REGULAR = "100644"
_EMPTY = (
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
"""The names that git has for a file without content, by its two ways of naming."""


class Checkout(Commits):
    """The repository around a folder, and the files that people change there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._outside: dict[str, bool] = {}
        if super().top is None:
            raise RepositoryError(
                f"{folder} is a bare repository: it has no files to work on; `check`, `render`, `deltas` and "
                "`actions` read a commit of it with --rev"
            )

    @property
    def top(self) -> Path:
        """The folder of the files to work on."""
        return Path(self._repo.working_tree_dir)

    def working_tree(self) -> Snapshot:
        """Return the files as they stand on disk: tracked ones, and new ones that git does not ignore."""
        listed = self._ls_files("-t", "--others", "--exclude-standard")
        entries = {entry.path: entry for entry in self._present(listed)}
        return Snapshot("working tree", entries, self._from_disk, self._origin_on_disk)

    def index(self) -> Snapshot:
        """Return the files as they are staged."""
        listed = {entry.path: entry for _tag, entry in self._ls_files()}
        announced = self._announced([path for path, entry in listed.items() if entry.oid in _EMPTY])
        entries = {path: entry for path, entry in listed.items() if path not in announced}
        return Snapshot("index", entries, self._from_objects, self._origin_in_index)

    def staged_paths(self) -> tuple[str, ...]:
        """Return every path whose staged content is not that of the last commit."""
        return self._staged()

    def unstaged_paths(self) -> dict[str, bool]:
        """Return the paths that differ on disk from what is staged, new ones too.

        The value tells whether a part of the change is staged already.
        """
        raw = self._run("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
        states = {text(line[3:]): line[:2].decode() for line in split(raw)}
        return {path: state[0] not in " ?" for path, state in states.items() if state[1] != " "}

    def ignored(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Return those paths that git leaves out."""
        raw, _said = self._ask("check_ignore", paths, "--stdin", "--no-index", succeeds=(0, 1))
        return tuple(text(line) for line in raw.splitlines())

    @property
    def passing_index(self) -> Literal["", "all", "named"]:
        """Whether the index is one that git throws away if this commit fails, and of which kind of commit.

        `git commit --all` and a commit of named files have one of their own.
        """
        name = Path(os.environ.get("GIT_INDEX_FILE", "")).name
        return "all" if name == "index.lock" else "named" if name.startswith("next-index-") else ""

    def known_versions(self, path: str) -> Iterator[bytes]:
        """Yield what git has of a file and keeps: the last commit's, the staged one, both sides of a merge."""
        staged = () if self.passing_index else (f":0:{path}",)
        for name in (f"HEAD:{path}", *staged, f":2:{path}", f":3:{path}", f"MERGE_HEAD:{path}"):
            content = self._objects.read(name)
            if content is not None:
                yield content

    @property
    def has_commits(self) -> bool:
        """Whether there is a commit to compare with."""
        return self._head is not None

    def stage(self, paths: Sequence[str]) -> None:
        """Add exactly these paths to the index, deleted ones too."""
        self._run("add", "--", *(f":(top,literal){path}" for path in paths))

    def _staged(self, *options: str) -> tuple[str, ...]:
        raw = self._run("diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff", *options)
        return tuple(text(path) for path in split(raw))

    def _announced(self, empty: Sequence[str]) -> frozenset[str]:
        """Return which empty files were only announced (`git add --intent-to-add`): no commit takes them."""
        staged = self._staged("--diff-filter=d") if empty else ()
        return frozenset(path for path in empty if path not in staged and self._committed(path) is None)

    @cached_property
    def _head(self) -> str | None:
        try:
            return self.resolve("HEAD")
        except RepositoryError:
            return None

    def _ls_files(self, *options: str) -> Iterator[tuple[str, Entry]]:
        raw = self._run("ls_files", "-z", "-s", "--cached", "--full-name", *options, "--", *_NAMES)
        for line in split(raw):
            found = _LISTED.fullmatch(line)
            if found:
                path = text(found["path"])
                entry = Entry(path, found["mode"].decode(), found["oid"].decode(), found["stage"] != b"0")
                yield (found["tag"] or b"H").decode(), entry
            else:
                yield "?", Entry(text(line.removeprefix(b"? ")), _REGULAR)

    def _present(self, listed: Iterator[tuple[str, Entry]]) -> Iterator[Entry]:
        for tag, entry in listed:
            if tag == "S" or entry.mode == SUBMODULE:  # left out of a sparse checkout: the index has it
                yield entry
                continue
            if self._leads_outside(entry.path.rpartition("/")[0]):
                continue
            try:
                mode = (self.top / entry.path).lstat().st_mode
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError:  # reading it will tell why
                yield entry
            else:
                yield Entry(entry.path, _mode(mode), entry.oid)

    def _leads_outside(self, folder: str) -> bool:
        """Whether a folder is reached through a symbolic link that leaves the repository."""
        if folder not in self._outside:
            real = Path(os.path.realpath(self.top / folder))
            self._outside[folder] = not real.is_relative_to(os.path.realpath(self.top))
        return self._outside[folder]

    def _from_disk(self, entry: Entry) -> bytes:
        file = self.top / entry.path
        try:
            if not stat.S_ISREG(file.lstat().st_mode):  # a link may lead anywhere, a pipe never end
                raise OSError(errno.EINVAL, "no regular file", entry.path)
            with file.open("rb") as opened:
                return opened.read(MOST)
        except FileNotFoundError:
            return self._from_objects(entry)

    def _origin_on_disk(self, entry: Entry) -> str:
        committed = self._committed(entry.path)
        same = committed is not None and self._from_disk(entry).replace(b"\r\n", b"\n") == committed.replace(
            b"\r\n", b"\n"
        )
        return self._at_head() if same else "not committed yet"

    def _origin_in_index(self, entry: Entry) -> str:
        return self._at_head() if self._committed(entry.path) == self._from_objects(entry) else "as staged"

    def _committed(self, path: str) -> bytes | None:
        return self._objects.read(f"HEAD:{path}")

    def _at_head(self) -> str:
        return f"at {(self._head or '')[:7]}"


def _mode(mode: int) -> str:
    if stat.S_ISREG(mode):
        return _REGULAR
    return LINK if stat.S_ISLNK(mode) else "040000" if stat.S_ISDIR(mode) else "000000"
