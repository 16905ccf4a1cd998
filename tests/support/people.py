"""A few people for tests of what is typed."""

from minutebook.actions.known_people import known_people
from minutebook.records.roster import Roster
from minutebook.records.series import Person

ROSTER = Roster(
    [
        Person("Mat", ("Matyas",)),
        Person("BrianL", ("Brian L", "Brian")),
        Person("Diego"),
        Person("Marco Mambelli"),
        Person("Ray, Jr."),
        Person("everyone", group=True),
    ]
)
NAMED = ("Elif (remote)", "Ann?")
TEAM = known_people(ROSTER, NAMED)
"""The roster, with two who only take part in a meeting."""
