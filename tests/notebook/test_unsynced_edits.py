"""What was edited in the meeting before after its actions had been carried: told, and taken over by `sync --fix`."""

import pytest
from support.notes import Notes

FIRST, SECOND = "2020-10-19", "2020-10-26"
BEFORE = """\
date: 2020-10-19
actions:
  - id: k7q2m4
    owner: Mat   # he asked
    task: order parts
"""
CARRIED = """\
date: 2020-10-26
actions:
  - id: k7q2m4
    owner: Mat   # he asked
    task: order parts
    since: 2020-10-19
"""
RULE = "action-edited-earlier"


@pytest.fixture
def carried(notes: Notes) -> Notes:
    """Return a repository with an item that was carried."""
    notes.write(f"{notes.series}/{FIRST}.yaml", BEFORE)
    notes.write(f"{notes.series}/{SECOND}.yaml", f"date: {SECOND}\n")
    notes.run("sync")
    assert newest(notes) == CARRIED
    return notes


def newest(notes: Notes) -> str:
    return notes.read(f"{notes.series}/{SECOND}.yaml")


def edit(notes: Notes, day: str, old: str, new: str) -> None:
    path = f"{notes.series}/{day}.yaml"
    notes.write(path, notes.read(path).replace(old, new))


EDITS = [
    ("owner: Mat", "owner: Diego"),
    ("owner: Mat", "owner: [Mat, Diego]"),
    ("order parts", "order two parts"),
    ("parts\n", "parts\n    due: 2020-11-09\n"),
]


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize(("old", "new"), EDITS)
def test_an_edit_of_the_meeting_before_is_told_and_taken_over(
    carried: Notes, committed: bool, old: str, new: str
) -> None:
    if committed:
        carried.commit()
    edit(carried, FIRST, old, new)
    assert carried.rules().count(RULE) == 1
    carried.run("sync", "--fix")
    value, *_ = old.split("   #")  # the comment stays
    expected = CARRIED.replace(value, new)
    if "due" in new:
        expected = CARRIED + "    due: 2020-11-09\n"
    assert newest(carried) == expected
    assert carried.rules() == []


def test_a_due_date_that_is_gone_is_taken_away(carried: Notes) -> None:
    for day in (FIRST, SECOND):
        edit(carried, day, "parts\n", "parts\n    due: 2020-11-09\n")
    carried.run("sync")
    carried.commit()
    edit(carried, FIRST, "    due: 2020-11-09\n", "")
    assert carried.rules().count(RULE) == 1
    carried.run("sync", "--fix")
    assert newest(carried) == CARRIED


def test_sync_alone_tells_it_until_it_is_taken_over_or_committed(carried: Notes) -> None:
    carried.commit()
    edit(carried, FIRST, "owner: Mat", "owner: Diego")
    for _ in range(2):
        done = carried.run("sync")
        assert (done.returncode, done.stdout.count(RULE)) == (0, 1)
    assert newest(carried) == CARRIED


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize(("old", "new"), [EDITS[0], EDITS[-1]])
def test_an_edit_of_the_newest_meeting_is_its_own(
    carried: Notes, committed: bool, old: str, new: str
) -> None:
    if committed:
        carried.commit()
    edit(carried, SECOND, old, new)
    edited = newest(carried)
    assert carried.rules().count(RULE) == 0
    carried.run("sync", "--fix")
    assert newest(carried) == edited


def test_an_edit_that_was_committed_without_sync_is_told_until_the_next_one(carried: Notes) -> None:
    carried.commit()
    edit(carried, FIRST, "owner: Mat", "owner: Diego")
    carried.commit()
    assert carried.rules().count(RULE) == 1
    carried.run("sync", "--fix")
    assert newest(carried) == CARRIED.replace("Mat", "Diego")


def test_an_item_that_both_meetings_changed_stays(carried: Notes) -> None:
    carried.commit()
    edit(carried, FIRST, "owner: Mat", "owner: Diego")
    edit(carried, SECOND, "owner: Mat", "owner: Ada")
    assert carried.rules().count(RULE) == 0
    carried.run("sync", "--fix")
    assert "owner: Ada" in newest(carried)


def test_one_that_is_right_as_it_is_rests_and_is_left_alone(carried: Notes) -> None:
    edit(carried, SECOND, "parts\n", "parts\n    ok: [action-edited-earlier]\n")
    edit(carried, FIRST, "owner: Mat", "owner: Diego")
    assert RULE not in carried.rules()
    carried.run("sync", "--fix")
    assert "owner: Mat" in newest(carried)
    assert carried.rules() == []


def test_items_that_have_each_others_ids_were_not_edited_in_the_meeting_before(notes: Notes) -> None:
    items = (
        "  - {id: k7q2m4, owner: Mat, task: order parts}\n  - {id: m3x8d0, owner: Diego, task: call Ada}\n"
    )
    swapped = items.replace("k7q2m4", "x").replace("m3x8d0", "k7q2m4").replace("{id: x", "{id: m3x8d0")
    notes.write(f"{notes.series}/{FIRST}.yaml", f"date: {FIRST}\nactions:\n{items}")
    notes.run("sync")
    notes.write(f"{notes.series}/{SECOND}.yaml", f"date: {SECOND}\nactions:\n{swapped}")
    assert RULE not in notes.rules()
    assert "id-reused" in notes.rules()
