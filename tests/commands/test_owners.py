"""Owners of an action item, as they are typed on the command line."""

from datetime import date

import pytest
from support.series import FIRST, series_of

from minutebook.commands._owners import known_owners
from minutebook.records.problem import UsageError

ROSTER = "roster: {Mat: {aliases: [Matyas]}, Diego: {}, everyone: {group: true}}\n"


def owners(*names: str, series: str = ROSTER, day: date = FIRST) -> list[str]:
    """Return the owners in a meeting with a guest."""
    return known_owners(series_of({day: "guests: [A. Visitor]\n"}, series), day, names)


def test_each_stands_once_as_the_roster_calls_them() -> None:
    assert owners("Matyas", "A. Visitor", "Mat", "everyone") == ["Mat", "A. Visitor", "everyone"]


def test_a_first_name_of_two_people_is_answered_with_both() -> None:
    with pytest.raises(UsageError, match=r"did you mean Eva Braun or Eva Lang\?"):
        owners("Eva", series="roster: {Eva Braun: , Eva Lang: }\n")


def test_nobody_is_unassigned() -> None:
    assert owners() == ["unassigned"]


def test_anybody_is_known_where_there_is_no_roster() -> None:
    assert owners("Ben", series="title: Team\n") == ["Ben"]


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("Digeo", "did you mean Diego?"),
        ("all", "write `unassigned`, or a group (everyone)"),
        ("nobody", "write `unassigned`, or a group (everyone)"),
        ("Ben", "or to `guests` of the meeting, or write `unassigned`"),
    ],
)
def test_a_stranger_is_refused(name: str, ending: str) -> None:
    with pytest.raises(UsageError, match=f"'{name}' is not in the roster") as refusal:
        owners(name)
    assert str(refusal.value).endswith(ending)
