"""How somebody is found again who is called otherwise than in the meetings before."""

from datetime import date

from minutebook.records.history import History
from minutebook.records.likeness import letters_of
from minutebook.records.roster import Roster
from minutebook.rules.strangers import Stranger
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import write_inline


def as_former_name(name: str, roster: Roster, history: History, day: date) -> str:
    """Return how somebody is found again who was named in the meeting before and may be called otherwise now."""
    person = _namesake(name, roster)
    newest = history.newest_held
    meetings = (newest, history.previous_held(newest.date) if newest else None)
    last = next((meeting.date for meeting in meetings if meeting and name in meeting.named), day)
    previous = history.previous_held(last)
    if not person or not previous or name not in previous.named:
        return ""
    return f"\nIf {name} is called {person} now, {_alias(person, name, last, history)}"


def as_renamed(stranger: Stranger, roster: Roster, history: History, day: date) -> str:
    """Return how an owner of what was carried is found again, who may have another name now."""
    previous = history.previous_held(day)
    last = previous.date if previous else day
    person = stranger.mistyped or roster.nearest(stranger.name) or _namesake(stranger.name, roster)
    if person:
        alias = _alias(person, stranger.name, last, history)
        return f"Write another owner; or, if {stranger.name} is called {person} now, {alias}"
    line = f"NAME: {write_inline({'aliases': [{'name': stranger.name, 'until': str(last)}]})}"
    return (
        f"Write another owner, or add this name to `roster` in {history.series.path}, or to `guests` here.\n"
        f"If {stranger.name} is called NAME now, write under `roster`: {line}"
    )


def as_taken_out(stranger: Stranger, roster: Roster, history: History, day: date) -> str:
    """Return how somebody is found again who is in the roster that others have, and was named last on a day."""
    name, former = write_text(stranger.name), stranger.taken_out
    if former != stranger.name and roster.has(former):
        return f"Write again under `aliases` of {former} in {history.series.path}: {name}"
    person = stranger.mistyped or _namesake(stranger.name, roster) or "NAME"
    again = f"Write again under `roster` in {history.series.path}: {write_text(former)}:   (who left has `until: DATE` there)"
    return f"{again}\nor, if {stranger.name} is called {person} now, {_alias(person, stranger.name, day, history)}"


def _namesake(name: str, roster: Roster) -> str | None:
    """Return the only one of a roster who has a word of a name."""
    words = {letters_of(word) for word in name.split()}
    people = [
        person.name
        for person in roster.people.values()
        if not words.isdisjoint(map(letters_of, (*person.name.split(), *person.aliases)))
    ]
    return people[0] if len(people) == 1 else None


def _alias(person: str, name: str, until: date, history: History) -> str:
    former_name = write_inline({"name": name, "until": str(until)})
    return f"write under `aliases` of {person} in {history.series.path}: {former_name}"
