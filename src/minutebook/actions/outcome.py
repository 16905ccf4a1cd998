"""What became of the action items between two meetings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from minutebook.records.meeting import Action, Meeting


@dataclass(frozen=True, slots=True)
class Promises:
    """The ids of a meeting's action items by what became of them since an earlier one."""

    opened: tuple[str, ...]
    closed: tuple[str, ...]
    carried: tuple[str, ...]
    lost: tuple[str, ...]


def tell(old: Meeting, new: Meeting) -> str:
    """Say in a line what bringing a meeting up to date did to its action items."""
    before = {action.id: action for action in old.actions if action.id}
    after = {action.id: action for action in new.actions if action.id}
    added = [name for name in after if name not in before]
    done = {
        "carried": [name for name in added if after[name].since],
        "new ids": [name for name in added if not after[name].since],
        "closed earlier, so removed": [name for name in before if name not in after],
        "lapsed": [
            name for name, one in after.items() if one.status == "lapsed" and not _was_lapsed(before, name)
        ],
    }
    return "; ".join(f"{what}: {', '.join(names)}" for what, names in done.items() if names)


def _was_lapsed(before: Mapping[str, Action], name: str) -> bool:
    return name in before and before[name].status == "lapsed"


def compare(meeting: Meeting, before: Meeting | None, between: Iterable[Meeting] = ()) -> Promises:
    """Return what became of the items that were open before, and which are new.

    An item that one of the meetings between closed is closed, and not lost.
    """
    rested = {action.id for other in between for action in other.actions if action.status != "open"}
    old = {action.id: action for action in (before.actions if before else ()) if action.id}
    now = {action.id: action for action in meeting.actions if action.id}
    were_open = [name for name, action in old.items() if action.status == "open"]
    closed = [name for name in were_open if (now[name].status != "open" if name in now else name in rested)]
    return Promises(
        opened=tuple(name for name in now if name not in old),
        closed=tuple(closed),
        carried=tuple(name for name in were_open if name in now and name not in closed),
        lost=tuple(name for name in were_open if name not in now and name not in closed),
    )
