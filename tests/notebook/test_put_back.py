"""Actions that have vanished are put back into the newest meeting."""

from support.notes import Notes
from support.sharednotes import CARRIED, FIRST, OPEN, SECOND, below_date, write


def test_an_item_of_an_earlier_meeting_says_since_when_it_is_open(shared: Notes) -> None:
    write(shared, FIRST)
    write(shared, SECOND)
    shared.run("sync", "--fix")
    assert (below_date(shared, FIRST), below_date(shared)) == ("", CARRIED)


def test_an_item_whose_meeting_was_deleted_begins_in_the_one_before(shared: Notes) -> None:
    path = write(shared, SECOND, CARRIED.replace("k7q2m4", "b2cdef").replace(FIRST, SECOND))
    write(shared, FIRST)
    shared.commit()
    shared.git("push", "--quiet")
    (shared.top / path).unlink()
    shared.run("sync", "--fix")
    assert below_date(shared, FIRST) == OPEN.replace("k7q2m4", "b2cdef")
