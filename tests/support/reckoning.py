"""What must have become of the promises of a series, worked out from its files without minutebook."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from support import typist

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Named = set[tuple[str, str]]
"""Items by the date of the meeting where something is wrong with them, and their id."""


@dataclass(frozen=True)
class Meeting:
    """A meeting's file."""

    path: Path
    text: str

    @property
    def day(self) -> str:
        """Its date, by its name."""
        return self.path.stem

    @cached_property
    def held(self) -> bool:
        """Whether it took place."""
        return typist.load(self.text).get("status") != "skipped"

    @cached_property
    def items(self) -> list[typist.Item]:
        """Its action items."""
        return typist.items(self.text)

    @cached_property
    def by_id(self) -> dict[str, typist.Item]:
        """Its action items that have an id."""
        return {item.id: item for item in self.items if item.id}

    @property
    def open(self) -> set[str]:
        """The ids of what is not closed."""
        return {name for name, item in self.by_id.items() if item.status == "open"}


Series = list[Meeting]


def read(folder: Path) -> Series:
    """Return the meetings of a folder in the order of their dates."""
    return [
        Meeting(path, path.read_bytes().decode().replace("\r\n", "\n"))
        for path in sorted(folder.glob("????-??-??.yaml"))
    ]


def held(series: Series) -> Series:
    """Return the meetings that took place."""
    return [meeting for meeting in series if meeting.held]


def pairs(series: Series) -> Iterator[tuple[Meeting, Meeting]]:
    """Yield each meeting that was held with the one held before it."""
    yield from zip(held(series), held(series)[1:], strict=False)


def lost(series: Series) -> Named:
    """Return what is open in a meeting and does not stand in the next."""
    return {
        (later.day, name)
        for earlier, later in pairs(series)
        for name in earlier.open
        if name not in later.by_id
    }


def closed_earlier(series: Series) -> Named:
    """Return what is open, and not because somebody wrote so, though the meeting before closed it."""
    return {
        (later.day, name)
        for earlier, later in pairs(series)
        for name in later.open
        if "status" not in later.by_id[name].data and name in earlier.by_id and name not in earlier.open
    }


def is_untouched(item: typist.Item, old: typist.Item) -> bool:
    """Whether nobody did anything with an item since the meeting before."""
    return item.promise == old.promise and item.notes <= old.notes


def must_rest(met: Series, item: typist.Item) -> bool | None:
    """Whether an item must go because the last meeting closed it; None where an edit there can look like a touch."""
    closed = met[-1].by_id.get(item.id or "") if met else None
    if closed is None or closed.status == "open" or item.data.get("status", "lapsed") != "lapsed":
        return False
    if not item.notes <= closed.notes:
        return False
    return True if item.promise[:-1] == closed.promise[:-1] else None


def must_revive(met: Series, day: str, item: typist.Item, limit: int) -> bool | None:
    """Whether an item has lapsed and must be open; None where an edit of the last meeting can look like a touch."""
    old = met[-1].by_id.get(item.id or "") if met else None
    if item.status != "lapsed" or old is None or old.status != "open" or not item.notes <= old.notes:
        return False
    data = {key: text for key, text in item.data.items() if key != "status"}
    if lapses(met, day, replace(item, data=data), limit):
        return False
    return True if item.promise == old.promise else None


def lapsing(series: Series, limit: int) -> Named:
    """Return what has been carried untouched so often that it lapses."""
    met = held(series)
    return {
        (meeting.day, name)
        for place, meeting in enumerate(met)
        for name in meeting.open
        if lapses(met[:place], meeting.day, meeting.by_id[name], limit)
    }


def lapses(before: Series, day: str, item: typist.Item, limit: int) -> bool:
    """Whether an open item of a day was carried, with nothing changed, as often as the limit says."""
    count = 0
    for meeting in [] if "due" in item.data else reversed(before):
        old = meeting.by_id.get(item.id or "")
        if old is None or old.status != "open" or "status" in item.data or not is_untouched(item, old):
            break
        count, item = count + 1, old
    return 0 < limit <= count


def began(before: Series, item: typist.Item) -> str:
    """Return the first of the meetings without a gap that have an item which says nothing of it."""
    day = before[-1].day
    for meeting in reversed(before):
        if item.id not in meeting.by_id:
            break
        day = meeting.day
    return day


def repeated(meeting: Meeting) -> list[str]:
    """Return the ids that a meeting has more than once."""
    return [name for name, times in Counter(item.id for item in meeting.items).items() if name and times > 1]
