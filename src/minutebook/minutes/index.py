"""The README of a series: its open action items by owner, its meetings, and what has lapsed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import quote

from minutebook.actions.register import RegisteredAction, by_owner
from minutebook.actions.standings import LAPSES_NEXT, due_phrase, meeting_phrase
from minutebook.minutes import layout
from minutebook.minutes.markdown import long_date
from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import counted

_LONG_OVERDUE = 12
"""For how many meetings what is overdue is shown openly."""


@dataclass(frozen=True, slots=True)
class IndexedMeeting:
    """What the index shows of a meeting; a link of None has no minutes to link to, and so shows its `notes` here."""

    day: date
    link: str | None
    remark: str = ""
    notes: tuple[str, ...] = ()


def write_index(
    title: str,
    meetings: Sequence[IndexedMeeting],
    next_day: date | None,
    actions: Sequence[RegisteredAction] = (),
) -> str:
    """Return the README of a series from its meetings, in the order of their dates, and its actions."""
    lines = [layout.index_mark(), layout.heading(title, 1)]
    if next_day:
        lines += ["", layout.header_line("Next by the schedule", long_date(next_day))]
    meetings_by_day = {meeting.day: meeting for meeting in meetings}
    open_actions = [registered for registered in actions if registered.closed is None]
    if open_actions:
        lines += _section("Open action items", 2)
        for owner, owned in by_owner(open_actions).items():
            lines += _section(owner, 3, list(_owned_actions(owned, meetings_by_day)))
    lines += _section("Meetings", 2, list(_meeting_lines(meetings)))
    lapsed = [registered for registered in actions if registered.action.status == "lapsed"]
    if lapsed:
        newest_first = [_lapsed_action(registered, meetings_by_day) for registered in reversed(lapsed)]
        lines += _section("Lapsed action items", 2, newest_first)
    return "\n".join(lines) + "\n"


def _section(title: str, level: int, content: Sequence[str] = ()) -> list[str]:
    # The newlines that join these lines to those around them are part of the gap, too.
    gap = layout.SECTION_GAP.split("\n")[2:]
    return [*gap, layout.heading(title, level), *([""] if content else []), *content]


def _meeting_lines(meetings: Sequence[IndexedMeeting]) -> Iterator[str]:
    if not meetings:
        yield "None yet"
    links = [_link(meeting) for meeting in meetings]
    for number in range(len(meetings) - 1, -1, -1):
        meeting = meetings[number]
        neighbours = [f"previous {links[number - 1]}"] if number > 0 else []
        if number + 1 < len(meetings):
            neighbours.append(f"next {links[number + 1]}")
        remark = f", {meeting.remark}" if meeting.remark else ""
        bracket = f" ({', '.join(neighbours)})" if neighbours else ""
        yield layout.bullet(f"{links[number]}{remark}{bracket}")
        yield from map(layout.prose_below, meeting.notes)


def _owned_actions(
    owned: Sequence[RegisteredAction], meetings: Mapping[date, IndexedMeeting]
) -> Iterator[str]:
    """Yield the open actions of an owner; those that are overdue for long are folded, or nobody saw the others."""
    shown: list[str] = []
    folded: list[str] = []
    for registered in owned:
        lines = folded if registered.meetings_overdue > _LONG_OVERDUE else shown
        lines.append(_open_action(registered, meetings))
    yield from shown
    if folded:
        summary = f"{len(folded)} overdue for more than {_LONG_OVERDUE} meetings"
        yield from layout.folded_lines(summary, folded, below=bool(shown))


def _open_action(registered: RegisteredAction, meetings: Mapping[date, IndexedMeeting]) -> str:
    action = registered.action
    phrases = [
        meeting_phrase(registered.meetings),
        counted(registered.days, "day"),
    ]
    if action.due:
        phrases.append(due_phrase(action.due, overdue=registered.overdue))
    if registered.stale:
        phrases.append(LAPSES_NEXT)
    return layout.bullet(f"{action.task} ({', '.join(phrases)}; {_link(meetings[registered.day])})")


def _lapsed_action(registered: RegisteredAction, meetings: Mapping[date, IndexedMeeting]) -> str:
    owners, since = layout.names_text(registered.owners), layout.since_phrase(registered.since)
    link = _link(meetings[registered.day])
    return layout.bullet(f"{owners}: {registered.action.task} ({since}; {link})")


def _link(meeting: IndexedMeeting) -> str:
    text = long_date(meeting.day)
    return f"[{text}]({quote(meeting.link, errors='surrogateescape')})" if meeting.link else text
