"""The series that the bench makes from a seed."""

import sample_meetings
from support.notes import Notes

COUNT = 12


def test_a_seed_makes_the_same_meetings_each_time_and_another_seed_other_ones() -> None:
    first, again, other = (list(sample_meetings.texts(COUNT, seed)) for seed in (1, 1, 2))

    assert first == again != other


def test_a_meeting_has_between_three_and_six_kilobytes() -> None:
    assert all(3000 < len(text) < 6000 for _, text in sample_meetings.texts(300, 1))


def test_nothing_is_wrong_in_a_series_and_sync_carries_nothing_into_it(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", sample_meetings.SERIES)
    meetings = sample_meetings.texts(COUNT, 1)
    paths = [notes.write(f"{notes.series}/{day}.yaml", text) for day, text in meetings]
    before = [notes.read(path) for path in paths]

    assert notes.run("sync").returncode == 0

    assert [notes.read(path) for path in paths] == before
    assert notes.problems() == []


def test_action_items_typed_in_a_hurry_are_all_taken(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", sample_meetings.SERIES)
    path = notes.write(f"{notes.series}/{sample_meetings.FIRST}.yaml", sample_meetings.typed(9))

    assert notes.run("sync").returncode == 0

    assert notes.read(path).count("- id: ") == 9
