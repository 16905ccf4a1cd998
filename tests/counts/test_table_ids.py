"""An id of a table is made from the title above it."""

import pytest

from minutebook.counts.table_ids import new_table_id, spelt_id


def test_an_id_is_made_of_the_title() -> None:
    assert new_table_id("Open Tickets!", ()) == "open-tickets"
    assert new_table_id("Open Tickets!", ["open-tickets"]) == "open-tickets-2"
    assert new_table_id("3.4", ()) == "table"
    assert new_table_id("Fälle", ()) == "faelle"


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("f\u00e4lle", "faelle"),
        ("Gr\u00f6\u00dfe 2", "groesse-2"),
        ("\u00e9t\u00e9", "ete"),
        ("3.10", ""),
        ("\u8868", ""),
    ],
)
def test_an_id_is_spelt_in_letters_from_a_to_z(name: str, spelt: str) -> None:
    assert spelt_id(name) == spelt


def test_any_number_of_tables_has_ids() -> None:
    used = ["open", *(f"open-{number}" for number in range(2, 10_001))]
    assert new_table_id("Open", used) == "open-10001"
