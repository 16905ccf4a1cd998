"""A meeting that was called off keeps no action items: each has one that was held to stand in."""

import pytest
from support.notes import Notes
from support.rulebook import SKIPPED as CALLED_OFF
from support.rulebook import finding, findings, met
from support.sharednotes import FIRST, SECOND, THIRD, below_date, write

OPEN = "actions:\n  - id: k7q2m4\n    owner: Bjorn\n    task: test\n"
CARRIED = f"{OPEN}    since: {FIRST}\n"
SKIPPED = "status: skipped\nreason: nobody came\n"
NEW = "  # from the chat\n  - id: m3x8d0\n    owner: Ann\n    task: book a room\n"


def hints(notes: Notes) -> list[str]:
    """Return what `check` advises."""
    return [found["hint"] for found in notes.problems() if found["rule"] == "action-in-skipped"]


@pytest.fixture
def shared(notes: Notes) -> Notes:
    """Return notes with a draft into which an action item was carried, and which has a new one, all committed."""
    write(notes, FIRST, OPEN)
    write(notes, SECOND, "status: draft\n" + CARRIED + NEW)
    notes.run("sync")
    notes.commit()
    return notes


def test_what_was_carried_is_deleted(shared: Notes) -> None:
    write(shared, SECOND, SKIPPED + CARRIED)
    assert hints(shared) == [f"Delete it: it is carried from {FIRST} anyway. minutebook sync --fix does so."]
    shared.run("sync", "--fix")
    assert below_date(shared) == SKIPPED


def test_what_is_mended_in_one_way_is_told_once(notes: Notes) -> None:
    more = "  - {id: b1bcde, owner: Ann, task: sing}\n  - {id: c1bcde, owner: Ann, task: dance}\n"
    write(notes, FIRST, OPEN + more)
    write(notes, SECOND, SKIPPED + OPEN + more + NEW)
    found = [problem for problem in notes.problems() if problem["rule"] == "action-in-skipped"]
    assert [problem["message"].partition("; ")[2] for problem in found] == ["the same is true of 2 more", ""]
    assert (
        found[0]["hint"]
        == f"Delete them: they are carried from {FIRST} anyway. minutebook sync --fix does so."
    )


def test_what_was_new_is_moved_to_the_newest_meeting_that_is_held(shared: Notes) -> None:
    write(shared, SECOND, SKIPPED + CARRIED + NEW)
    assert hints(shared)[1] == f"Move it to {FIRST}, the newest meeting that is held: minutebook sync --fix"
    said = shared.run("sync", "--fix").stderr
    assert f"'test' was deleted, for it stands in {FIRST}" in said
    assert f"'book a room' was moved to {FIRST}" in said
    assert below_date(shared) == SKIPPED
    assert below_date(shared, FIRST) == OPEN + NEW
    assert shared.problems() == []


def test_what_was_new_is_moved_to_a_later_meeting(shared: Notes) -> None:
    write(shared, SECOND, SKIPPED + CARRIED + NEW)
    write(shared, THIRD)
    shared.run("sync", "--fix")
    assert below_date(shared) == SKIPPED
    assert below_date(shared, FIRST) == OPEN
    text = below_date(shared, THIRD)
    assert text.count("  - id: ") == 2
    assert NEW in text
    assert shared.problems() == []


def test_what_was_closed_is_closed_where_it_stands(shared: Notes) -> None:
    write(shared, SECOND, SKIPPED + CARRIED + "    status: done\n    note: green\n")
    assert hints(shared) == [
        f"Delete it: it is carried from {FIRST} anyway. minutebook sync --fix does so, and writes its `status` "
        "and `note` there."
    ]
    shared.run("sync", "--fix")
    assert below_date(shared) == SKIPPED
    assert "status: done\n    note: green\n" in below_date(shared, FIRST)


def test_what_had_lapsed_is_carried_from_the_meeting_before(shared: Notes) -> None:
    write(shared, SECOND, SKIPPED + CARRIED + "    status: lapsed\n")
    assert hints(shared) == [f"Delete it: it is carried from {FIRST} anyway. minutebook sync --fix does so."]
    shared.run("sync", "--fix")
    assert below_date(shared) == SKIPPED
    assert below_date(shared, FIRST).startswith(OPEN + NEW)


def test_what_was_reworded_is_left_to_people(shared: Notes) -> None:
    body = SKIPPED + CARRIED.replace("test", "test it")
    write(shared, SECOND, body)
    assert hints(shared) == [
        f"Delete it: it is carried from {FIRST} anyway. What it says otherwise, write there first."
    ]
    shared.run("sync", "--fix")
    assert below_date(shared) == body


def test_what_was_closed_before_rests(shared: Notes) -> None:
    write(shared, FIRST, OPEN + "    status: done\n")
    write(shared, SECOND, SKIPPED + CARRIED)
    assert hints(shared) == [f"Delete it: it is done on {FIRST}. minutebook sync --fix does so."]


def test_what_was_typed_in_a_hurry_is_the_one_that_is_carried(shared: Notes) -> None:
    write(shared, SECOND, SKIPPED + "actions:\n  - Bjorn: test\n  - Ann: call the bank\n")
    shared.run("sync", "--fix")
    assert below_date(shared) == SKIPPED
    text = below_date(shared, FIRST)
    assert text.startswith(OPEN)
    assert "    owner: Ann\n    task: call the bank\n" in text
    assert text.endswith(NEW)  # which others have, so it is put back
    assert shared.problems() == []


def test_where_no_meeting_is_held_it_waits_for_one(notes: Notes) -> None:
    write(notes, SECOND, SKIPPED + OPEN)
    assert hints(notes) == ["Move it to the next meeting that is held."]
    notes.run("sync", "--fix")
    assert below_date(notes) == SKIPPED + OPEN


@pytest.mark.parametrize(
    ("people", "key"),
    [
        ("attending: [Ann]\nguests: [Zoe]", "attending"),
        ("attending: all", "attending"),
        ("guests: [Zoe]", "guests"),
    ],
)
def test_that_somebody_was_at_a_skipped_meeting_is_a_warning(people: str, key: str) -> None:
    warning = finding("attendance-in-skipped", met("2020-10-26", f"{CALLED_OFF}\n{people}"))
    assert (warning.severity, warning.key_path) == ("warning", (key,))
    assert "delete its `status: skipped`" in warning.hint


def test_that_somebody_has_a_duty_in_a_skipped_meeting_is_a_warning() -> None:
    warning = finding("attendance-in-skipped", met("2020-10-26", f"{CALLED_OFF}\nduty: {{This week: Ann}}"))
    assert (warning.severity, warning.key_path) == ("warning", ("duty",))
    assert warning.hint.startswith("Delete `duty`, or write in `notes` who has it")


@pytest.mark.parametrize("people", ["attending:", "absent: [Ann]", "duty: {This week: }"])
def test_nobody_need_have_been_at_a_skipped_meeting(people: str) -> None:
    assert findings("attendance-in-skipped", met("2020-10-26", f"{CALLED_OFF}\n{people}")) == []
