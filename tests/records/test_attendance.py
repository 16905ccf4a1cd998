"""Who took part, in the lists that are written."""

from datetime import date

import pytest

from minutebook.records.attendance import NOBODY, Attendance, can_be_written_out, written_out
from minutebook.records.roster import Roster
from minutebook.records.series import Person

DAY = date(2020, 1, 6)
ROSTER = Roster(
    (
        Person("Mat"),
        Person("Dario", ("Dar", "D. Oe"), former_names=(("D. Oe", DAY),)),
        Person("Diego", until=date(2020, 1, 5)),
        Person("Elif", since=date(2020, 1, 7)),
        Person("everyone", group=True),
    )
)


def test_lists_come_in_one_order_with_all_who_are_named() -> None:
    people = Attendance(("Mat",), guests=("Zoe",))
    assert people.named == ("Mat", "Zoe")
    assert [key for key, _names in people.lists()] == ["attending", "absent", "guests"]
    assert people
    assert not NOBODY


@pytest.mark.parametrize(
    ("people", "attending", "absent"),
    [
        (Attendance(all_but=()), ("Mat", "Dario"), ()),
        (Attendance(all_but=("Dar",)), ("Mat",), ("Dario",)),
        (Attendance(all_but=("D. Oe",)), ("Mat",), ("D. Oe",)),
        (Attendance(all_but=("Zoe",)), ("Mat", "Dario"), ("Zoe",)),
        (Attendance(all_but=("Mat",), absent=("Mat", "Zoe")), ("Dario",), ("Mat", "Zoe")),
        (Attendance(all_but=(), guests=("Mat",)), ("Dario",), ()),
        (Attendance(all_but=(), absent=("Mat (ill)",)), ("Dario",), ("Mat (ill)",)),
        (Attendance(("Zoe",), ("Mat",)), ("Zoe",), ("Mat",)),
    ],
)
def test_all_are_those_whom_the_roster_has_on_the_day(
    people: Attendance, attending: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    assert written_out(people, ROSTER, DAY) == Attendance(attending, absent, people.guests)


def test_names_are_written_out_where_it_is_sure_who_is_meant() -> None:
    def can_be(people: Attendance, roster: Roster = ROSTER) -> bool:
        return can_be_written_out(people, roster, DAY)

    assert can_be(Attendance(all_but=()))
    assert not can_be(Attendance(all_but=("Zoe",)))
    assert can_be(Attendance(all_but=(), absent=("Zoe", "Mat (ill)")))
    assert not can_be(Attendance(all_but=(), absent=("Darioo",)))
    assert not can_be(Attendance(all_but=("dario",)))
    assert not can_be(Attendance(all_but=("everyone",)))
    assert not can_be(Attendance(("Mat",)))
    assert not can_be(Attendance(all_but=()), Roster(()))
