"""A key that a meeting lacks is offered as this meeting must have it."""

import pytest
from support.notes import Notes

MEETING = """\
date: 2020-10-{day}
sections:
  - title: Tickets
    sections:
      - title: Open ones
        table:
{id}          labels: State
          columns: [Count]
          rows:
            New: 3
"""


def hint_without_id(notes: Notes, earlier: str) -> str:
    for day, table_id in (("19", earlier), ("26", "")):
        line = f"          id: {table_id}\n" if table_id else ""
        notes.write(f"{notes.series}/2020-10-{day}.yaml", MEETING.format(day=day, id=line))
    (problem,) = notes.problems()
    assert problem["path"].endswith("26.yaml")
    return str(problem["hint"])


def test_a_table_without_an_id_is_offered_that_of_the_meeting_before(notes: Notes) -> None:
    assert hint_without_id(notes, "queue") == "For example: `id: queue`"


def test_one_that_is_new_is_offered_its_title(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-12.yaml", "date: 2020-10-12\nattending: [Mat]\n")
    text = MEETING.format(day="26", id="").replace("Open ones", "Older ones")
    notes.write(f"{notes.series}/2020-10-26.yaml", text)
    (problem,) = notes.problems()
    assert problem["hint"] == "For example: `id: older-ones`"


def test_a_file_that_cannot_be_read_hides_no_other(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-12.yaml", "date: 2020-10-12\ntitel: Team\n")
    text = "sections:\n  - title: Talk\n    table: {ro\0ws: {Open: 3}}\n"
    notes.write(f"{notes.series}/2020-10-19.yaml", text)
    assert {problem["path"][-7:-5] for problem in notes.problems()} == {"12", "19"}


@pytest.mark.parametrize("text", ["title: Team\n", "attending: [Mat]\n"])
def test_a_meeting_without_a_date_is_offered_that_of_its_file(notes: Notes, text: str) -> None:
    notes.write(f"{notes.series}/2020-10-19.yaml", text)
    (problem,) = notes.problems()
    assert problem["hint"] == "For example: `date: 2020-10-19`"
