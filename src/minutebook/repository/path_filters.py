"""git's filters of the paths that commits have changed: by them its log of a file passes over the others."""

from pathlib import Path

from minutebook.repository.access import open_repository

_MOST = 20_000
"""How many commits get one at once, which takes seconds in a folder of thousands of files."""


def write_filters(folder: Path) -> None:
    """Let git write them in the repository around a folder, and from now on whenever it packs; raises RepositoryError.

    A shallow clone has none, nor one with a git before 2.29.
    """
    open_repository(folder).git.commit_graph(
        *("write", "--reachable", "--changed-paths", f"--max-new-filters={_MOST}", "--no-progress"),
        with_exceptions=False,
    )
