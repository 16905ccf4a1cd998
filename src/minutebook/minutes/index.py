"""The README of a series: its open action items by owner, its meetings, and what has lapsed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from minutebook.actions.register import RegisteredAction, by_owner
from minutebook.minutes import layout
from minutebook.minutes.markdown import escape, long_date


@dataclass(frozen=True, slots=True)
class Held:
    """What the index shows of a meeting; a link of None has no minutes to link to."""

    day: date
    link: str | None
    remark: str = ""


def write_contents(
    title: str, meetings: Sequence[Held], following: date | None, entries: Sequence[RegisteredAction] = ()
) -> str:
    """Return the README of a series from its meetings, in the order of their dates, and its action items."""
    lines = [layout.index_mark(), layout.heading(title, 1)]
    if following:
        lines += ["", layout.header_line("Next by the schedule", long_date(following))]
    links = {meeting.day: meeting for meeting in meetings}
    open_items = [entry for entry in entries if entry.closed is None]
    if open_items:
        lines += ["", "", layout.heading("Open action items", 2)]
        for owner, items in by_owner(open_items).items():
            lines += ["", "", layout.heading(owner, 3), "", *(_open(item, links) for item in items)]
    lines += ["", "", layout.heading("Meetings", 2), "", *_entries(meetings)]
    lapsed = [entry for entry in entries if entry.action.status == "lapsed"]
    if lapsed:
        lines += [
            "",
            "",
            layout.heading("Lapsed action items", 2),
            "",
            *(_lapsed(item, links) for item in reversed(lapsed)),
        ]
    return "\n".join(lines) + "\n"


def _entries(meetings: Sequence[Held]) -> Iterator[str]:
    if not meetings:
        yield "None yet"
    for index in range(len(meetings) - 1, -1, -1):
        meeting = meetings[index]
        around = []
        if index > 0:
            around.append(f"previous {_link(meetings[index - 1])}")
        if index + 1 < len(meetings):
            around.append(f"next {_link(meetings[index + 1])}")
        remark = f", {meeting.remark}" if meeting.remark else ""
        after = f" ({', '.join(around)})" if around else ""
        yield layout.bullet(f"{_link(meeting)}{remark}{after}")


def _open(entry: RegisteredAction, links: Mapping[date, Held]) -> str:
    about = [layout.meeting_phrase(entry.meetings), f"{entry.days} day{'s' * (entry.days != 1)}"]
    if entry.action.due:
        about.append(layout.due_phrase(entry.action.due))
    if entry.overdue:
        about.append("overdue")
    if entry.stale:
        about.append(layout.LAPSES_NEXT)
    return layout.bullet(f"{entry.action.task} ({', '.join(about)}; {_link(links[entry.day])})")


def _lapsed(entry: RegisteredAction, links: Mapping[date, Held]) -> str:
    owners = layout.names_text(entry.action.owners)
    return layout.bullet(f"{owners}: {entry.action.task} (since {entry.since}; {_link(links[entry.day])})")


def _link(meeting: Held) -> str:
    text = escape(long_date(meeting.day))
    return f"[{text}]({quote(meeting.link, errors='surrogateescape')})" if meeting.link else text
