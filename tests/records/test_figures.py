"""What tables and counters know of themselves."""

import pytest
from support.samples import meeting

from minutebook.records.figures import NEW, Counter, Row


def test_a_table_is_complete_when_every_count_is_written() -> None:
    text = "date: 2020-10-26\nstatus: draft\ntable: {id: a, columns: [A, B], rows: {Open: [1, %s]}}"
    assert [meeting(text % count).tables[0].complete for count in ("2", "~")] == [True, False]


@pytest.mark.parametrize(("continues", "label"), [(None, "Open"), ("Opened", "Opened"), (NEW, None)])
def test_what_is_counted_has_the_label_of_an_earlier_meeting(
    continues: str | None, label: str | None
) -> None:
    assert Row((), "Open", (1,), continues).earlier_label == label
    assert Counter((), "Open", 1, continues).earlier_label == label
