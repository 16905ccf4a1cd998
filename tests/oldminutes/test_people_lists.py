"""Who was there of a meeting, or of a part of it."""

from minutebook.oldminutes.people_lists import PeopleLists
from minutebook.records.attendance import Attendance

LISTS = PeopleLists(
    1,
    {
        "Ada": ("attending", 3, "Ada (chair)"),
        "Ben": ("absent", 4, "Ben"),
        "Cy": ("attending", 5, "Cy"),
    },
)


def test_people_are_parted_by_their_lists() -> None:
    assert LISTS.value() == Attendance(attending=("Ada (chair)", "Cy"), absent=("Ben",))


def test_only_lists_with_somebody_in_them_are_there() -> None:
    assert (LISTS.has("absent"), LISTS.has("guests")) == (True, False)
