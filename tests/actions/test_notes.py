"""What the minutes show of the notes of an action: this meeting's, or the last one before with its date."""

from support.samples import meeting_with, minutes

FIRST, SECOND, THIRD, FOURTH = "2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26"
ACTION = "id: k7q2m4, owner: Mat, task: order parts"
CARRIED = f"{ACTION}, since: {FIRST}"


def shown(*actions: str) -> list[str]:
    """Return what stands below an item in the last minutes of some weeks, in each of which it stands as given."""
    days = (FIRST, SECOND, THIRD, FOURTH)
    written = minutes(*(meeting_with(day, action) for day, action in zip(days, actions, strict=False)))
    return [line.removeprefix("    -   ") for line in written.splitlines() if line.startswith("    ")]


def test_a_note_of_the_meeting_stands_below_the_item_as_it_is() -> None:
    assert shown(f"{ACTION}, note: asked") == ["asked"]


def test_several_stand_in_the_order_in_which_they_were_noted() -> None:
    assert shown(f"{ACTION}, note: [asked, they answered]") == ["asked", "they answered"]


def test_without_one_the_last_earlier_one_is_shown_with_its_date() -> None:
    assert shown(f"{ACTION}, note: asked", CARRIED) == [f"asked ({FIRST})"]
    assert shown(f"{ACTION}, note: asked", f"{CARRIED}, note: [answered, paid]", CARRIED, CARRIED) == [
        f"paid ({SECOND})"
    ]


def test_a_note_of_the_meeting_stands_alone() -> None:
    assert shown(f"{ACTION}, note: asked", f"{CARRIED}, note: answered") == ["answered"]


def test_an_item_that_is_closed_shows_the_last_note_too() -> None:
    assert shown(f"{ACTION}, note: asked", f"{CARRIED}, status: done") == [f"asked ({FIRST})"]


def test_an_equal_note_is_a_copy_with_the_date_of_the_first() -> None:
    noted = f"{CARRIED}, note: asked"
    assert shown(f"{ACTION}, note: asked", noted, noted) == [f"asked ({FIRST})"]
    assert shown(ACTION, noted, noted, CARRIED) == [f"asked ({SECOND})"]
    assert shown(f"{ACTION}, note: asked", f"{CARRIED}, note: [asked, again]") == [
        f"asked ({FIRST})",
        "again",
    ]


def test_a_note_that_was_written_again_after_a_pause_is_no_copy() -> None:
    assert shown(f"{ACTION}, note: asked", CARRIED, f"{CARRIED}, note: asked") == ["asked"]


def test_a_note_that_was_read_from_minutes_has_its_date_once() -> None:
    read = f"{CARRIED}, note: asked ({FIRST})"
    assert shown(f"{ACTION}, note: asked", read, read) == [f"asked ({FIRST})"]


def test_a_reason_stands_above() -> None:
    assert shown(f"{ACTION}, note: asked", f"{CARRIED}, status: dropped, reason: too late") == [
        "too late",
        f"asked ({FIRST})",
    ]


def test_what_another_item_had_noted_is_not_shown() -> None:
    other = "id: m3x8d0, owner: Mat, task: order parts, note: asked"
    assert shown(other, ACTION) == []


def test_a_note_is_found_across_a_skipped_meeting() -> None:
    skipped = meeting_with(SECOND, top="status: skipped\nreason: a holiday")
    written = minutes(meeting_with(FIRST, f"{ACTION}, note: asked"), skipped, meeting_with(THIRD, CARRIED))
    assert f"    -   asked ({FIRST})" in written
