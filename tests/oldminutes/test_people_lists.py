"""The lists of people of a meeting while they are read."""

from minutebook.oldminutes.people_lists import PeopleLists
from minutebook.records.attendance import Attendance


def test_each_person_stands_in_the_list_of_the_role() -> None:
    lists = PeopleLists(1, {"Ada": ("attending", 3, "Ada (chair)"), "Cy": ("absent", 4, "Cy")})
    assert lists.value() == Attendance(attending=("Ada (chair)",), absent=("Cy",))
    assert (lists.has("absent"), lists.has("guests")) == (True, False)
