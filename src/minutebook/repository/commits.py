"""What a repository has committed; it may be bare, because no working tree and no index is read."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from minutebook.repository.access import LITERAL, NoCommit, RepositoryError, open_repository, sentence
from minutebook.repository.objects import Objects
from minutebook.repository.output import entries_of_each, list_files, split, text
from minutebook.repository.snapshot import REGULAR, Entry, File, Files, Snapshot

if TYPE_CHECKING:
    from minutebook.repository.revisions import Revision


class Commits:
    """The commits of the repository around a folder."""

    def __init__(self, folder: Path) -> None:
        repository = open_repository(folder)
        self._git, self._location = repository.git, repository.location
        self.git_dir = self._location.git_dir
        self._objects = Objects(self._git)
        self._resolved: dict[str, str] = {}
        # Of the last commit several parts of a hook want to know.
        self._listed = lru_cache(1)(self._list_files)

    @property
    def common_dir(self) -> Path:
        """The git directory that a linked worktree shares with the others."""
        return self._location.common_dir

    @property
    def top(self) -> Path | None:
        """The folder of the files to work on; a bare repository has none."""
        return self._location.top

    def close(self) -> None:
        """End the git process that was kept running."""
        self._objects.close()

    def commit(self, revision: str) -> Snapshot:
        """Return the files of a commit; raises RepositoryError if there is no such commit."""
        return self.snapshot_of(self.resolve(revision))

    def snapshot_of(self, oid: str, files: Files | None = None) -> Snapshot:
        """Return the commit that has this full id, of which the files are listed where they are not known."""
        files = self.files_of(oid) if files is None else files
        name, origin = f"commit {oid[:7]}", f"at {oid[:7]}"
        return Snapshot(name, files, self._from_objects, lambda _file: origin, is_stored=True)

    def files_of(self, oid: str) -> Files:
        """Return the files of the commit that has this full id."""
        return self._listed(oid)

    def _list_files(self, oid: str) -> Files:
        lines = split(self._run("ls_tree", "-r", "-z", "--full-tree", oid))
        return list_files(lines, (f"{REGULAR} blob ", "\t"), _committed_file)

    def resolve(self, revision: str) -> str:
        """Return the full id of a commit, the same whenever it is asked for; raises RepositoryError if there is none."""
        if revision not in self._resolved:
            oid = self._find(f"{revision}^{{commit}}")
            if oid is None:
                raise NoCommit(self._no_commit(revision))
            self._resolved[revision] = oid
        return self._resolved[revision]

    def _find(self, name: str) -> str | None:
        """Return the id of the object behind a name, None where there is none."""
        # The process that sends contents knows, too, but ends at names such as `@{upstream}` without one.
        if name == "HEAD^{commit}" and (oid := self._objects.find(name)):
            return oid
        if name == "HEAD^{commit}" and (lost := self._find("HEAD")):
            self._objects.content(lost)  # which says that it is lost
        try:
            return text(self._run("rev_parse", "--verify", "--end-of-options", name)).strip().split("\n")[-1]
        except RepositoryError:
            return None

    def first_parent(self, revision: str) -> str | None:
        """Return the full id of a commit's first parent, or None where the commit has none.

        Raises RepositoryError if there is no such commit, or the clone is too shallow to have its parent.
        """
        oid = self.resolve(revision)
        # As the commit itself has it: for git, the last commit of a shallow clone has no parents.
        head = (self._objects.read(oid) or b"").partition(b"\n\n")[0]
        parents = [line.removeprefix(b"parent ") for line in head.split(b"\n") if line.startswith(b"parent ")]
        return self.resolve(text(parents[0])) if parents else None

    def last_change(self, path: str) -> tuple[str, tuple[str, ...], bool] | None:
        """Return the commit in which a file last changed up to HEAD, all paths that changed, and whether it is a merge.

        None where there is none, or where a shallow clone can't tell.
        """
        if self.is_shallow:
            return None
        options = ("-1", "--format=%H %P", "--no-show-signature", "HEAD", "--", pathspec(path))
        commit, *parents = text(self._run("log", *options)).split() or [""]
        if not commit or not parents:
            return (commit, (), False) if commit else None
        (entries,) = self.changed_entries([(commit, parents[0])])
        return commit, tuple(entries), len(parents) > 1

    def revisions(self, paths: Sequence[str], revision: str, *options: str) -> "Iterator[Revision]":
        """Yield the commits up to one that changed some files, or files below some folders, newest first."""
        from minutebook.repository.revisions import OPTIONS, parse

        pathspecs = (pathspec(path) for path in paths)
        yield from parse(self._run("log", *OPTIONS, *options, self.resolve(revision), "--", *pathspecs))

    def content(self, name: str) -> bytes:
        """Return the content that has a name: its id, or a commit and a path."""
        return self._objects.content(name)

    def has_content(self, name: str) -> bool:
        """Whether there is a content of a name."""
        return self._objects.read(name) is not None

    def folder_at(self, oid: str, folder: str) -> Snapshot:
        """Return the files of a commit in and below a folder, read by the process that reads contents anyway."""
        from minutebook.repository.tree_entries import files_below

        return self.snapshot_of(oid, Files({}, files_below(self._objects.read, oid, folder)))

    def changed_entries(self, pairs: Sequence[tuple[str, str]]) -> tuple[dict[str, Entry], ...]:
        """Return, for each pair of a commit and one to compare it with, what the latter has where both are not the same."""
        options = ("-r", "-z", "--raw", "--always", "--no-renames", "--no-ext-diff", "--stdin")
        raw, stderr = self._ask("diff_tree", (f"{commit} {base}" for commit, base in pairs), *options)
        changed = list(entries_of_each(raw))
        # Where there is no such commit, git says so on standard error and goes on with the next pair.
        if [commit for commit, _entries in changed] != [commit for commit, _base in pairs]:
            raise RepositoryError(sentence("diff_tree", stderr))
        return tuple(entries for _commit, entries in changed)

    def renames(self, commits: Iterable[str]) -> Mapping[str, str]:
        """Return where the files lay before that some commits have moved, by where they are."""
        options = ("--stdin", "-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-ext-diff")
        raw, _stderr = self._ask("diff_tree", commits, *options)
        fields, origins = iter(split(raw)), {}
        for field in fields:
            if field[0] == "R":  # what is no kind of change is the id of a commit
                former, path = next(fields), next(fields)
                origins[path] = former
        return origins

    def beyond_branches(self, tips: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the commits that some tips have and no branch has yet, each with its parents."""
        raw, _stderr = self._ask("rev_list", tips, "--stdin", "--parents", "--not", "--branches")
        lines = (line.split() for line in raw.decode().splitlines())
        return {commit: tuple(parents) for commit, *parents in lines}

    def is_ancestor(self, former: str, commit: str) -> bool:
        """Whether the history of a commit has another one."""
        return not self._run("rev_list", "--max-count=1", former, f"^{commit}")

    def shared_commits(self) -> tuple[str, ...]:
        """Return the newest commits that others have among the ancestors of HEAD and of each commit being merged.

        Others have what remote-tracking branches have; without a remote, what is committed. Who merges must not lose
        what either side has committed, whether it was pushed or not.
        """
        heads = [oid for oid in map(self._find_commit, self._heads()) if oid]
        if not self.has_remote_branches or self._location.remote_tips.issuperset(heads):
            return tuple(dict.fromkeys(heads))
        raw, _stderr = self._ask("rev_list", heads, "--stdin", "--boundary", "--not", "--remotes")
        lines = raw.decode().split()
        known = heads if len(heads) > 1 else [oid for oid in heads if oid not in lines]
        # rev-list marks with a dash what is the first that is not asked for.
        return tuple(dict.fromkeys([*known, *(line[1:] for line in lines if line.startswith("-"))]))

    @property
    def is_merging(self) -> bool:
        """Whether the next commit is to be a merge."""
        return len([*self._heads()]) > 1

    def _heads(self) -> Iterator[str]:
        yield "HEAD"
        with contextlib.suppress(OSError):
            yield from (self.git_dir / "MERGE_HEAD").read_text(encoding="ascii", errors="replace").split()
        # Before a clean merge is committed, git names its sides in no other way (git-merge, `GITHEAD_*`).
        yield from (name.removeprefix("GITHEAD_") for name in os.environ if name.startswith("GITHEAD_"))

    def _find_commit(self, revision: str) -> str | None:
        try:
            return self.resolve(revision)
        except NoCommit:  # not yet
            return None

    @property
    def has_remote_branches(self) -> bool:
        """Whether there is anything of which a remote is known to have it."""
        return bool(self._location.remote_tips)

    @property
    def is_shallow(self) -> bool:
        """Whether the clone lacks older commits."""
        return (self.common_dir / "shallow").exists()

    def _no_commit(self, revision: str) -> str:
        if self.is_shallow:
            return (
                f"there is no commit '{revision}' in this shallow clone: fetch the history with "
                "`git fetch --unshallow`, or set `fetch-depth: 0` where CI checks out"
            )
        return f"there is no commit '{revision}' in this repository"

    def _from_objects(self, file: File) -> bytes:
        return self._objects.content(file.oid or f"HEAD:{file.path}")

    def _run(self, command: str, *arguments: str) -> bytes:
        from git.exc import GitCommandError

        try:
            run = getattr(self._git, command)
            output: bytes = run(*arguments, stdout_as_string=False, strip_newline_in_stdout=False)
        except GitCommandError as error:
            raise RepositoryError(sentence(command, error.stderr)) from None
        return output

    def _ask(
        self, command: str, lines: Iterable[str], *arguments: str, succeeds: tuple[int, ...] = (0,)
    ) -> tuple[bytes, str]:
        """Run a command that reads on its standard input what it is about, which is too long for arguments."""
        from subprocess import PIPE

        run = getattr(self._git, command)
        process = run(*arguments, istream=PIPE, as_process=True)
        request = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
        output, stderr = process.proc.communicate(request)
        if process.proc.returncode not in succeeds:
            raise RepositoryError(sentence(command, text(stderr)))
        return bytes(output), text(stderr)


def pathspec(path: str) -> str:
    """Return how git is told a path from the top, whatever signs are in it."""
    return f"{LITERAL}{path}"  # with `top`, where git runs anyway, it asks no Bloom filter


def _committed_file(line: str) -> File:
    described, _tab, path = line.partition("\t")
    mode, _kind, oid = described.split(" ")
    return File(path, mode, oid)
