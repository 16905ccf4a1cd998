"""What a clone is told of notes: how they are merged, how their diffs read, and which paths each commit has changed."""

import shlex
import sys
from pathlib import Path

from minutebook.repository.access import RepositoryError, open_repository, sentence

DRIVER = "minutebook"
"""What .gitattributes calls the drivers."""
_MERGE, _DIFF = f"merge.{DRIVER}", f"diff.{DRIVER}"
# The diff stays that of the file, under the title that a change stands below: a `textconv` would number the lines of
# `git blame` by what it makes of them, and no patch could be applied (gitattributes(5)); `git log` calls no `command`.
_TITLES = "^[ -]*title: *(.*)$\n^[ -]*topic: *(.*)$"
# A clone that is older than its environment must still merge, if only as text, and `python -m` of what is not there ends
# with the code of a conflict. -P: git calls it in the top folder, which may have a file with the name of some module.
_START = (
    'import sys; from importlib.util import find_spec; find_spec("minutebook") or sys.exit(127); '
    "from minutebook.cli import run; run()"
)


def set_drivers(folder: Path) -> None:
    """Name the drivers in the configuration of the repository around a folder; raises RepositoryError."""
    python = shlex.quote(Path(sys.executable).as_posix())
    driver = (
        f"{python} -P -c '{_START}' merge-driver %O %A %B %L; code=$?; test $code -le 1 && exit $code; "
        "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B"
    )
    git = open_repository(folder).git
    from git.exc import GitCommandError

    try:
        git.config("--local", f"{_MERGE}.name", "meetings by meaning (minutebook)")
        git.config("--local", f"{_MERGE}.driver", driver)
        git.config("--local", f"{_DIFF}.xfuncname", _TITLES)
    except GitCommandError as error:  # another git writes it, or this user may not
        raise RepositoryError(sentence("config", error.stderr)) from None


def is_driven(folder: Path, path: str) -> bool:
    """Whether .gitattributes names the driver for a path from the top of the repository around a folder."""
    attribute: str = open_repository(folder).git.check_attr("merge", "--", path)
    return attribute.endswith(f": {DRIVER}")


def drop_drivers(folder: Path) -> None:
    """Take the drivers out of the configuration; raises RepositoryError."""
    git = open_repository(folder).git
    for section in (_MERGE, _DIFF):
        git.config("--local", "--remove-section", section, with_exceptions=False)


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
