"""The README of a series: its open action items by owner, its meetings, and what has lapsed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from minutebook.actions.register import RegisteredAction
from minutebook.actions.standings import due_phrase, meeting_phrase
from minutebook.minutes import layout
from minutebook.records.iso_days import DAY
from minutebook.records.late_patterns import late_pattern
from minutebook.records.roster import UNASSIGNED
from minutebook.records.series import Style

_LONG_OVERDUE = 12
"""For how many meetings what is overdue is shown openly."""
_MOST_LAPSED = 12
"""How many action items that have lapsed are shown openly."""
# Earlier versions named the previous and the next meeting beside each one, an action item below each of its owners, the
# age of one that had none, and twice the day on which one lapsed that began there.
_FORMER = late_pattern(
    r"### .*|-   .* \((?:previous|next) .*\)|-   .* \(.*, 0[ \w]{1,8}; \[[^]]*\]\(\S*\)\)"
    rf"|-   .* \(.* (?P<day>{DAY}); \[[^]]*\]\((?:\S*/)?(?P=day)\.md\)\)"
)
# Where a server has squashed two branches, the line of an item may be as old as on one of them.
_AGED = late_pattern(r"(?P<text>-   .*) \((?P<age>.*); \[[^]]*\]\(\S*\)\)")
_AGE_WORD = late_pattern(r"[^\W\d_]{3,}")


class ListedYear(NamedTuple):
    """What the index lists of a year: how many meetings or actions, and their lines."""

    year: int
    total: int
    lines: Sequence[str]


class IndexedMeeting(NamedTuple):
    """What the index shows of a meeting; a link of None has no minutes to link to, and so shows its `notes` here."""

    day: date
    link: str | None
    remark: str = ""
    notes: tuple[str, ...] = ()


def write_index(
    title: str,
    years: Sequence[ListedYear],
    next_day: date | None,
    actions: Sequence[RegisteredAction] = (),
    style: Style = layout.USUAL,
    *,
    link: Callable[[date], str | None],
) -> str:
    """Return the README of a series from the lines of its meetings, newest first, and its actions.

    `link` gives the path of the minutes of a day.
    """
    return "\n".join(_Index(style, link).lines(title, years, next_day, actions)) + "\n"


def meeting_lines(meetings: Iterable[IndexedMeeting], style: Style = layout.USUAL) -> Iterator[str]:
    """Yield the lines of some meetings, in their order."""
    for meeting in meetings:
        remark = f", {meeting.remark}" if meeting.remark else ""
        yield layout.bullet(f"{_linked(meeting.day, meeting.link, style)}{remark}")
        yield from map(layout.prose_below, meeting.notes)


def former_lines(index: str, present: str) -> str:
    """Return the lines of an index that nobody typed: of earlier versions, and of items with another age at present."""
    ages = [aged for line in present.split("\n") if (aged := _AGED.fullmatch(line))]
    texts, words = (
        {aged["text"] for aged in ages},
        {word for aged in ages for word in _AGE_WORD.findall(aged["age"])},
    )

    def is_as_old(line: str) -> bool:
        """Whether a line is one of the present but for numbers, to which nobody has added a word."""
        aged = _AGED.fullmatch(line)
        return aged is not None and aged["text"] in texts and words.issuperset(_AGE_WORD.findall(aged["age"]))

    return "\n".join(line for line in index.split("\n") if _FORMER.fullmatch(line) or is_as_old(line))


class _Index:
    def __init__(self, style: Style, link: Callable[[date], str | None]) -> None:
        self.style, self.wording, self._link = style, style.wording, link

    def lines(
        self,
        title: str,
        years: Sequence[ListedYear],
        next_day: date | None,
        actions: Sequence[RegisteredAction],
    ) -> Iterator[str]:
        yield from (layout.index_mark(self.wording), layout.heading(title, 1))
        if next_day:
            day = layout.day_text(next_day, self.style)
            yield from ("", layout.header_line(self.wording.next_meeting, day, self.wording))
        owned = self._by_owners(registered for registered in actions if registered.closed is None)
        if owned:
            yield from _section(self.wording.open_actions, 2)
            for owners, open_actions in sorted(owned.items(), key=lambda group: group[0].lower()):
                yield from _section(owners, 3, list(self._owned_actions(open_actions)))
        year_lines = list(_newest_year_open(years))
        yield from _section(self.wording.meetings, 2, year_lines or [self.wording.no_meetings])
        lapsed = [registered for registered in actions if registered.action.status == "lapsed"]
        lapsed.sort(key=lambda registered: registered.day, reverse=True)
        if lapsed:
            by_year = groupby(lapsed, key=lambda registered: registered.day.year)
            lines = ((year, [*map(self._lapsed_action, of_year)]) for year, of_year in by_year)
            lapsed_years = (ListedYear(year, len(of_year), of_year) for year, of_year in lines)
            yield from _section(
                self.wording.lapsed_actions, 2, list(_newest_year_open(lapsed_years, _MOST_LAPSED))
            )

    def _by_owners(self, actions: Iterable[RegisteredAction]) -> Mapping[str, list[RegisteredAction]]:
        """Return actions by all their owners together, so that each stands once."""
        groups: dict[str, list[RegisteredAction]] = {}
        for registered in actions:
            owners = self.wording.comma.join(map(self._owner, registered.owners))
            groups.setdefault(owners, []).append(registered)
        return groups

    def _owner(self, name: str) -> str:
        return self.wording.unassigned if name == UNASSIGNED else name

    def _owned_actions(self, owned: Sequence[RegisteredAction]) -> Iterator[str]:
        """Yield the open actions of an owner; those that are overdue for long are folded, or nobody saw the others."""
        visible: list[str] = []
        folded: list[str] = []
        for registered in owned:
            lines = folded if registered.meetings_overdue > _LONG_OVERDUE else visible
            lines.append(self._open_action(registered))
        yield from visible
        if folded:
            summary = self.wording.cardinal(self.wording.long_overdue, len(folded))
            summary = summary.replace("{most}", str(_LONG_OVERDUE))
            yield from layout.folded_lines(summary, folded, below=bool(visible))

    def _open_action(self, registered: RegisteredAction) -> str:
        action, wording = registered.action, self.wording
        phrases = [meeting_phrase(registered.meetings, wording)]
        if registered.days:
            phrases.append(wording.cardinal(wording.days, registered.days))
        if action.due:
            phrases.append(due_phrase(action.due, overdue=registered.overdue, wording=wording))
        if registered.stale:
            phrases.append(wording.lapsing)
        return layout.bullet(f"{action.task} ({', '.join(phrases)}; {self._link_to(registered.day)})")

    def _lapsed_action(self, registered: RegisteredAction) -> str:
        owners = layout.names_text(map(self._owner, registered.owners), self.wording)
        link = self._link_to(registered.day)
        # What stood in one meeting alone began on the day that the link names.
        since = f"{self.wording.opened} {registered.since}; " if registered.since != registered.day else ""
        return layout.bullet(f"{owners}{self.wording.colon}{registered.action.task} ({since}{link})")

    def _link_to(self, day: date) -> str:
        return _linked(day, self._link(day), self.style)


def _linked(day: date, target: str | None, style: Style) -> str:
    text = layout.day_text(day, style)
    return layout.link(text, target) if target else text


def _section(title: str, level: int, content: Sequence[str] = ()) -> list[str]:
    # The newlines that join these lines to those around them are part of the gap, too.
    gap = layout.SECTION_GAP.split("\n")[2:]
    return [*gap, layout.heading(title, level), *([""] if content else []), *content]


def _newest_year_open(years: Iterable[ListedYear], most: int | None = None) -> Iterator[str]:
    """Yield the lines of years from the newest on; all but its own are folded, and its own if they are too many."""
    for number, (year, total, lines) in enumerate(years):
        is_folded = number or (most is not None and total > most)
        yield from layout.folded_lines(f"{year} ({total})", lines, below=bool(number)) if is_folded else lines
