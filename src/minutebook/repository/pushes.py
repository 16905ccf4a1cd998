"""What somebody pushes: the refs that shall change, and what each branch is to be compared with."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_BRANCH = "refs/heads/"
_ID = "(?:[0-9a-f]{40}|[0-9a-f]{64})"
_LINE = re.compile(f"({_ID}) ({_ID}) (refs/.+)")


@dataclass(frozen=True, slots=True)
class RefUpdate:
    """A ref that shall lead from one object to another, as git tells its hook `pre-receive`."""

    old: str
    new: str
    ref: str

    @property
    def branch(self) -> str:
        """The short name of a branch that is to hold a commit; nothing for one that goes, or another ref."""
        # A tag or a note is a name that people give to something; only branches are where minutes go on.
        return "" if _is_none(self.new) or not self.ref.startswith(_BRANCH) else self.ref[len(_BRANCH) :]

    @property
    def is_new(self) -> bool:
        """Whether the ref is not there yet."""
        return _is_none(self.old)


@dataclass(frozen=True, slots=True)
class Tip:
    """A commit for one branch or several, and the commits it is compared with; without these, all of it is new."""

    commit: str
    bases: tuple[str, ...]
    branches: tuple[str, ...]


def read(lines: str) -> tuple[RefUpdate, ...]:
    """Return what the lines say that git gives to its hook; raises ValueError for any other text."""
    found = [_LINE.fullmatch(line) for line in lines.removesuffix("\n").split("\n")]
    if not all(found):
        raise ValueError("no lines of git's: OLD NEW REF")
    return tuple(RefUpdate(*one.groups()) for one in found if one)


def tips(updates: Iterable[RefUpdate], beyond: Mapping[str, tuple[str, ...]]) -> tuple[Tip, ...]:
    """Return what the branches are to hold, each commit and what it is compared with only once.

    `beyond` are the commits that no branch has yet, with their parents.
    """
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for update in updates:
        if update.branch:
            bases = tuple(_known_before(update.new, beyond)) if update.is_new else (update.old,)
            found.setdefault((update.new, bases), []).append(update.branch)
    return tuple(Tip(commit, bases, tuple(branches)) for (commit, bases), branches in found.items())


def _known_before(tip: str, beyond: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the nearest commits that some branch has already: the commit itself, if one has it."""
    seen, waiting = {tip}, [tip]
    while waiting:
        commit = waiting.pop()
        if commit not in beyond:
            yield commit
            continue
        ahead = [parent for parent in beyond[commit] if parent not in seen]
        seen.update(ahead)
        waiting += ahead


def _is_none(oid: str) -> bool:
    """Whether git means that there is no object."""
    return not oid.strip("0")
