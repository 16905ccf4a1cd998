"""Where a repository comes from, and which commit of it is checked out."""

from pathlib import Path

from minutebook.records.frozen_class import dataclass
from minutebook.repository.access import RepositoryError, open_repository


@dataclass(frozen=True, slots=True)
class Origin:
    """The URL of the remote called origin, "" without one; the commit that is checked out, and a tag of it, if any.

    `pushed` tells whether a branch of a remote has that commit, as far as is known here.
    """

    url: str
    tag: str
    commit: str
    pushed: bool


def find_origin(folder: Path) -> Origin | None:
    """Return the origin of the repository whose top is a folder; None where there is none."""
    try:
        repository = open_repository(folder)
    except RepositoryError:
        return None
    top, git = repository.location.top, repository.git
    if top is None or top.resolve() != folder.resolve():
        return None
    commit = git.rev_parse("--verify", "--quiet", "HEAD", with_exceptions=False)
    url = git.config("--get", "remote.origin.url", with_exceptions=False)
    if not commit:
        return Origin(url, "", "", pushed=False)
    tags = git.tag("--points-at", "HEAD", "--list", "v[0-9]*", with_exceptions=False)
    branches = git.branch("--remotes", "--contains", "HEAD", with_exceptions=False)
    return Origin(url, tags.split("\n")[0], commit, pushed=bool(branches))
