"""`reopen`: a closed action item is open again."""

import json

import pytest
from support.actionmeetings import A1AA, BEFORE, D1DD, NEWEST, call, newest, sync
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_reopen_of_what_was_done_in_this_meeting(notes: Notes) -> None:
    call(notes, "done", "a1aa")
    call(notes, "reopen", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: open\n")


def test_reopen_of_what_was_dropped_in_this_meeting_forgets_the_reason(notes: Notes) -> None:
    call(notes, "drop", "a1aa", "--reason", "late")
    call(notes, "reopen", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: open\n")


def test_reopen_of_an_open_item_says_so(notes: Notes) -> None:
    done = notes.run("reopen", "a1aa")
    assert (done.returncode, done.stdout) == (0, "")
    assert "already says so" in done.stderr
    assert newest(notes) == NEWEST


def test_reopen_puts_an_item_back_that_an_earlier_meeting_closed(notes: Notes) -> None:
    call(notes, "reopen", "b1bb")
    new = """\
      - id: b1bb   # from the chat
        owner: [Mat, Diego]
        task: "two: more"
        since: 2020-10-19
        status: open
"""
    assert newest(notes) == NEWEST.replace(D1DD, f"{D1DD}\n{new}")


def test_reopen_puts_an_item_back_into_its_topic(notes: Notes) -> None:
    topic = "      - topic: OSG 3.5\n        notes: |\n          -   text\n"
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("      # said", f"{topic}      # said"))
    call(notes, "reopen", "c1cc")
    item = "        actions:\n          - {id: c1cc, owner: Diego, task: three, since: 2020-10-19, status: open}\n"
    assert newest(notes) == NEWEST.replace("      # said", f"{topic}\n{item}      # said")


@pytest.mark.parametrize("name", ["b1bb", "c1cc"])
def test_what_was_opened_again_stays_open(notes: Notes, name: str) -> None:
    call(notes, "reopen", name)
    sync(notes)
    opened = newest(notes)
    assert name in opened
    sync(notes)
    assert newest(notes) == opened
    notes.run("new")
    notes.run("sync")
    assert name in notes.read(f"{notes.series}/2020-11-02.yaml")


def test_an_item_that_was_closed_late_in_the_meeting_before_and_is_opened_again_here(notes: Notes) -> None:
    notes.write(
        f"{notes.series}/2020-10-19.yaml", BEFORE.replace("task: one\n", "task: one\n        status: done\n")
    )
    assert notes.run("reopen", "a1aa").returncode == 0
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: open\n")
    sync(notes)
    assert "a1aa" in newest(notes)


def test_a_lapsed_item_is_opened_again_and_does_not_lapse_at_once(notes: Notes) -> None:
    first = "date: 2020-10-12\nactions:\n  - {id: e1ee, owner: Mat, task: old}\n"
    notes.write(f"{notes.series}/2020-10-12.yaml", first)
    carried = "date: 2020-10-{}\nactions:\n  - {{id: e1ee, owner: Mat, task: old, since: 2020-10-12}}\n"
    notes.write(f"{notes.series}/2020-10-19.yaml", carried.format(19))
    notes.write(f"{notes.series}/2020-10-26.yaml", carried.format(26))
    sync(notes)
    assert newest(notes) == carried.format(26).replace("}\n", ", status: lapsed}\n")
    assert notes.run("reopen", "e1ee").returncode == 0
    opened = carried.format(26).replace("}\n", ", status: open}\n")
    assert newest(notes) == opened
    sync(notes)
    assert newest(notes) == opened
    notes.write(f"{notes.series}/2020-11-02.yaml", "date: 2020-11-02\n")
    sync(notes)
    assert "since: 2020-10-12}" in notes.read(f"{notes.series}/2020-11-02.yaml")
    found = json.loads(notes.run("actions", "--status", "open", "--format", "json").stdout)
    assert [item["id"] for item in found] == ["e1ee"]


def test_an_item_that_lapsed_in_an_earlier_meeting_is_put_back(notes: Notes) -> None:
    lapsed = "date: 2020-10-19\nactions:\n  - {id: e1ee, owner: Mat, task: old, since: 2020-01-06, status: lapsed}\n"
    notes.write(f"{notes.series}/2020-10-19.yaml", lapsed)
    notes.write(f"{notes.series}/2020-10-26.yaml", "date: 2020-10-26\n")
    assert notes.run("reopen", "e1ee").returncode == 0
    opened = (
        "date: 2020-10-26\nactions:\n  - {id: e1ee, owner: Mat, task: old, since: 2020-01-06, status: open}\n"
    )
    assert newest(notes) == opened
    sync(notes)
    assert newest(notes) == opened


def test_words_name_what_is_closed_also_in_an_earlier_meeting(notes: Notes) -> None:
    assert call(notes, "reopen", "two: more").stderr == "open again: Mat and Diego's 'two: more' (b1bb)\n"
    assert "      - id: b1bb" in newest(notes)
