"""Whom a meeting names that the roster of its series does not have."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from minutebook.actions.carry import began
from minutebook.actions.reconciliation import NEWEST
from minutebook.records.attendance import misnamed
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import KeyPath
from minutebook.records.roster import UNASSIGNED, Roster, plain_name
from minutebook.rules.mentions import Mention, attendance, attendance_of, guests_of, on_duty, owners


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name that is not in the roster to the letter, without the remark behind it, and where it stands.

    `mistyped` is the person of the roster whose name was mistyped, if it is sure who, `is_named` whether they are
    named in the meeting otherwise. For want of a name that is `left_out` of `all`, somebody would be written down as
    there. Who owns what was `carried` was named in an earlier meeting, `taken_out` is what
    the roster that others have calls them.
    """

    mention: Mention
    name: str
    mistyped: str | None = None
    is_named: bool = False
    left_out: bool = False
    carried: bool = False
    taken_out: str = ""

    @property
    def is_surely_mistyped(self) -> bool:
        """Whether it is a slip, and nobody else's name."""
        return self.mistyped is not None and not self.is_named and not self.carried

    @property
    def is_error(self) -> bool:
        """Whether the name must be mended: an action under it is in nobody's list, or somebody is said to be there."""
        return self.left_out or self.is_surely_mistyped


def strangers(meeting: Meeting, history: History, roster: Roster) -> Iterator[Stranger]:
    """Yield who is not in the roster and no guest; who was taken out of it, once a meeting, of the newest two in one."""
    told: set[str] = set()
    for stranger in _unknown(meeting, history, roster):
        former_rosters = (Roster(series.roster) for series in history.shared_series())
        person = next(filter(None, (former.canonical(stranger.name) for former in former_rosters)), "")
        if not person or roster.canonical(stranger.name):
            yield stranger
        elif stranger.name not in told and not _is_named_later(stranger.name, meeting, history):
            told.add(stranger.name)
            yield replace(stranger, taken_out=person)


def _is_named_later(name: str, meeting: Meeting, history: History) -> bool:
    """Whether a meeting after one of the newest names somebody; what is kept of older ones depends on none after them."""
    if history.is_followed(meeting.date, NEWEST):
        return False
    later_days = history.days[bisect_right(history.days, meeting.date) :]
    return any(
        name in later.named or any(name in action.owners for action in later.actions)
        for later in map(history.meeting, reversed(later_days))
    )


def _unknown(meeting: Meeting, history: History, roster: Roster) -> Iterator[Stranger]:
    """Yield who is not in the roster and no guest, and who owns what was carried and is in the roster no more."""
    listed_mentions = (*attendance(meeting), *on_duty(meeting))
    assigned = (name for action in meeting.actions for name in action.owners if name != UNASSIGNED)
    if all(map(roster.has, (*(mention.name for mention in listed_mentions), *assigned))):
        return
    guests = set(_spellings(guests_of(meeting), roster))
    participants = set(_spellings(meeting.named, roster))
    carried, owner_mentions = _owned(meeting, history, roster)
    mentioned = (roster.present(mention.name) for mention in (*listed_mentions, *owner_mentions))
    named = {roster.canonical(name) for name in (*mentioned, *guests) if roster.has(name)}
    left_out = _left_out(meeting, roster)
    for mention in (*listed_mentions, *owner_mentions):
        name = roster.present(mention.name)
        is_left_out, is_nobody = mention.key_path in left_out, not name and not mention.role
        if not is_left_out and (is_nobody or name in guests or roster.has(name)):
            continue
        mistyped = roster.mistyped(name)
        stranger = Stranger(mention, name, mistyped, mistyped in named, is_left_out)
        if (
            stranger.is_error
            or roster.canonical(name)
            or roster.joined(name)
            or name not in (participants if mention.role else guests)
        ):
            yield stranger
    for mention, action in carried if not history.is_followed(meeting.date) else ():
        name = roster.present(mention.name)
        if roster.has(name) or name in participants:
            continue
        if name not in _spellings(guests_of(_beginning(meeting, history, action)), roster):
            yield Stranger(mention, name, roster.mistyped(name), carried=True)


def _owned(
    meeting: Meeting, history: History, roster: Roster
) -> tuple[list[tuple[Mention, Action]], list[Mention]]:
    """Return the owners of what is open and was carried, each once with an action, and those of something else.

    Who owns what was carried says nothing of who is meant by a name that was typed for this meeting.
    """
    previous = history.previous_held(meeting.date)
    earlier = {action.id: action.owners for action in (previous.actions if previous else ()) if action.id}
    carried: dict[str, tuple[Mention, Action]] = {}
    owner_mentions = []
    for action in meeting.actions:
        # What was opened again does not stand in the meeting before.
        is_older = action.id not in earlier and action.since is not None and action.since < meeting.date
        former_owners = action.owners if is_older else earlier.get(action.id or "", ())
        former = {roster.as_known(owner) for owner in former_owners}
        for owner in owners(action):
            if roster.as_known(owner.name) not in former:
                owner_mentions.append(owner)
            elif action.status == "open":
                carried.setdefault(owner.name, (owner, action))
    assigned = (pair for pair in carried.values() if pair[0].name != UNASSIGNED)
    return list(assigned), [owner for owner in owner_mentions if owner.name != UNASSIGNED]


def _beginning(meeting: Meeting, history: History, action: Action) -> Meeting:
    """Return the meeting in which an action began."""
    start = action.since
    return history.meeting(start) if start and start in history.days else began(history, meeting, action)


def _left_out(meeting: Meeting, roster: Roster) -> set[KeyPath]:
    """Return where names stand for want of which somebody would be written down as there."""
    key_paths: set[KeyPath] = set()
    for section in meeting.sections:
        names = set(misnamed(section.attendance, roster))
        key_paths.update(mention.key_path for mention in attendance_of(section) if mention.name in names)
    return key_paths


def _spellings(names: Iterable[str], roster: Roster) -> Iterator[str]:
    for name in names:
        yield from (plain_name(name), roster.present(name))
