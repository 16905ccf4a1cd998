"""Small minutes as sheets, for tests that speak of a few lines."""

from datetime import date

from minutebook.importer.knowledge import Knowledge
from minutebook.importer.reading import read_sheet
from minutebook.importer.values import Sheet
from minutebook.model import Person
from minutebook.people import Roster

DAY = date(2020, 10, 26)
PEOPLE = (Person("Ana", ("Anna",)), Person("Ben"), Person("Cleo"), Person("Release Team", group=True))


def knowing(*counted: str, people: tuple[Person, ...] = PEOPLE) -> Knowledge:
    """Return what is known of a series of three people, a group, and some counters."""
    names = frozenset(spelling for one in people for spelling in (one.name, *one.aliases))
    return Knowledge(Roster(people), frozenset(counted), known=names)


def sheet(text: str, *counted: str, day: date = DAY, prose: tuple[int, ...] = ()) -> Sheet:
    """Return the sheet of some minutes."""
    return read_sheet("old/a.md", text, day, knowing(*counted), frozenset(prose))
