"""Lines that begin with somebody's name, and go on otherwise than with a colon and a space."""

import pytest

from minutebook.actions.grammar import parse, parse_marked
from minutebook.actions.known_people import known_people
from minutebook.records.roster import Roster
from minutebook.records.series import Person

PEOPLE = known_people(Roster((Person("Tom"), Person("Zoë Klein", ("Zoë",)))), ())


@pytest.mark.parametrize(
    ("line", "owners", "task"),
    [
        ("Tom:order parts", ("Tom",), "order parts"),
        ("Tom, Zoë:order parts", ("Tom", "Zoë"), "order parts"),
        ("Tom; order parts", ("Tom",), "order parts"),
        ("\U0001f642 Tom: order parts", ("Tom",), "order parts"),
        ("Zoë soll den Raum buchen", ("Zoë",), "den Raum buchen"),
        ("Zoë kümmert sich um Kaffee", ("Zoë",), "kümmert sich um Kaffee"),
        ("Tom doit écrire", ("Tom",), "écrire"),
        ("Tom tiene que llamar", ("Tom",), "llamar"),
        ("Tom moet bellen", ("Tom",), "bellen"),
        ("Tom \u2192 Zoë: order parts", ("Zoë",), "order parts"),
        ("Tom -> order parts", ("Tom",), "order parts"),
        ("niemand: order parts", (), "order parts"),
        ("tous: order parts", ("tous",), "order parts"),
    ],
)
def test_who_stands_in_front_is_the_owner(line: str, owners: tuple[str, ...], task: str) -> None:
    typed = parse(line, PEOPLE)
    assert typed
    assert (typed.owners, typed.task) == (owners, task)


@pytest.mark.parametrize(
    "line",
    ["https://tom.example", "\U0001f389 plan the party", "Budget \u2192 Zoë: order parts", "Ann:order parts"],
)
def test_who_is_not_known_is_no_owner(line: str) -> None:
    typed = parse(line, PEOPLE)
    assert typed is None or (typed.owners, typed.task) == ((), line)


@pytest.mark.parametrize("line", ["Tom:order parts", "Zoë soll den Raum buchen"])
def test_in_prose_such_a_line_is_a_remark(line: str) -> None:
    assert parse_marked(line, PEOPLE) is None
