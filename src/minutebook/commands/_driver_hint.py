"""What a hook says, once in a clone, where git merges meetings as text."""

from contextlib import suppress

from minutebook.commands._call import Call

_TOLD = "merge-driver"


def mention_driver(call: Call) -> None:
    """Say how git gets the merge driver of this repository, unless it has it, or that was said before."""
    folder = call.repository.common_dir / "minutebook"
    if (folder / _TOLD).exists() or not call.repository.lacks_merge_driver:
        return
    call.console.say(
        "Git merges meetings as text in this clone, which finds more conflicts. "
        "To merge them by meaning, type once: minutebook setup-git"
    )
    with suppress(OSError):  # it is said again where nothing can be remembered
        folder.mkdir(exist_ok=True)
        (folder / _TOLD).touch()
