"""What `git log` says of some files: the commits, and what each of them changed."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import filterfalse, takewhile
from os.path import commonpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from minutebook.records.file_kinds import SERIES
from minutebook.records.frozen_class import dataclass
from minutebook.repository.objects import is_no_object

if TYPE_CHECKING:
    from minutebook.repository.commits import Commits

OPTIONS = (
    *(
        "-z",
        "--format=%x01%H%x00%aN%x00%aI%x00%s%x00",
        "--encoding=UTF-8",
        "--no-show-signature",
        "--no-color",
    ),
    *("--raw", "--no-abbrev", "--root", "--no-renames", "-c"),
)
"""What `git log` is asked for; of a merge, what is as in none of its parents."""
_DAYS_AHEAD = 100
"""How long before its day a meeting is hardly begun."""
_START = re.compile("\x01(?=[0-9a-f]{40,64}\0)")
_RAW = re.compile(r"\n*:+[0-7]{6}(?: [0-7]{6})+ (?P<oids>[0-9a-f]{40,}(?: [0-9a-f]{40,})+) [A-Z]+")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file in a commit: the name of its content, None where it is gone, and of those in the commit's parents.

    `former_path` is where it lay before, if that was elsewhere.
    """

    path: str
    former: tuple[str, ...]
    current: str | None
    former_path: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: who made it, when, and what it changed."""

    oid: str
    author: str
    time: str
    subject: str
    files: tuple[FileChange, ...]

    def begins(self, path: str) -> bool:
        """Whether a file is new in it."""
        return any(file.path == path and not file.former for file in self.files)


def parse(raw: bytes) -> Iterator[Revision]:
    """Yield the commits in an output that was asked for with OPTIONS."""
    for record in _START.split(raw.decode("utf-8", "surrogateescape"))[1:]:
        oid, author, time, subject, *fields = record.split("\0")
        yield Revision(oid, author, time, subject, tuple(_files(fields)))


def _files(fields: list[str]) -> Iterator[FileChange]:
    remaining = iter(fields)
    for field in remaining:
        if match := _RAW.fullmatch(field):
            *former, current = match["oids"].split()
            names = tuple(filterfalse(is_no_object, former))
            yield FileChange(next(remaining), names, None if is_no_object(current) else current)


def follow(commits: "Commits", path: str, revision: str, day: date) -> Iterator[Revision]:
    """Yield the commits up to one that changed a file, newest first, also where it lay in another folder.

    Not by `git log --follow`, which goes on with the file that a new one is most like. `day` is the one that it is
    about: commits that are much older are looked at only if it is not new in one of the others.
    """
    # In a folder of thousands of files git takes longer for each commit than minutebook for all that it finds.
    since = date.fromordinal(max(day.toordinal() - _DAYS_AHEAD, 1))
    history = list(commits.revisions([path], revision, f"--since={since}T00:00:00"))
    if not history or not history[-1].begins(path):
        history = list(commits.revisions([path], revision))
    for commit in history:
        parent = commits.first_parent(commit.oid) if commit.begins(path) else None
        origin = _origin(commits, path, commit.oid, parent) if parent else None
        if parent and origin:
            moved = FileChange(path, (f"{parent}:{origin}",), f"{commit.oid}:{path}", origin)
            yield replace(commit, files=(moved,))
            yield from follow(commits, origin, parent, day)
            return
        yield commit


def _origin(commits: "Commits", path: str, commit: str, parent: str) -> str | None:
    """Return where a file of the same name lay that a commit has removed, the likeliest one; None if there is none."""
    (changed,) = commits.changed_entries([(commit, parent)])
    content = commits.content(f"{commit}:{path}")
    removed = [
        former
        for former in changed
        if PurePosixPath(former).name == PurePosixPath(path).name
        and not commits.has_content(f"{commit}:{former}")
    ]
    return max(
        removed,
        key=lambda former: (commits.content(f"{parent}:{former}") == content, nearness(path, former)),
        default=None,
    )


def nearness(path: str, former: str) -> tuple[int, int]:
    """Return how much two paths have in common: the names at their ends, and the length of what they begin with."""
    pairs = zip(reversed(PurePosixPath(path).parts), reversed(PurePosixPath(former).parts), strict=False)
    names = takewhile(lambda pair: pair[0] == pair[1], pairs)
    return sum(1 for _pair in names), len(commonpath([path, former]))


def follow_series(commits: "Commits", folders: Sequence[str], revision: str) -> list[Revision]:
    """Return the commits up to one that changed files of some series, newest first, also where a series lay before."""
    known = list(folders)
    while True:
        history = list(commits.revisions(known, revision))
        begun = [commit.oid for commit in history if any(commit.begins(f"{path}/{SERIES}") for path in known)]
        renames = commits.renames(begun) if begun else {}
        origins = {_former_folder(renames, folder) for folder in known}.difference(known, {None})
        if not origins:
            return history
        known += filter(None, origins)


def _former_folder(renames: Mapping[str, str], folder: str) -> str | None:
    """Return the folder in which most files of another one lay before they were moved, None if there is none."""
    votes: Counter[str] = Counter()
    for path, former in renames.items():
        name = path.removeprefix(folder)
        if name != path and name[0] == "/" and former.endswith(name):
            votes[former.removesuffix(name)] += 1
    return max(votes, key=votes.__getitem__, default=None)
