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
        repo = open_repository(folder)
    except RepositoryError:
        return None
    try:
        if repo.working_tree_dir is None or Path(repo.working_tree_dir).resolve() != folder.resolve():
            return None
        ask = repo.git
        commit = ask.rev_parse("--verify", "--quiet", "HEAD", with_exceptions=False)
        url = ask.config("--get", "remote.origin.url", with_exceptions=False)
        if not commit:
            return Origin(url, "", "", pushed=False)
        tags = ask.tag("--points-at", "HEAD", "--list", "v[0-9]*", with_exceptions=False)
        branches = ask.branch("--remotes", "--contains", "HEAD", with_exceptions=False)
        return Origin(url, tags.split("\n")[0], commit, pushed=bool(branches))
    finally:
        repo.close()
