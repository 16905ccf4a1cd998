"""`status`: where each series stands, and the one thing to type next."""

import json
from typing import Any

from support.notes import Notes

ITEMS = """\
  - title: Talk
    counters: {open calls: 4}
    actions:
      - {id: a1bcde, owner: Mat, task: write the page, due: 2020-10-01}
      - {id: b1bcde, owner: Mat, task: ask around}
"""


def standing(notes: Notes, folder: str = ".") -> dict[str, Any]:
    """Return what `status` says of the only series, in the form that scripts read."""
    (record,) = json.loads(notes.run("status", "--format", "json", folder=folder).stdout)
    return dict(record)


def command(notes: Notes) -> str:
    """Return what is to be typed next, and insist that people are told the same."""
    expected: str = standing(notes)["command"]
    assert notes.run("status").stdout.endswith(f"ype: {expected}\n")
    return expected


def test_each_command_leads_to_the_next(notes: Notes) -> None:
    assert command(notes) == "minutebook sync"
    notes.run("sync")
    assert command(notes) == "minutebook sync --commit"
    notes.commit()
    assert command(notes) == f"minutebook new {notes.series}"
    notes.meeting("2020-10-19", Open=1, Opne="x")  # type: ignore[arg-type]
    assert command(notes) == f"minutebook check {notes.series}"


def test_what_is_committed_and_not_pushed_is_to_be_pushed(notes: Notes) -> None:
    notes.run("sync")
    notes.commit()
    notes.git("init", "--quiet", "--bare", "../origin.git")
    notes.git("remote", "add", "origin", "../origin.git")
    assert command(notes) == f"minutebook new {notes.series}"
    notes.git("push", "--quiet", "--set-upstream", "origin", "main")
    notes.write("other", "text\n")
    notes.commit()
    assert command(notes) == f"minutebook new {notes.series}"
    notes.meeting("2020-10-19", Open=1)
    notes.run("sync")
    notes.commit()
    assert command(notes) == "git push"


def test_a_draft_is_told_with_what_is_to_be_filled_in(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=11, Done=3, extra=ITEMS)
    notes.run("new")
    record = standing(notes)
    assert (record["last"], record["draft"], record["next"]) == ("2020-10-19", "2020-10-26", "2020-11-02")
    assert record["gaps"] == ["attendance", "2 counts of tickets", "'open calls'"]
    request = f"    Fill in {notes.series}/2020-10-26.yaml, delete its `status: draft`, then type: minutebook sync\n"
    assert notes.run("status").stdout.endswith(request)


def test_open_and_overdue_action_items_are_counted(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=11, extra=ITEMS)
    assert "; action items: 2 open, 1 overdue; " in notes.run("status").stdout


def test_an_item_that_vanished_is_an_error(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=11, extra=ITEMS)
    notes.run("sync")
    notes.commit()
    notes.meeting("2020-10-19", Open=11)
    assert (standing(notes)["errors"], command(notes)) == (2, f"minutebook check {notes.series}")


def test_a_series_that_cannot_be_read_hides_no_other(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-19.yaml", "[")
    notes.write("meetings/other/series.yaml", "title: Other\n")
    done = notes.run("status")
    assert done.returncode == 0
    assert f"{notes.series}: 1 error\n    Type: minutebook check {notes.series}\n" in done.stdout
    assert done.stdout.startswith("meetings/other: no meeting yet; ")


def test_in_the_folder_of_a_series_only_that_is_shown(notes: Notes) -> None:
    notes.write("meetings/other/series.yaml", "title: Other\n")
    assert standing(notes, notes.series)["series"] == notes.series


def test_meetings_whose_series_file_is_missing_are_not_passed_over(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=11)
    (notes.top / notes.series / "series.yaml").unlink()
    notes.write("meetings/other/series.yaml", "title: Other\n")
    done = notes.run("status")
    assert done.stdout.endswith(f"{notes.series}: 1 error\n    Type: minutebook check\n")
    records = json.loads(notes.run("status", "--format", "json").stdout)
    assert [(record["series"], record["errors"]) for record in records] == [
        ("meetings/other", 0),
        (notes.series, 1),
    ]


def test_what_is_not_known_of_a_series_that_cannot_be_read_is_null(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-19.yaml", "[")
    record = standing(notes)
    assert record["errors"] == 1
    assert {record[key] for key in ("last", "open", "overdue", "lapsing", "written", "committed")} == {None}
