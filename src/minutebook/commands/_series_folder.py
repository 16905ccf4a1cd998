"""The folder of a new series: what can't be one."""

from pathlib import Path, PurePosixPath

from minutebook.commands._call import Call
from minutebook.records.problem import UsageError
from minutebook.reports.paths import shown_path


def refuse_ignored(call: Call, *paths: str) -> None:
    """Raise UsageError if git ignores one of some paths."""
    for path, rule in call.repository.ignore_rules(paths).items():
        raise UsageError(f"git ignores {call.shown(path)}, but minutes must be kept: change the rule {rule}")


def refuse_nested_repository(top: Path, folder: PurePosixPath) -> None:
    """Raise UsageError if a folder is the top of a repository of its own."""
    if (top / folder / ".git").exists():
        shown = shown_path(str(folder), top)
        raise UsageError(
            f"{shown} is a git repository of its own: call minutebook there, or name another folder"
        )
