"""GitPython's call of git is there, and the rest of GitPython is not paid for."""

import subprocess
import sys

import pytest

SHOWN = """\
import sys
{before}
from minutebook.repository.git_program import load_git
print(load_git()().version().split()[0], "git.repo" in sys.modules, "gitdb.db" in sys.modules)
import git
print(git.Repo.__name__, git.Git is load_git())
"""


@pytest.mark.parametrize(("before", "is_whole"), [("", False), ("import git", True)])
def test_it_is_imported_without_the_rest_which_can_still_be_imported(before: str, is_whole: bool) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", SHOWN.format(before=before)], capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines() == [f"git {is_whole} {is_whole}", "Repo True"]
