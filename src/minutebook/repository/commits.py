"""What a repository has committed; it may be bare, because no working tree and no index is read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from minutebook.repository.objects import Objects
from minutebook.repository.opening import RepositoryError, open_repository, sentence
from minutebook.repository.snapshot import Entry, Snapshot


class Commits:
    """The commits of the repository around a folder."""

    def __init__(self, folder: Path) -> None:
        self._repo = open_repository(folder)
        self.git_dir = Path(self._repo.git_dir)
        self._objects = Objects(self._repo.git)

    @property
    def top(self) -> Path | None:
        """The folder of the files to work on; a bare repository has none."""
        return None if self._repo.working_tree_dir is None else Path(self._repo.working_tree_dir)

    def close(self) -> None:
        """End the git process that was kept running."""
        self._objects.close()
        self._repo.close()

    def commit(self, revision: str) -> Snapshot:
        """Return the files of a commit; raises RepositoryError if there is no such commit."""
        return self.files(self.resolve(revision))

    def files(self, oid: str) -> Snapshot:
        """Return the files of the commit that has this full id."""
        raw = self._run("ls_tree", "-r", "-z", "--full-tree", oid)
        entries = {}
        for line in split(raw):
            mode, _kind, blob, path = re.split(rb"[ \t]", line, maxsplit=3)
            name = text(path)
            entries[name] = Entry(name, mode.decode(), blob.decode())
        return Snapshot(f"commit {oid[:7]}", entries, self._from_objects, lambda _entry: f"at {oid[:7]}")

    def resolve(self, revision: str) -> str:
        """Return the full id of a commit; raises RepositoryError if there is none."""
        try:
            name = f"{revision}^{{commit}}"
            return text(self._run("rev_parse", "--verify", "--end-of-options", name)).strip().split("\n")[-1]
        except RepositoryError:
            raise RepositoryError(self._no_commit(revision)) from None

    def first_parent(self, revision: str) -> str | None:
        """Return the full id of a commit's first parent, or None where the commit has none.

        Raises RepositoryError if there is no such commit, or the clone is too shallow to have its parent.
        """
        oid = self.resolve(revision)
        # As the commit itself has it: for git, the last commit of a shallow clone has no parents.
        head = (self._objects.read(oid) or b"").partition(b"\n\n")[0]
        parents = [line.removeprefix(b"parent ") for line in head.split(b"\n") if line.startswith(b"parent ")]
        return self.resolve(text(parents[0])) if parents else None

    def changed_paths(self, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
        """Return, for each pair of a new and an old commit, the paths whose content is not the same in both."""
        options = ("-r", "-z", "--raw", "--always", "--no-renames", "--no-ext-diff", "--stdin")
        raw, said = self._ask("diff_tree", (f"{new} {old}" for new, old in pairs), *options)
        changed = list(_paths_of_each(raw))
        # Of what is no commit or not there git says so, and goes on.
        if [new for new, _paths in changed] != [new for new, _old in pairs]:
            raise RepositoryError(sentence("diff_tree", said))
        return tuple(paths for _new, paths in changed)

    def beyond_branches(self, tips: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the commits that no branch has yet and some tips have, each with its parents."""
        raw, _said = self._ask("rev_list", tips, "--stdin", "--parents", "--not", "--branches")
        lines = (line.split() for line in raw.decode().splitlines())
        return {commit: tuple(parents) for commit, *parents in lines}

    def _no_commit(self, revision: str) -> str:
        # A linked worktree has a folder of its own, and this in the one that all share.
        if (Path(self._repo.common_dir) / "shallow").exists():
            return (
                f"there is no commit '{revision}' in this shallow clone: fetch the history with "
                "`git fetch --unshallow`, or set `fetch-depth: 0` where CI checks out"
            )
        return f"there is no commit '{revision}' in this repository"

    def _from_objects(self, entry: Entry) -> bytes:
        return self._object(entry.oid or f"HEAD:{entry.path}")

    def _object(self, name: str) -> bytes:
        content = self._objects.read(name)
        if content is None:
            raise RepositoryError(f"git has no object '{name}'; is the clone complete? `git fsck` tells")
        return content

    def _run(self, command: str, *arguments: str) -> bytes:
        from git.exc import GitCommandError

        try:
            run = getattr(self._repo.git, command)
            output: bytes = run(*arguments, stdout_as_string=False, strip_newline_in_stdout=False)
        except GitCommandError as error:
            raise RepositoryError(sentence(command, error.stderr)) from None
        return output

    def _ask(
        self, command: str, lines: Iterable[str], *arguments: str, succeeds: tuple[int, ...] = (0,)
    ) -> tuple[bytes, str]:
        """Run a command that is told on its standard input what it is about, however much that is."""
        from subprocess import PIPE

        run = getattr(self._repo.git, command)
        process = run(*arguments, istream=PIPE, as_process=True)
        output, said = process.proc.communicate("".join(f"{line}\n" for line in lines).encode())
        if process.proc.returncode not in succeeds:
            raise RepositoryError(sentence(command, text(said)))
        return bytes(output), text(said)


def split(raw: bytes) -> list[bytes]:
    """Return what git ended with a NUL each."""
    return [part for part in raw.split(b"\0") if part]


def text(name: bytes) -> str:
    """Return a name that git gave as bytes."""
    return name.decode("utf-8", "surrogateescape")


def _paths_of_each(raw: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each commit that `diff-tree` was asked about, and the paths below it."""
    parts = iter(split(raw))
    commit, paths = "", list[str]()
    for part in parts:
        if part.startswith(b":"):
            paths.append(text(next(parts)))
            continue
        if commit:
            yield commit, tuple(paths)
        commit, paths = part.decode(), []
    if commit:
        yield commit, tuple(paths)
