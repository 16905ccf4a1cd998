"""What is said, once in a clone, of what a clone lacks: git has neither hooks nor merge drivers from elsewhere."""

from contextlib import suppress

from minutebook.commands._call import Call


def mention_driver(call: Call) -> None:
    """Say how git gets the merge driver of this repository, unless it has it, or that was said before."""
    if not _is_told(call, "merge-driver") and call.repository.lacks_merge_driver:
        _tell(
            call,
            "merge-driver",
            "Git merges meetings as text in this clone, which finds more conflicts. "
            "To merge them by meaning, type once: minutebook setup-git",
        )


def mention_hooks(call: Call) -> None:
    """Say how git gets the hooks of this repository, unless it has some, or that was said before."""
    if not _is_told(call, "hooks") and call.repository.lacks_hooks:
        _tell(
            call,
            "hooks",
            "No hook looks at what is committed in this clone. To have it checked, type once: pre-commit install",
        )


def _is_told(call: Call, subject: str) -> bool:
    return (call.repository.common_dir / "minutebook" / subject).exists()


def _tell(call: Call, subject: str, message: str) -> None:
    """Say something, and remember that it was said."""
    call.console.say(message)
    with suppress(OSError):  # it is said again where nothing can be remembered
        marker = call.repository.common_dir / "minutebook" / subject
        marker.parent.mkdir(exist_ok=True)
        marker.touch()
