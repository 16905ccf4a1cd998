"""`add`: one action item into the newest meeting."""

import pytest
from support.actionmeetings import D1DD, NEWEST, call, fail, newest, sync
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


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


def test_add_tells_the_id_and_what_was_understood_and_where_it_stands(notes: Notes) -> None:
    done = call(notes, "add", "- AI (Brian, Diego) - fix: it")
    name = done.stderr.split(":")[0]
    assert done.stderr == f"{name}: BrianL, Diego: fix: it, in 'Software'\n"
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
        (
            "AI (Mat, Stranger): one",
            "'Stranger' is not in the roster; "
            "add this name to `roster` in series.yaml, or to `guests` of the meeting, or write `unassigned`",
        ),
        ("team: one", "'team' is not in the roster; write `unassigned`, or a group (everyone)"),
        (
            "Zoe to tidy up",
            "'Zoe' is not in the roster; add this name to `roster` in series.yaml, "
            "or to `guests` of the meeting; "
            "if it is nobody, write `unassigned: Zoe to tidy up`",
        ),
        ("TBD: one", "'TBD' is not in the roster; if it is nobody, write `unassigned: one`"),
        ("Digeo will tidy up", "'Digeo' is not in the roster; did you mean Diego?"),
        (
            "Mat tidy up",
            "write who will do what, such as `Mat: update the firewall rules`, not 'Mat tidy up'; if nobody has it yet, `unassigned: Mat tidy up`",
        ),
        (
            "one",
            "write who will do what, such as `Mat: update the firewall rules`, not 'one'; if nobody has it yet, `unassigned: one`",
        ),
        ("Mat:", "write who will do what, such as `Mat: update the firewall rules`, not 'Mat:'"),
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


def test_a_section_whose_title_has_a_slash_is_found(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST.replace("Discussion", "CI/CD"))
    _, text = added(notes, "Mat: one", "--section", "CI/CD")
    assert text.endswith(f"- title: CI/CD\n        actions:\n{lines('Mat', 'one', 10)}")


def test_an_unknown_section_is_answered_with_the_nearest_one(notes: Notes) -> None:
    said = fail(notes, "add", "Mat: one", "--section", "Suport")
    assert said == "there is no section 'Suport'; did you mean Support?"


def test_a_section_that_is_like_none_is_answered_with_all_of_them(notes: Notes) -> None:
    said = fail(notes, "add", "Mat: one", "--section", "Zoo")
    assert said.startswith("there is no section 'Zoo'; choose from: ")
    assert "Support" in said


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


def test_a_series_without_a_meeting_has_no_place_for_an_item(notes: Notes) -> None:
    notes.write("meetings/other/series.yaml", "format: 1\ntitle: Other\n")
    said = fail(notes, "add", "Mat: one", "--series", "other")
    assert said == "meetings/other has no meeting yet; `minutebook new meetings/other` starts one"


def test_the_day_and_the_state_behind_a_task_are_its_own(notes: Notes) -> None:
    _, text = added(notes, "AI (Mat): one (due 2020-11-09) [DONE]")
    assert lines("Mat", "one").rstrip() + "\n        due: 2020-11-09\n        status: done\n" in text


def test_a_day_can_be_an_option(notes: Notes) -> None:
    _, text = added(notes, "--due", "2020-11-09", "Mat: one by 2020-11-02")
    assert lines("Mat", "one").rstrip() + "\n        due: 2020-11-09\n" in text
    assert "--due must be a day" in fail(notes, "add", "--due", "soon", "Mat: one")


@pytest.mark.parametrize(
    ("line", "written"), [("PRs: one", "unassigned: PRs: one"), ("TBD: one", "unassigned: one")]
)
def test_words_that_are_nobody_are_answered_with_what_to_type(notes: Notes, line: str, written: str) -> None:
    assert fail(notes, "add", line).endswith(f"; if it is nobody, write `{written}`")
    added(notes, written)


def test_a_day_in_words_is_seen_from_a_meeting_that_is_still_to_come(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2020-10-12")
    _, text = added(notes, "Mat: order parts by friday")
    assert "        due: 2020-10-30\n" in text


@pytest.mark.parametrize("text", ["Mat: -", "Mat: \u2800", "Mat: (due 2020-11-09)"])
def test_what_has_no_word_is_no_task(text: str, notes: Notes) -> None:
    said = fail(notes, "add", text)
    assert "write who will do what" in said or "must be one line of text, without U+2800" in said


def test_a_task_that_is_a_day_is_written_as_text(notes: Notes) -> None:
    _, text = added(notes, "Mat: 2026-03-09")
    assert lines("Mat", '"2026-03-09"') in text
