"""An edit of one action item: its lines in the newest meeting, and no others."""

from textwrap import dedent

import pytest
from support.actionmeetings import D1DD, NEWEST, call, fail, newest, sync
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


def test_each_says_what_it_did_in_the_words_of_the_item(notes: Notes) -> None:
    said = [
        call(notes, *words).stderr for words in (["done", "d1dd"], ["reopen", "d1dd"], ["note", "d1dd", "x"])
    ]
    assert said == [f"{verb}: BrianL and Mat's 'four' (d1dd)\n" for verb in ("done", "open again", "noted")]


def test_words_that_only_one_open_item_has_name_it(notes: Notes) -> None:
    call(notes, "done", "brianl four")
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + "        status: done\n")


def test_words_without_quotes_are_one_phrase_if_an_item_has_it(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("task: four", "task: one for four"))
    call(notes, "done", "for", "four")
    assert newest(notes).count("status: done") == 1


def test_words_that_several_have_are_answered_with_their_ids(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("task: four", "task: one for four"))
    before = newest(notes)
    done = notes.run("done", "mat")
    assert (done.returncode, newest(notes)) == (2, before)
    assert done.stderr == dedent("""\
        minutebook: several action items have 'mat'; say more of its words, or its id:
            a1aa  Mat: one
            d1dd  BrianL, Mat: one for four
        """)


def test_a_closed_item_has_its_words_no_more_where_an_open_one_has_them(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("task: four", "task: one for four"))
    call(notes, "done", "a1aa")
    call(notes, "done", "one")
    assert newest(notes).count("status: done") == 2
    assert notes.run("done", "for four").stderr.endswith(" already says so; nothing was changed\n")


def test_misspelt_words_are_answered_with_the_item_that_was_likely_meant(notes: Notes) -> None:
    assert fail(notes, "done", "Brianl foour") == (
        "the newest meeting has no action item 'Brianl foour'; did you mean BrianL and Mat's 'four' (d1dd)?"
    )


def test_an_item_that_was_typed_and_has_no_id_yet_is_found_by_its_words(notes: Notes) -> None:
    notes.write(
        f"{notes.series}/2020-10-26.yaml", NEWEST.replace("- id: d1dd", "- Mat: ask around\n      - id: d1dd")
    )
    assert notes.run("done", "ask around").returncode == 0
    assert "task: ask around\n        status: done\n" in newest(notes)


def test_words_are_those_of_the_series_that_the_user_stands_in_first(notes: Notes) -> None:
    notes.write("meetings/other/series.yaml", "format: 1\ntitle: Other\n")
    notes.write(
        "meetings/other/2020-10-20.yaml", "date: 2020-10-20\nactions: [{id: x1xx, owner: Mat, task: one}]\n"
    )
    assert notes.run("done", "one").returncode == 2
    assert notes.run("done", "one", folder="meetings/other").stdout == "wrote 2020-10-20.yaml\n"


def test_an_item_that_has_vanished_is_found_by_its_words_and_put_back(notes: Notes) -> None:
    notes.run("sync")
    notes.commit()
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST[: NEWEST.index("      - id: d1dd")])
    assert notes.run("done", "four").stderr == "done: BrianL and Mat's 'four' (d1dd)\n"
    assert newest(notes).count("task: four\n        status: done\n") == 1
