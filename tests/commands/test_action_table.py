"""The table of action items."""

import pytest
from support.notes import Notes

from minutebook.reports.long_lines import unpainted

ITEMS = """\
  - title: Talk
    actions:
      - {id: k7q2m4, owner: Mat, task: write the page}
      - {id: m3x8d0, owner: Diego, task: ask around and say at length what was answered}
      - {id: a1bcde, owner: Mat, task: close it}
"""


@pytest.fixture
def grouped(notes: Notes) -> list[str]:
    """What a terminal shows of some action items by their owners."""
    notes.meeting("2020-10-26", extra=ITEMS, Open=5)
    return unpainted(notes.run("actions", "--group-by", "owner", "--color", "always").stdout).splitlines()


def test_the_headings_of_groups_stand_there_once(grouped: list[str]) -> None:
    assert [line.split() for line in grouped if "task" in line] == [["id", "task", "meetings"]]


def test_the_rows_of_all_groups_stand_below_each_other(grouped: list[str]) -> None:
    assert [line.split()[0] for line in grouped[2:] if line] == ["Diego", "m3x8d0", "Mat", "a1bcde", "k7q2m4"]
    column = grouped[0].index("task")
    assert all(
        line[column - 1] == " " != line[column] for line in grouped if line[:6].endswith(("0", "4", "e"))
    )


def test_in_plain_text_each_group_is_a_table_of_its_own(notes: Notes) -> None:
    notes.meeting("2020-10-26", extra=ITEMS, Open=5)
    lines = notes.run("actions", "--group-by", "owner").stdout.splitlines()
    assert [line.split()[0] for line in lines if line] == [
        *("Diego", "id", "------", "m3x8d0"),
        *("Mat", "id", "------", "a1bcde", "k7q2m4"),
    ]
