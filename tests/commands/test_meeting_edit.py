"""An edit of one action item: its lines in the newest meeting, and no others."""

from textwrap import dedent

import pytest
from support.actionmeetings import NEWEST, call, fail, newest, sync
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_newlines_and_the_end_of_the_file_are_kept(notes: Notes) -> None:
    text = NEWEST.removesuffix("\n").replace("\n", "\r\n")
    notes.write(f"{notes.series}/2020-10-26.yaml", text)
    call(notes, "done", "a1aa")
    assert newest(notes) == text.replace("Friday\r\n", "Friday\r\n        status: done\r\n")


@pytest.mark.parametrize(
    "words", [["done", "a1aa"], ["drop", "a1aa", "--reason", "late"], ["note", "a1aa", "news"]]
)
def test_what_is_so_already_is_said(notes: Notes, words: list[str]) -> None:
    call(notes, *words)
    before = newest(notes)
    again = notes.run(*words)
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr == f"{notes.series}/2020-10-26.yaml already says so; nothing was changed\n"
    assert newest(notes) == before


@pytest.mark.parametrize("command", [["done"], ["drop", "--reason", "late"], ["reopen"], ["note"]])
def test_an_unknown_id_is_answered_with_the_nearest_one(notes: Notes, command: list[str]) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("d1dd", "k7q2m4"))
    text = ["news"] if command == ["note"] else []
    said = fail(notes, command[0], "k7q2n4", *command[1:], *text)
    assert said == "the newest meeting has no action item 'k7q2n4'; did you mean k7q2m4?"


def test_an_id_like_no_other_is_answered_with_where_to_find_them(notes: Notes) -> None:
    said = fail(notes, "done", "zz99")
    assert said == "the newest meeting has no action item 'zz99'; `minutebook actions` lists them all"


def test_an_item_that_was_closed_before_is_not_closed_again(notes: Notes) -> None:
    assert "no action item 'b1bb'" in fail(notes, "done", "b1bb")


def test_an_item_that_was_not_carried_yet_is_carried_first(notes: Notes) -> None:
    text = "date: 2020-10-26\nsections:\n  - title: Software\n  # about support\n  - title: Support\n"
    notes.write(f"{notes.series}/2020-10-26.yaml", text)
    call(notes, "done", "a1aa")
    assert newest(notes) == dedent("""\
        date: 2020-10-26
        sections:
          - title: Software
            actions:
              - id: a1aa
                owner: Mat
                task: one
                since: 2020-10-19
                status: done
          # about support
          - title: Support
        """)
    sync(notes)
    assert newest(notes).count("a1aa") == 1


def test_a_skipped_meeting_is_not_the_newest_one(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-11-02.yaml", "date: 2020-11-02\nstatus: skipped\nreason: holiday\n")
    call(notes, "done", "a1aa")


def test_an_item_is_found_in_whatever_series_it_is(notes: Notes) -> None:
    other = "date: 2020-10-20\nactions:\n  - {id: x1xx, owner: Mat, task: one}\n"
    notes.write("meetings/other/series.yaml", "format: 1\ntitle: Other\n")
    notes.write("meetings/other/2020-10-20.yaml", other)
    assert notes.run("done", "x1xx").stdout == "wrote meetings/other/2020-10-20.yaml\n"
    assert notes.read("meetings/other/2020-10-20.yaml") == other.replace("one}", "one, status: done}")
    assert newest(notes) == NEWEST


def test_a_meeting_that_cannot_be_read_is_reported_and_not_written(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST + "bad: [\n")
    done = notes.run("done", "a1aa")
    assert done.returncode == 1
    assert "2020-10-26.yaml:" in done.stdout
    assert newest(notes) == NEWEST + "bad: [\n"
