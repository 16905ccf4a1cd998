"""Opening a git repository, and what git says, as a sentence."""

import os
from pathlib import Path
from typing import Any

_LOCATION = (
    *("GIT_DIR", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_SHALLOW_FILE"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"),
)


class RepositoryError(Exception):
    """git can't give what was asked for; the message is one sentence for the user."""


class NoRepository(RepositoryError):
    """A folder is in no git repository."""


def open_repository(folder: Path) -> Any:
    """Return the repository around a folder; raises RepositoryError if there is none."""
    try:
        from git import InvalidGitRepositoryError, NoSuchPathError, Repo
    except ImportError as error:
        if "git executable" not in str(error):
            raise
        raise RepositoryError("git was not found: install it, or put it on the PATH") from None

    def find() -> Any:
        return Repo(folder, search_parent_directories=True, expand_vars=False)

    try:
        repo = find()
        if _forget_foreign_location(repo):
            repo = find()
    except NoSuchPathError:
        raise RepositoryError(f"there is no folder '{folder}'") from None
    except InvalidGitRepositoryError:
        raise NoRepository(
            f"{folder.resolve()} is in no git repository: minutebook works in one (`git init` makes one)"
        ) from None
    # A repository's own settings must not make git run programs while it is only read.
    repo.git.set_persistent_git_options(c=["core.fsmonitor=false", "core.quotePath=false"])
    repo.git.update_environment(GIT_TERMINAL_PROMPT="0", GIT_OPTIONAL_LOCKS="0", LC_ALL="C")
    return repo


def is_repository(folder: Path) -> bool:
    """Whether a folder is in a git repository."""
    try:
        open_repository(folder).close()
    except NoRepository:
        return False
    return True


def create_repository(folder: Path) -> None:
    """Make a folder a git repository, as `git init` does; raises RepositoryError if that fails."""
    from git import Repo
    from git.exc import GitCommandError

    try:
        Repo.init(folder, expand_vars=False).close()
    except (GitCommandError, OSError) as error:
        raise RepositoryError(f"{folder} can't be made a git repository: {error}") from None


def _forget_foreign_location(repo: Any) -> bool:
    """Drop the variables by which git tells a hook its repository, where this is another one."""
    told = os.environ.get("GIT_DIR")
    foreign = told is not None and Path(told).resolve() != Path(repo.git_dir).resolve()
    for name in _LOCATION if foreign else ():
        os.environ.pop(name, None)
    return foreign


def sentence(command: str, error: Any) -> str:
    """Return why a git command failed."""
    said = str(error.stderr or "").replace("stderr:", "").strip().strip("'").strip()
    if "dubious ownership" in said:
        return (
            "git does not trust this folder because another user owns it; if you do, type: "
            "git config --global --add safe.directory '*' (or this folder's path)"
        )
    first = next((line for line in said.split("\n") if line.strip()), "no reason was given")
    return f"git {command.replace('_', '-')} failed: {first.removeprefix('fatal: ')}"
