"""Where a repository lies: one question that git answers for the folder somebody stands in."""

import re
from pathlib import Path

from minutebook.records.frozen_class import dataclass

QUESTION = (
    *(
        "--is-bare-repository",
        "--is-inside-work-tree",
        "--show-prefix",
        "--git-common-dir",
        "--absolute-git-dir",
    ),
    "--remotes",
)
"""What `git rev-parse` is asked: it answers with a line each, and one for each branch of a remote."""
_ANSWER = re.compile(
    r"(?P<bare>true|false)\n(?P<inside>true|false)\n(?P<prefix>.*)\n(?P<common_dir>.+)\n(?P<git_dir>.+)"
    r"(?P<tips>(?:\n[0-9a-f]{40,64})*)"
)


@dataclass(frozen=True, slots=True)
class Location:
    """The folders of a repository, and the commits that branches of its remotes have.

    `top` is the folder of the files to work on, None where the repository is bare; linked worktrees share `common_dir`.
    """

    top: Path | None
    git_dir: Path
    common_dir: Path
    remote_tips: frozenset[str]


def parse_location(answer: str, folder: Path) -> Location | None:
    """Return the location that git has answered with for a folder; None where that can't be read."""
    match = _ANSWER.fullmatch(answer)
    if match is None:  # a folder with a newline in its name
        return None
    git_dir = Path(match["git_dir"])
    # Within the git directory there are no files to work on: they are around it.
    top = (
        [folder, *folder.parents][match["prefix"].count("/")] if match["inside"] == "true" else git_dir.parent
    )
    return Location(
        top=None if match["bare"] == "true" else top,
        git_dir=git_dir,
        common_dir=(folder / match["common_dir"]).resolve(),
        remote_tips=frozenset(match["tips"].split()),
    )
