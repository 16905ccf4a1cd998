"""Opening a git repository, and what git says, as a sentence."""

import os
import shlex
from pathlib import Path
from typing import Any

from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import shell_line
from minutebook.repository.location import QUESTION, Location, parse_location
from minutebook.repository.settings import PATHSPECS, SETTINGS

NO_GIT = "git was not found: install it, or put it on the PATH"
_FOLDERS = ("GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE")
_LOCATION = (*_FOLDERS, "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_NAMESPACE")
_OBJECTS = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")
"""Where the objects are; while something is pushed, the new ones lie apart from the rest, in quarantine."""
LITERAL = ":(literal)"
"""What stands before a path that is none of a pattern (gitglossary(7), "pathspec")."""
_FATAL = 128
"""The code with which git itself refuses."""


class RepositoryError(Exception):
    """git can't give what was asked for; the message is one sentence for the user."""


class NoCommit(RepositoryError):
    """There is no commit of a name."""


class NoRepository(RepositoryError):
    """A folder is in no git repository."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, and git as it is called there."""

    git: Any
    location: Location


def open_repository(folder: Path) -> Repository:
    """Return the repository around a folder; raises RepositoryError if there is none."""
    if not folder.is_dir():
        raise RepositoryError(f"there is no folder '{folder}'")
    location = _locate(folder)
    git = _git(location.top or location.git_dir)
    git.set_persistent_git_options(c=list(SETTINGS))
    return Repository(git, location)


def _git(folder: Path) -> Any:
    """Return git, called in a folder, which says the same whoever calls."""
    from minutebook.repository.git_program import load_git

    git = load_git()(folder)
    # A commit is what its id says, here as in every clone, and not what `git replace` shows in its place.
    git.update_environment(GIT_NO_REPLACE_OBJECTS="1")
    git.update_environment(GIT_TERMINAL_PROMPT="0", GIT_OPTIONAL_LOCKS="0", LC_ALL="C")
    # `git --literal-pathspecs commit`, as Magit types it, hands these on to its hooks, where `*.yaml` would then be
    # the name of one file.
    git.update_environment(**dict.fromkeys(PATHSPECS, "0"))
    return git


def _locate(folder: Path) -> Location:
    """Return where the repository around a folder lies; the environment may name another, which must not be touched."""
    inherited = {name: os.environ[name] for name in _LOCATION if name in os.environ}
    # As whole paths, for git is called in another folder from now on.
    inherited |= {name: str(Path(inherited[name]).resolve()) for name in _FOLDERS if name in inherited}
    named = Path(inherited["GIT_DIR"]) if "GIT_DIR" in inherited else None
    # On a server git may refuse to look for a bare repository that it was not told of (safe.bareRepository).
    if named and named != folder.resolve():
        _forget(_LOCATION)
    try:
        location = _ask(folder)
    except NoRepository:
        # `git --git-dir=… --work-tree=…` makes a working tree of a folder that has no `.git`, for its hooks, too.
        work_tree = inherited.get("GIT_WORK_TREE")
        if not (named and work_tree and folder.resolve().is_relative_to(work_tree)):
            raise
        os.environ.update(inherited)
        location = _ask(folder)
    is_elsewhere = named is not None and named != location.git_dir.resolve()
    if named and not is_elsewhere:
        os.environ.update(inherited)
    if _has_foreign_objects(location, elsewhere=is_elsewhere):
        _forget(_OBJECTS)
    return location


def _ask(folder: Path) -> Location:
    """Return where git says that the repository around a folder lies."""
    git = _git(folder)
    from git.exc import GitCommandError, GitCommandNotFound

    try:
        answer = git.rev_parse(*QUESTION)
    except (GitCommandNotFound, PermissionError):
        raise RepositoryError(NO_GIT) from None
    except GitCommandError as error:
        stderr = str(error.stderr)
        if "not a git repository" in stderr:
            raise NoRepository(
                f"{folder.resolve()} is in no git repository: go to the folder of your notes, or name it with -C; "
                "to begin new ones in this folder, type `minutebook init`"
            ) from None
        if error.status != _FATAL:
            reason = stderr.replace("stderr:", "").strip().strip("'")
            raise RepositoryError(
                f"git was found, but does not run: {reason or 'it gives no reason'}"
            ) from None
        raise RepositoryError(sentence("rev_parse", stderr)) from None
    location = parse_location(answer, folder)
    if location is None:
        raise RepositoryError(f"{folder}: no folder around a repository may have a newline in its name")
    return location


def is_repository(folder: Path) -> bool:
    """Whether a folder is in a git repository."""
    try:
        open_repository(folder)
    except NoRepository:
        return False
    return True


def create_repository(folder: Path) -> None:
    """Make a folder a git repository, as `git init` does; raises RepositoryError if that fails."""
    git = _git(folder)
    from git.exc import GitCommandError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        git.init()
    except (GitCommandError, OSError) as error:
        raise RepositoryError(f"{folder} can't be made a git repository: {error}") from None


def _has_foreign_objects(location: Location, *, elsewhere: bool) -> bool:
    """Whether the environment names a folder with the objects of another repository."""
    quarantine = os.environ.get("GIT_QUARANTINE_PATH")
    if quarantine is None:
        return elsewhere
    # Something may have unset GIT_DIR between git and here; without this quarantine, what is pushed is not found.
    is_inside = Path(quarantine).resolve().is_relative_to(location.common_dir.resolve())
    return not is_inside and "GIT_DIR" not in os.environ


def _forget(names: tuple[str, ...]) -> None:
    for name in names:
        os.environ.pop(name, None)


def left_out(path: str, *, is_sparse: bool = True) -> str:
    """Return how a file gets on disk that git leaves out of the working tree, in a sparse checkout or by itself."""
    if not is_sparse:
        words = ("update-index", "--no-skip-worktree"), ("restore",)
        lines = " && ".join(shell_line(["git", *command, path]) for command in words)
        return f"{path} is left out of the working tree; type: {lines}"
    folder = path.rpartition("/")[0]
    return f"{path} is left out of this sparse checkout; type: {shell_line(['git', 'sparse-checkout', 'add', folder])}"


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
    if "outside of your sparse-checkout" in message:
        path = message.partition("index:\n")[2].partition("\n")[0]
        return left_out(path.removeprefix(LITERAL))
    reason = next((line for line in message.split("\n") if line.strip()), "no reason was given")
    return f"git {command.replace('_', '-')} failed: {reason.removeprefix('fatal: ').rstrip()}"
