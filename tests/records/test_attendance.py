"""Who took part, in the lists that are written."""

from minutebook.records.attendance import NOBODY, Attendance


def test_lists_come_in_one_order_with_all_who_are_named() -> None:
    people = Attendance(("Mat",), guests=("Zoe",))
    assert people.named == ("Mat", "Zoe")
    assert [key for key, _names in people.lists()] == ["attending", "absent", "guests"]
    assert people
    assert not NOBODY
