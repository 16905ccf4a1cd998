"""An id of a table is made from the title above it."""

from minutebook.counts.table_ids import new_table_id


def test_an_id_is_made_of_the_title() -> None:
    assert new_table_id("Open Tickets!", ()) == "open-tickets"
    assert new_table_id("Open Tickets!", ["open-tickets"]) == "open-tickets-2"
    assert new_table_id("3.4", ()) == "table"
