"""What is said, once in a clone, of what a clone lacks: git has neither hooks nor merge drivers from elsewhere."""

import shlex
from contextlib import suppress
from pathlib import Path

from minutebook.commands._call import Call
from minutebook.repository.drivers import DRIVER


def mention_driver(call: Call) -> None:
    """Say how git gets the merge driver of this repository, unless it has it; a clone is asked for it only once."""
    marker = _marker(call, "merge-driver")
    if marker.exists() or not _wants_driver(call):
        return
    if not _has_driver(call):
        call.console.say(
            "Git merges meetings as text in this clone, which finds more conflicts. "
            "To merge them by meaning, type once: minutebook setup-git"
        )
    _remember(marker)


def mention_merge(call: Call) -> None:
    """Say how files with conflicts are merged by meaning that git has merged as text."""
    if call.options.rev is not None or not _wants_driver(call) or _has_driver(call):
        return
    staged = call.repository.index().files
    unmerged = sorted(path for path in call.paths_in_conflict if path in staged and staged[path].conflict)
    if unmerged:
        call.console.say(
            "Git has merged this as text. By meaning there is mostly less to decide; to begin again so, type:\n"
            f"    minutebook setup-git\n    git checkout --merge {shlex.join(map(call.shown, unmerged))}"
        )


def mention_hooks(call: Call) -> None:
    """Say how git gets the hooks of this repository, unless it has some, or that was said before."""
    marker = _marker(call, "hooks")
    if not marker.exists() and _lacks_hooks(call):
        call.console.say(
            "No hook looks at what is committed in this clone. To have it checked, type once: pre-commit install"
        )
        _remember(marker)


def _marker(call: Call, subject: str) -> Path:
    return call.repository.common_dir / "minutebook" / subject


def _remember(marker: Path) -> None:
    with suppress(OSError):  # it is asked again where nothing can be remembered
        marker.parent.mkdir(exist_ok=True)
        marker.touch()


def _lacks_hooks(call: Call) -> bool:
    """Whether pre-commit is to call minutebook here, and git has no hook to call pre-commit in this clone."""
    return (
        _mentions(call, ".pre-commit-config.yaml", "minutebook")
        and not (call.repository.common_dir / "hooks" / "pre-commit").exists()
        and not call.repository.setting("core.hooksPath")
    )


def _wants_driver(call: Call) -> bool:
    return _mentions(call, ".gitattributes", f"merge={DRIVER}")


def _has_driver(call: Call) -> bool:
    return bool(call.repository.setting(f"merge.{DRIVER}.driver"))


def _mentions(call: Call, name: str, word: str) -> bool:
    """Whether a file at the top has a word."""
    try:
        return word.encode() in (call.repository.top / name).read_bytes()
    except OSError:
        return False
