"""Small minutes as sheets, for tests that speak of a few lines."""

from collections.abc import Sequence
from datetime import date

from minutebook.oldminutes.importer.action_text import read_action
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.sheet_reader import read_sheet
from minutebook.oldminutes.importer.values import Action, Sheet
from minutebook.records.roster import Roster
from minutebook.records.series import Person

DAY = date(2020, 10, 26)
PEOPLE = (Person("Ana", ("Anna",)), Person("Ben"), Person("Cleo"), Person("Release Team", group=True))


def facts_about(*counter_keys: str, people: tuple[Person, ...] = PEOPLE) -> SeriesFacts:
    """Return the facts about a series of three people, a group, and some counters."""
    spellings = frozenset(spelling for person in people for spelling in (person.name, *person.aliases))
    return SeriesFacts(Roster(people), frozenset(counter_keys), spellings=spellings)


def sheet_of(text: str, *counter_keys: str, day: date = DAY, prose: tuple[int, ...] = ()) -> Sheet:
    """Return the sheet of some minutes."""
    return read_sheet("old/a.md", text, day, facts_about(*counter_keys), frozenset(prose))


def find_action(
    text: str, *, listed: bool = False, owners: Sequence[str] = (), people: tuple[Person, ...] = PEOPLE
) -> Action | None:
    """Return the action item of a line without its bullet, the seventh of a file."""
    return read_action(text, 7, (7,), facts_about(people=people), listed=listed, owners=owners)


def action_of(
    text: str, *, listed: bool = False, owners: Sequence[str] = (), people: tuple[Person, ...] = PEOPLE
) -> Action:
    """Return the action item that a line is."""
    action = find_action(text, listed=listed, owners=owners, people=people)
    assert action is not None
    return action
