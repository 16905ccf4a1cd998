"""Whose turn each duty of a series is, from the meetings before a day."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice

from minutebook.notebook.notebook import Notebook
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Duties, Meeting
from minutebook.records.roster import Roster, plain_name
from minutebook.records.rotation import FormerTurns, Turn, next_turns

_FEWEST_MEETINGS = 3
_Labelled = dict[tuple[str | None, tuple[str, ...]], dict[str, str]]


@dataclass(frozen=True, slots=True)
class DutyTurns:
    """The proposals for the duties of a section."""

    title: str | None
    labels: tuple[str, ...]
    turns: tuple[Turn, ...]

    @property
    def lines(self) -> list[str]:
        """A line for each: the section, the label, who is proposed, and why."""
        section = f"{self.title}: " if self.title else ""
        return [f"{section}{turn.label}: {turn.person or 'nobody'} ({turn.reason})" for turn in self.turns]


def duty_turns(notebook: Notebook, day: date, absent: Collection[str] = ()) -> Iterator[DutyTurns]:
    """Yield who is proposed for the duties of a meeting, section by section; `absent` are known not to come."""
    series, roster = notebook.series, notebook.history.roster
    order = tuple(map(roster.as_known, series.duty))
    departures = dict(_departures(roster, day))
    number = max(2 * len(order), _FEWEST_MEETINGS)
    earlier = islice(notebook.history.held_before(day), number)
    days = [(meeting.date, _duties(meeting, roster)) for meeting in earlier]
    newest = {key: meeting_day for meeting_day, duties in reversed(days[:_FEWEST_MEETINGS]) for key in duties}
    for key, meeting_day in newest.items():
        past = [(list(duties[key].values())[-1], past_day) for past_day, duties in days if key in duties]
        first_day, first = next(
            (past_day, duties[key]) for past_day, duties in reversed(days) if key in duties
        )
        past += [(person, first_day) for person in reversed(list(first.values())[:-1])]
        people = next(duties[key] for past_day, duties in days if past_day == meeting_day)
        former = FormerTurns(meeting_day, people, past)
        yield DutyTurns(*key, next_turns(former, order, departures, set(map(roster.as_known, absent))))


def _duties(meeting: Meeting, roster: Roster) -> _Labelled:
    """Return who stands under each label of a section's duties; several people at once are nobody to go on from."""
    duties: _Labelled = {}
    for section, block in meeting.blocks_of(Duties):
        people = {
            duty.label: roster.as_known(plain_name(duty.people[0])) if len(duty.people) == 1 else ""
            for duty in block.duties
        }
        duties |= {(section.title, tuple(people)): people} if people else {}
    return duties


def _departures(roster: Roster, day: date) -> Iterator[tuple[str, str]]:
    """Yield the people who are not in the team on a day, and why."""
    members = roster.members(day)
    for name, person in roster.people.items():
        if name not in members and not person.group:
            yield (
                name,
                f"left on {person.until}" if person.until and person.until < day else "has not begun yet",
            )
