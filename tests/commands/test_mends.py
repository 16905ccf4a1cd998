"""`sync --fix` mends until nothing changes."""

from support.notes import Notes

ITEM = "actions:\n  - {id: %s, owner: Mat, task: call}\n"


def test_what_stands_there_twice_only_once_all_is_carried_is_mended_at_once(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{ITEM % 'k7q2m4'}")
    newest = notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\n{ITEM % 'z9q2m4'}")
    done = notes.run("sync", "--fix")
    assert done.returncode == 0
    assert f"{newest}: 'call' stood there twice, and stands there once\n" in done.stderr
    assert notes.read(newest).count("id:") == 1
    assert "id: k7q2m4" in notes.read(newest)
    assert notes.run("sync", "--fix").stdout == ""


def test_a_series_of_which_no_meeting_was_held_is_mended(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\nstatus: Skipped\nreason: strike\n")
    notes.run("sync", "--fix")
    assert notes.rules() == []


def test_a_day_in_the_words_of_a_typed_line_becomes_its_due_date(notes: Notes) -> None:
    path = notes.write(
        f"{notes.series}/2020-10-26.yaml",
        "date: 2020-10-26\nattending: [Mat]\nactions:\n  - Mat: call them by Friday\n  - call him (due 3rd) -> Mat\n",
    )
    notes.run("sync", "--fix")
    text = notes.read(path)
    assert "task: call them\n    due: 2020-10-30\n" in text
    assert "task: call him\n    due: 2020-11-03\n" in text
