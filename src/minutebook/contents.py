"""The README of a series: its meetings, newest first, each with the previous and the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from minutebook.markdown import escape, escape_heading, long_date
from minutebook.minutes import BULLET, MARK


@dataclass(frozen=True, slots=True)
class Held:
    """What the index shows of a meeting; a link of None has no minutes to link to."""

    day: date
    link: str | None
    remark: str = ""


def write_contents(title: str, meetings: Sequence[Held], following: date | None) -> str:
    """Return the README of a series from its meetings in the order of their dates."""
    lines = [
        f"<!-- Index of this folder, {MARK}: edit series.yaml and the meetings. -->",
        f"# {escape_heading(title)}",
        "",
    ]
    if following:
        lines += [f"**Next by the schedule:** {long_date(following)}  ", "", ""]
    lines += ["## Meetings", "", *_entries(meetings)]
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
        yield f"{BULLET}{_link(meeting)}{remark}{after}"


def _link(meeting: Held) -> str:
    text = escape(long_date(meeting.day))
    return f"[{text}]({quote(meeting.link)})" if meeting.link else text
