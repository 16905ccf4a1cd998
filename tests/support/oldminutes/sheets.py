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


def knowing(*counted: str, people: tuple[Person, ...] = PEOPLE) -> SeriesFacts:
    """Return what is known of a series of three people, a group, and some counters."""
    names = frozenset(spelling for one in people for spelling in (one.name, *one.aliases))
    return SeriesFacts(Roster(people), frozenset(counted), spellings=names)


def sheet(text: str, *counted: str, day: date = DAY, prose: tuple[int, ...] = ()) -> Sheet:
    """Return the sheet of some minutes."""
    return read_sheet("old/a.md", text, day, knowing(*counted), frozenset(prose))


def read(
    text: str, *, listed: bool = False, owners: Sequence[str] = (), people: tuple[Person, ...] = PEOPLE
) -> Action | None:
    """Return the action item of a line without its bullet, the seventh of a file."""
    return read_action(text, 7, (7,), knowing(people=people), listed=listed, owners=owners)


def made(
    text: str, *, listed: bool = False, owners: Sequence[str] = (), people: tuple[Person, ...] = PEOPLE
) -> Action:
    """Return the action item that a line is."""
    found = read(text, listed=listed, owners=owners, people=people)
    assert found is not None
    return found
