"""What stands in the configuration of a clone about how notes are merged."""

import shlex
import sys
from pathlib import Path

from minutebook.repository.access import open_repository

MERGE_DRIVER = "minutebook"
"""What .gitattributes calls the driver."""
_SECTION = f"merge.{MERGE_DRIVER}"
_ARGUMENTS = "%O %A %B %L %P"


def set_drivers(folder: Path) -> None:
    """Name the merge driver in the configuration of the repository around a folder; raises RepositoryError."""
    python = shlex.quote(Path(sys.executable).as_posix())
    # git runs this by a shell. A clone that is older than its environment must still merge, if only as text; git does
    # not quote paths that it puts in for %P before version 2.46, so it is in quotes here.
    arguments = _ARGUMENTS.replace("%P", "'%P'")
    driver = (
        f"if {python} -c 'import minutebook' 2>/dev/null; then {python} -m minutebook merge-driver {arguments}; "
        "else git merge-file --marker-size=%L %A %O %B; fi"
    )
    repo = open_repository(folder)
    try:
        repo.git.config("--local", f"{_SECTION}.name", "meetings by meaning (minutebook)")
        repo.git.config("--local", f"{_SECTION}.driver", driver)
    finally:
        repo.close()


def drop_drivers(folder: Path) -> None:
    """Take the merge driver out of the configuration; raises RepositoryError."""
    repo = open_repository(folder)
    try:
        repo.git.config("--local", "--remove-section", _SECTION, with_exceptions=False)
    finally:
        repo.close()
