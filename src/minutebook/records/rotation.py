"""Whose turn it is next: a duty that goes from one person to another."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from minutebook.records.frozen_class import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is proposed for a duty under a label, and why; None is nobody."""

    label: str
    person: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class FormerTurns:
    """The labels of a duty with the people who stood there on a day, nobody as an empty text.

    `past` has everybody who came to stand under the last label, with the day, the newest first.
    """

    day: date
    people: Mapping[str, str]
    past: Sequence[tuple[str, date]]


def next_turns(
    former: FormerTurns, order: Sequence[str], departures: Mapping[str, str], absent: Collection[str] = ()
) -> tuple[Turn, ...]:
    """Return who is proposed next: each label takes over from the one below it, and the last goes on in the order.

    Whoever has had it longest ago comes first, so that a swap or an absence is made up for. `departures` says of people
    why they don't have it any more, `absent` are those who can't have it this time.
    """
    labels, people = tuple(former.people), tuple(former.people.values())
    announced = (*zip(labels[1:], people[1:], strict=True), None)
    past, turns = list(former.past), list[Turn]()
    for label, takes_over in zip(labels, announced, strict=True):
        taken = {turn.person for turn in turns}
        away = {**departures, **({} if turns else dict.fromkeys(absent, "is absent"))}
        if takes_over and not takes_over[1]:
            turns.append(Turn(label, None, f"nobody stands under '{takes_over[0]}' on {former.day}"))
            continue
        if takes_over and takes_over[1] not in away:
            turns.append(Turn(label, takes_over[1], f"stands under '{takes_over[0]}' on {former.day}"))
            continue
        if takes_over:  # their turn is still to come
            past = [turn for number, turn in enumerate(past) if number != _newest_turn(past, takes_over[1])]
        elif people[-1] not in order:
            reason = f"{people[-1]} is not in the order" if people[-1] else f"nobody had it on {former.day}"
            reason = reason if order else "series.yaml has no `duty`, which is the order"
            turns.append(Turn(label, None, reason))
            continue
        instead = f"in the place of {takes_over[1]}, who {away[takes_over[1]]}; " if takes_over else ""
        available = [person for person in order if person not in away]
        without_turn = [person for person in available if person not in taken]
        person, reason = _longest_ago(order, past, people[-1], without_turn or available)
        turns.append(Turn(label, person, f"{instead}{reason}"))
    return tuple(turns)


def _longest_ago(
    order: Sequence[str], past: Sequence[tuple[str, date]], last: str, available: Collection[str]
) -> tuple[str | None, str]:
    """Return who has had a duty longest ago, those first who come soonest after somebody in the order, and the reason."""
    start = order.index(last) + 1 if last in order else 0
    candidates = [person for person in (*order[start:], *order[:start]) if person in available]
    if not candidates:
        return None, "nobody else is in the order"
    days = dict(reversed(past))
    newest_turns = {person: number for number, (person, _day) in reversed(list(enumerate(past)))}
    person = max(candidates, key=lambda candidate: newest_turns.get(candidate, len(past)))
    if person in days:
        return person, f"had it longest ago, on {days[person]}"
    next_in_order = (*order[start:], *order[:start])[0]
    return person, f"comes after {last} in the order" if person == next_in_order else "has not had it lately"


def _newest_turn(past: Sequence[tuple[str, date]], person: str) -> int | None:
    return next((number for number, (name, _day) in enumerate(past) if name == person), None)
