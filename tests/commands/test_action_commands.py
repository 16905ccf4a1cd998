"""`done`, `drop`, `reopen`, `note` and `add`: one item of the newest meeting, its lines and no others."""

import json
from textwrap import dedent

import pytest
from support.notes import Done, Notes

SERIES = """\
format: 1
title: Team
schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-01-06}]
roster:
  BrianL: {aliases: [Brian, Brian L]}
  Diego: {}
  Mat: {}
  everyone: {group: true}
lapse: 2
"""
BEFORE = """\
date: 2020-10-19
sections:
  - title: Software
    actions:
      - id: a1aa
        owner: Mat
        task: one
      - id: b1bb   # from the chat
        owner: [Mat, Diego]
        task: "two: more"
        status: done
      - topic: OSG 3.5
        actions:
          - {id: c1cc, owner: Diego, task: three, status: dropped, reason: no time}
  - title: Support
"""
NEWEST = """\
date: 2020-10-26  # Monday
attending: [Mat, A. Visitor, "Newcomer?"]
sections:
  - title: Software   # ours
    notes: |
      -   text
    actions:
      # said by Mat
      - id: a1aa
        owner: Mat
        task: 'one'
        since: 2020-10-19
        # not before Friday

      - id: d1dd
        owner: [BrianL, "Mat"]   # both
        task: four

  # what comes now
  - title: Support
    actions: []
    sections:
      - title: Discussion
"""
A1AA = "        # not before Friday\n"
D1DD = "        task: four\n"


@pytest.fixture(autouse=True)
def _meetings(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", SERIES)
    notes.write(f"{notes.series}/2020-10-19.yaml", BEFORE)
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST)


def newest(notes: Notes) -> str:
    return notes.read(f"{notes.series}/2020-10-26.yaml")


def call(notes: Notes, *words: str) -> Done:
    """Run a command that writes the newest meeting, and insist that it says so and nothing else went wrong."""
    done = notes.run(*words)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"wrote {notes.series}/2020-10-26.yaml\n"
    assert notes.read(f"{notes.series}/2020-10-19.yaml") == BEFORE
    return done


def fail(notes: Notes, *words: str) -> str:
    """Run a command that is refused, and return the one sentence that it says."""
    before = newest(notes)
    done = notes.run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert newest(notes) == before
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("minutebook: ").removesuffix("\n")


def sync(notes: Notes) -> None:
    """Bring everything up to date, and insist that nothing is left to complain of."""
    done = notes.run("sync")
    assert done.returncode == 0, done.stdout


# Closing


def test_done_adds_one_line_to_the_item(notes: Notes) -> None:
    call(notes, "done", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: done\n")


def test_drop_adds_two_lines_to_the_item(notes: Notes) -> None:
    call(notes, "drop", "d1dd", "--reason", "nobody: wants it")
    assert newest(notes) == NEWEST.replace(
        D1DD, D1DD + '        status: dropped\n        reason: "nobody: wants it"\n'
    )


def test_note_adds_one_line_to_the_item_and_then_replaces_it(notes: Notes) -> None:
    call(notes, "note", "d1dd", "half", "of it")
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + "        note: half of it\n")
    call(notes, "note", "d1dd", "  #2 is left ")
    assert newest(notes) == NEWEST.replace(D1DD, D1DD + '        note: "#2 is left"\n')


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
    assert again.stderr == f"{notes.series}/2020-10-26.yaml says so already\n"
    assert newest(notes) == before


def test_a_dropped_item_that_is_done_after_all_loses_its_reason(notes: Notes) -> None:
    call(notes, "drop", "a1aa", "--reason", "late")
    call(notes, "done", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: done\n")


def test_a_done_item_can_be_dropped(notes: Notes) -> None:
    call(notes, "done", "a1aa")
    call(notes, "drop", "a1aa", "--reason", "late")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: dropped\n        reason: late\n")


@pytest.mark.parametrize("reason", ["", "   ", "two\nlines", "a\x07bell"])
def test_a_reason_is_one_line_of_text(notes: Notes, reason: str) -> None:
    assert fail(notes, "drop", "a1aa", "--reason", reason) == "the reason must be one line of text"
    assert fail(notes, "note", "a1aa", reason) == "the note must be one line of text"


def test_drop_wants_a_reason(notes: Notes) -> None:
    done = notes.minutebook("drop", "a1aa", code=2)
    assert "--reason" in done.stderr
    assert newest(notes) == NEWEST


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


# Opening again


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
    assert "says so already" in done.stderr
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
    assert newest(notes) == NEWEST.replace("      # said", f"{topic}{item}      # said")


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


# Adding


def added(notes: Notes, *words: str) -> tuple[str, str]:
    """Add an item; return its id, and the newest meeting with `ID` in the place of it."""
    done = call(notes, "add", *words)
    name = done.stderr.split(":")[0]
    assert f"id: {name}\n" in newest(notes) or f"id: {name}," in newest(notes)
    return name, newest(notes).replace(name, "ID")


def lines(owner: str, task: str, indent: int = 6) -> str:
    """Return the lines of a new item."""
    blank = " " * indent
    return f"{blank}- id: ID\n{blank}  owner: {owner}\n{blank}  task: {task}\n"


def test_add_puts_an_item_behind_those_of_the_last_section_that_has_some(notes: Notes) -> None:
    _, text = added(notes, "AI (Mat): update the firewall rules")
    assert text == NEWEST.replace(D1DD, f"{D1DD}\n{lines('Mat', 'update the firewall rules')}")


def test_add_tells_the_id_and_what_was_understood(notes: Notes) -> None:
    done = call(notes, "add", "- AI (Brian, Diego) - fix: it")
    name = done.stderr.split(":")[0]
    assert done.stderr == f"{name}: BrianL, Diego: fix: it\n"
    assert lines("[BrianL, Diego]", '"fix: it"').replace("ID", name) in newest(notes)


def test_words_need_no_quotes_around_them(notes: Notes) -> None:
    _, text = added(notes, "Mat:", "update", "the rules")
    assert lines("Mat", "update the rules") in text


def test_an_item_of_nobody_is_unassigned(notes: Notes) -> None:
    _, text = added(notes, "AI: update the rules")
    assert lines("unassigned", "update the rules") in text


@pytest.mark.parametrize("who", ["everyone", "A. Visitor", "Newcomer", "unassigned"])
def test_groups_and_those_who_are_here_can_own_an_item(notes: Notes, who: str) -> None:
    _, text = added(notes, f"AI ({who}): one")
    assert lines(who, "one") in text
    sync(notes)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Digeo: one", "'Digeo' is not in the roster; did you mean Diego?"),
        ("AI (Mat, Stranger): one", "'Stranger' is not in the roster"),
        ("one", "who shall do what? Write it as `Mat: update the firewall rules`, not 'one'"),
        (" ", "an action item must be one line of text"),
        ("Mat: one\nDiego: two", "an action item must be one line of text"),
    ],
)
def test_what_add_does_not_understand_it_says_in_one_sentence(notes: Notes, line: str, said: str) -> None:
    assert fail(notes, "add", line) == said


def test_anybody_can_own_an_item_where_there_is_no_roster(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", "format: 1\ntitle: Team\n")
    _, text = added(notes, "Stranger: one")
    assert lines("Stranger", "one") in text


def test_the_same_promise_twice_gets_two_ids(notes: Notes) -> None:
    first, _ = added(notes, "Mat: one")
    second, _ = added(notes, "Mat: one")
    assert first != second
    sync(notes)


def test_an_item_that_was_added_has_the_id_that_sync_would_give_it(notes: Notes) -> None:
    name, _ = added(notes, "AI (Brian): one")
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("actions: []", "actions: [Brian: one]"))
    sync(notes)
    assert f"{{id: {name}, owner: BrianL, task: one}}" in newest(notes)


def test_add_into_a_section_that_is_named(notes: Notes) -> None:
    _, text = added(notes, "Mat: one", "--section", "Support")
    assert text == NEWEST.replace("    actions: []\n", f"    actions:\n{lines('Mat', 'one')}")


@pytest.mark.parametrize("name", ["Discussion", "Support / Discussion", "Support/Discussion"])
def test_add_into_a_section_that_is_named_by_its_path(notes: Notes, name: str) -> None:
    _, text = added(notes, "Mat: one", "--section", name)
    assert text == f"{NEWEST}        actions:\n{lines('Mat', 'one', 10)}"


def test_a_section_whose_title_has_a_slash_is_found(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("Discussion", "CI/CD"))
    _, text = added(notes, "Mat: one", "--section", "CI/CD")
    assert text.endswith(f"- title: CI/CD\n        actions:\n{lines('Mat', 'one', 10)}")


def test_an_unknown_section_is_answered_with_the_nearest_one(notes: Notes) -> None:
    said = fail(notes, "add", "Mat: one", "--section", "Suport")
    assert said == "there is no section 'Suport'; did you mean Support?"


def test_several_sections_of_one_title_are_named_by_their_path(notes: Notes) -> None:
    both = NEWEST + "  - title: Release\n    sections:\n      - title: Discussion\n"
    notes.write(f"{notes.series}/2020-10-26.yaml", both)
    said = fail(notes, "add", "Mat: one", "--section", "Discussion")
    assert said == (
        "several sections are called 'Discussion'; "
        "name one of: 'Support / Discussion', 'Release / Discussion'"
    )
    _, text = added(notes, "Mat: one", "--section", "Release / Discussion")
    assert text == f"{both}        actions:\n{lines('Mat', 'one', 10)}"


def test_a_section_that_stands_higher_is_named_by_its_whole_path(notes: Notes) -> None:
    both = NEWEST.replace("      - title: Discussion", "      - title: Support")
    notes.write(f"{notes.series}/2020-10-26.yaml", both)
    _, text = added(notes, "Mat: one", "--section", "Support")
    assert text == both.replace("    actions: []\n", f"    actions:\n{lines('Mat', 'one')}")


def test_a_section_in_parts_without_titles_is_one_section(notes: Notes) -> None:
    parts = (
        "date: 2020-10-26\nsections:\n  - title: A\n    sections:\n      - notes: one\n      - notes: two\n"
    )
    notes.write(f"{notes.series}/2020-10-26.yaml", parts)
    notes.write(f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\n")
    notes.run("add", "Mat: one", "--section", "A")
    text = newest(notes)
    assert text.startswith("date: 2020-10-26\nsections:\n  - title: A\n    actions:\n")


def test_the_meetings_own_items_are_its_last_ones_where_no_section_has_any(notes: Notes) -> None:
    text = "date: 2020-10-26\nactions:\n  - {id: a1aa, owner: Mat, task: one, since: 2020-10-19}\nsections:\n  - title: A\n"
    notes.write(f"{notes.series}/2020-10-26.yaml", text)
    _, result = added(notes, "Mat: two")
    assert result == text.replace("19}\n", f"19}}\n{lines('Mat', 'two', 2)}")


def test_a_meeting_without_action_items_gets_a_section_for_them(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", "date: 2020-10-26\nsections:\n  - title: A\n")
    _, text = added(notes, "Mat: one")
    _, text = added(notes, "Mat: two")
    assert text.count("Open action items") == 1
    assert text.startswith(
        "date: 2020-10-26\nsections:\n  - title: A\n  - title: Open action items\n    actions:\n"
    )


def test_of_several_series_one_is_named(notes: Notes) -> None:
    notes.write("meetings/other/series.yaml", "format: 1\ntitle: Other\n")
    notes.write("meetings/other/2020-10-20.yaml", "date: 2020-10-20\n")
    said = fail(notes, "add", "Mat: one")
    assert said == "there are several series; name one with --series: meetings/other, meetings/team"
    for name in ("team", "meetings/team", "meetings/team/"):
        added(notes, f"Mat: for {name}", "--series", name)
    done = notes.run("add", "Mat: one", "--series", "other")
    assert done.stdout == "wrote meetings/other/2020-10-20.yaml\n"


def test_a_series_without_a_meeting_has_no_place_for_an_item(notes: Notes) -> None:
    notes.write("meetings/other/series.yaml", "format: 1\ntitle: Other\n")
    said = fail(notes, "add", "Mat: one", "--series", "other")
    assert said == "there is no meeting to add it to; `minutebook new` starts one"
