"""Opening a git repository, and what git says, as a sentence."""

import os
import shlex
from pathlib import Path
from typing import Any

from minutebook.repository.settings import PATHSPECS, SETTINGS

NO_GIT = "git was not found: install it, or put it on the PATH"
_LOCATION = (
    *("GIT_DIR", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_SHALLOW_FILE"),
    "GIT_NAMESPACE",
)
_OBJECTS = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")
"""Where the objects are; while something is pushed, the new ones lie apart from the rest, in quarantine."""


class RepositoryError(Exception):
    """git can't give what was asked for; the message is one sentence for the user."""


class NoRepository(RepositoryError):
    """A folder is in no git repository."""


def open_repository(folder: Path) -> Any:
    """Return the repository around a folder; raises RepositoryError if there is none."""
    try:
        from git import InvalidGitRepositoryError, NoSuchPathError, Repo
    except ImportError as error:  # GitPython tries git when it is imported
        if "git executable" in str(error):
            raise RepositoryError(NO_GIT) from None
        if "Failed to initialize" not in str(error):
            raise
        reason = str(error).strip().rpartition("stderr: ")[2].strip("'")
        raise RepositoryError(f"git was found, but does not run: {reason}") from None

    def find() -> Any:
        return Repo(folder, search_parent_directories=True, expand_vars=False)

    try:
        repo = find()
        elsewhere = _is_elsewhere(repo)
        if elsewhere:
            _forget(_LOCATION)
            repo = find()
        if _has_foreign_objects(repo, elsewhere=elsewhere):
            _forget(_OBJECTS)
            repo = find()
    except NoSuchPathError:
        raise RepositoryError(f"there is no folder '{folder}'") from None
    except InvalidGitRepositoryError:
        raise NoRepository(
            f"{folder.resolve()} is in no git repository: go to the folder of your notes, or name it with -C; "
            "to begin new ones in this folder, type `minutebook init`"
        ) from None
    repo.git.set_persistent_git_options(c=list(SETTINGS))
    # A commit is what its id says, here as in every clone, and not what `git replace` shows in its place.
    repo.git.update_environment(GIT_NO_REPLACE_OBJECTS="1")
    repo.git.update_environment(GIT_TERMINAL_PROMPT="0", GIT_OPTIONAL_LOCKS="0", LC_ALL="C")
    # `git --literal-pathspecs commit`, as Magit types it, hands these on to its hooks, where `*.yaml` would then be
    # the name of one file.
    repo.git.update_environment(**dict.fromkeys(PATHSPECS, "0"))
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


def _is_elsewhere(repo: Any) -> bool:
    """Whether the environment of a hook names another repository, which must not be touched from here."""
    git_dir = os.environ.get("GIT_DIR")
    return git_dir is not None and Path(git_dir).resolve() != Path(repo.git_dir).resolve()


def _has_foreign_objects(repo: Any, *, elsewhere: bool) -> bool:
    """Whether the environment names a folder with the objects of another repository."""
    quarantine = os.environ.get("GIT_QUARANTINE_PATH")
    if quarantine is None:
        return elsewhere
    # Something may have unset GIT_DIR between git and here; without this quarantine, what is pushed is not found.
    is_inside = Path(quarantine).resolve().is_relative_to(Path(repo.common_dir).resolve())
    return not is_inside and "GIT_DIR" not in os.environ


def _forget(names: tuple[str, ...]) -> None:
    for name in names:
        os.environ.pop(name, None)


def sentence(command: str, stderr: str) -> str:
    """Return why a git command failed, which said so on its standard error."""
    message = str(stderr or "").replace("stderr:", "").strip().strip("'").strip()
    if "dubious ownership" in message:
        folder = shlex.quote(message.partition("repository at '")[2].partition("'")[0] or "PATH")
        return (
            "git does not trust this folder because another user owns it; if you do, type: "
            f"git config --global --add safe.directory {folder}"
        )
    if ".lock'" in message and "File exists" in message:
        return (
            "git is at work in this repository, or was killed there: wait until it has ended, or delete "
            f"{message.split(chr(39))[1]}"
        )
    reason = next((line for line in message.split("\n") if line.strip()), "no reason was given")
    return f"git {command.replace('_', '-')} failed: {reason.removeprefix('fatal: ')}"
