"""`render`: a meeting's minutes on standard output."""

from support.notes import Notes


def test_a_meeting_is_rendered_as_its_file_says(held: Notes) -> None:
    assert held.run("render", "2020-10-26").stdout == held.read(held.minutes("2020-10-26"))
    assert held.run("render", held.minutes("2020-10-26")).stdout == held.read(held.minutes("2020-10-26"))


def test_a_skipped_meeting_has_no_minutes_to_render(held: Notes) -> None:
    held.write(f"{held.series}/2020-11-02.yaml", "date: 2020-11-02\nstatus: skipped\nreason: a holiday\n")
    assert "was skipped" in held.run("render", "2020-11-02").stderr


def test_a_meeting_may_be_named_by_its_day_in_words(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    assert notes.run("render", "19.10.2020").stdout == notes.run("render", "2020-10-19").stdout != ""
