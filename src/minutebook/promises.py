"""What became of the action items between two meetings."""

from dataclasses import dataclass

from minutebook.model import Meeting


@dataclass(frozen=True, slots=True)
class Promises:
    """The ids of a meeting's action items by what became of them since an earlier one."""

    opened: tuple[str, ...]
    closed: tuple[str, ...]
    carried: tuple[str, ...]
    lost: tuple[str, ...]


def compare(meeting: Meeting, before: Meeting | None) -> Promises:
    """Return what became of the items that were open before, and which are new."""
    old = {action.id: action for action in (before.actions if before else ()) if action.id}
    now = {action.id: action for action in meeting.actions if action.id}
    were_open = [name for name, action in old.items() if action.status == "open"]
    return Promises(
        opened=tuple(name for name in now if name not in old),
        closed=tuple(name for name, action in now.items() if action.status != "open" and name in were_open),
        carried=tuple(name for name, action in now.items() if action.status == "open" and name in were_open),
        lost=tuple(name for name in were_open if name not in now),
    )
