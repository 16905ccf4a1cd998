"""A draft says what was counted last time, also where that was corrected afterwards."""

import pytest
from support.series import FIRST, SECOND, THIRD, path_of, series_of

from minutebook.notebook.update import update

COUNTED = """\
counters: {{calls: {}}}
table: {{id: stock, columns: [Full, Half], rows: {{Box: [{}, 2], Bag: [1, 1]}}}}
"""
DRAFTED = """\
status: draft
counters:
  calls:  # 5 last time
table:
  id: stock
  columns: [Full, Half]
  rows:
    Box: [~, ~]  # Full: 3, Half: 2 last time
    Bag: [~, ~]  # Full: 1, Half: 1 last time
"""


def test_a_correction_of_the_meeting_before_is_shown_beside_empty_counts() -> None:
    updated = update(series_of({FIRST: COUNTED.format(6, 4), SECOND: DRAFTED}), gaps=True)
    expected = DRAFTED.replace("5 last", "6 last").replace("Full: 3", "Full: 4")
    assert updated.texts == {path_of(SECOND): f"date: {SECOND}\n{expected}"}


def test_what_was_counted_in_a_skipped_meeting_is_what_deltas_are_measured_against() -> None:
    skipped = f"status: skipped\nreason: ill\n{COUNTED.format(6, 4)}"
    updated = update(series_of({FIRST: COUNTED.format(5, 3), SECOND: skipped, THIRD: DRAFTED}), gaps=True)
    expected = DRAFTED.replace("5 last", "6 last").replace("Full: 3", "Full: 4")
    assert updated.texts == {path_of(THIRD): f"date: {THIRD}\n{expected}"}


@pytest.mark.parametrize(
    "text",
    [
        DRAFTED,
        "status: draft\ncounters:\n  calls:  # Ann said 4 last time\n",
        "status: draft\ncounters:\n  calls: 7  # 4 last time\n",
        "counters:\n  calls: 7  # 4 last time\n",
    ],
)
def test_what_is_right_or_written_by_people_stays(text: str) -> None:
    notebook = series_of({FIRST: COUNTED.format(5, 3), SECOND: text})
    assert update(notebook, gaps=True).texts == {}
