"""The folder of a new series: what can't be one."""

from pathlib import Path, PurePosixPath

from minutebook.commands._call import Call
from minutebook.records.portable_names import obstacle, usable_name
from minutebook.records.problem import UsageError
from minutebook.reports.paths import shown_path


def refuse_ignored(call: Call, *paths: str) -> None:
    """Raise UsageError if git ignores one of some paths."""
    for path, rule in call.repository.ignore_rules(paths).items():
        raise UsageError(f"git ignores {call.shown(path)}, but minutes must be kept: change the rule {rule}")


def refuse_unusable(top: Path, folder: PurePosixPath) -> None:
    """Raise UsageError if a folder that is not there yet can't be on every system, or is another one on some."""
    for path in reversed([folder, *folder.parents[:-1]]):
        around = top / path.parent
        siblings = {sibling.name for sibling in around.iterdir()} if around.is_dir() else set()
        if path.name in siblings:
            continue
        twins = (sibling for sibling in siblings if sibling.casefold() == path.name.casefold())
        if twin := next(twins, None):
            name = shown_path(str(path.with_name(twin)), top)
            raise UsageError(f"{name} is the same folder on Windows and macOS, and is there: name that one")
        if reason := obstacle(path.name):
            usable = shown_path(str(path.with_name(usable_name(path.name))), top)
            raise UsageError(
                f"Windows can't have a folder with the name '{path.name}': {reason}; name another, such as {usable}"
            )


def refuse_nested_repository(top: Path, folder: PurePosixPath) -> None:
    """Raise UsageError if a folder is the top of a repository of its own."""
    if (top / folder / ".git").exists():
        name = shown_path(str(folder), top)
        raise UsageError(
            f"{name} is a git repository of its own: call minutebook there, or name another folder"
        )
