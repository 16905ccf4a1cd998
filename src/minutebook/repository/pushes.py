"""What somebody pushes: the refs that will change, and what each branch is compared with."""

import re
from collections.abc import Iterable, Iterator, Mapping

from minutebook.records.frozen_class import dataclass
from minutebook.repository.objects import is_no_object

_BRANCH = "refs/heads/"
_ID = "(?:[0-9a-f]{40}|[0-9a-f]{64})"
_LINE = re.compile(f"({_ID}) ({_ID}) (refs/.+)")


@dataclass(frozen=True, slots=True)
class RefUpdate:
    """A ref that will point to another object, as git tells its hook `pre-receive` (githooks(5))."""

    old_oid: str
    new_oid: str
    ref: str

    @property
    def branch(self) -> str:
        """The short name of a branch that will point to a commit; nothing where it is deleted, or is another ref."""
        # A tag or a note is a name that people give to something; only branches are where minutes go on.
        return (
            "" if is_no_object(self.new_oid) or not self.ref.startswith(_BRANCH) else self.ref[len(_BRANCH) :]
        )

    @property
    def is_new(self) -> bool:
        """Whether there is no such ref yet."""
        return is_no_object(self.old_oid)


@dataclass(frozen=True, slots=True)
class Tip:
    """A commit for one branch or several, and the commits it is compared with; without any, all its files are new."""

    commit: str
    bases: tuple[str, ...]
    branches: tuple[str, ...]


def read(lines: str) -> tuple[RefUpdate, ...]:
    """Return the updates in the lines that git gives to its hook; raises ValueError for any other text."""
    matches = [_LINE.fullmatch(line) for line in lines.removesuffix("\n").split("\n")]
    if not all(matches):
        raise ValueError("no lines of git's: OLD NEW REF")
    return tuple(RefUpdate(*match.groups()) for match in matches if match)


def tips(updates: Iterable[RefUpdate], new_commits: Mapping[str, tuple[str, ...]]) -> tuple[Tip, ...]:
    """Return the commits that branches will point to, each with what it is compared with only once.

    `new_commits` are those that no branch has yet, with their parents.
    """
    branches: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for update in updates:
        if update.branch:
            bases = tuple(_nearest_bases(update.new_oid, new_commits)) if update.is_new else (update.old_oid,)
            branches.setdefault((update.new_oid, bases), []).append(update.branch)
    return tuple(Tip(commit, bases, tuple(names)) for (commit, bases), names in branches.items())


def _nearest_bases(tip: str, new_commits: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the nearest commits that some branch has already: the commit itself, if one has it."""
    visited, waiting = {tip}, [tip]
    while waiting:
        commit = waiting.pop()
        if commit not in new_commits:
            yield commit
            continue
        parents = [parent for parent in new_commits[commit] if parent not in visited]
        visited.update(parents)
        waiting += parents
