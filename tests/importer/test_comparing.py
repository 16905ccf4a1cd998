"""Minutes as they were against those written from the notes: a lost word is seen, and what differs is told."""

import pytest
from comparisons import HEAD, PAST, TABLE, compared, told

from minutebook.minutes import MARK

WHOLE = (
    f"{HEAD}**Place:** Room 1\n\nAttending: Ana, Ben\n\n## News\n\nOne *word*\n\n- Shifter: Ana\n\n"
    "## Work\n\n- AI (Ana): fix it\n  - half\n- The build\n  - is red\n  - AI (Ben): look at it\n\n"
    f"## Issues\n\n- 3 (+1) builds\n\n{TABLE}"
)

# Losses


def test_of_minutes_in_the_usual_form_nothing_is_lost() -> None:
    assert compared(WHOLE, PAST).lost == ()


@pytest.mark.parametrize(
    ("gone", "line"),
    [
        ("Weekly", 1),
        ("Room 1", 3),
        ("Ben", 5),
        ("## News", 7),
        ("One *word*", 9),
        ("fix it", 15),
        ("half", 15),
        ("The build", 17),
        ("is red", 18),
        ("look at it", 19),
        ("## Issues", 21),
    ],
)
def test_what_is_gone_is_lost_at_its_line(gone: str, line: int) -> None:
    assert line in compared(WHOLE, PAST, (gone, "")).lost


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (1, "# Weekly, all, 26 October 2020"),
        (3, "**Place:** Room 1b"),
        (5, "Attending: Ana, Ben, some"),
        (11, "- Shifter: Ana (late)"),
        (15, "- AI (Ana): fix it now"),
        (16, "  - half of it"),
        (23, "- 3 (+1) builds in all"),
        (25, "| State of things | Issues | Delta |"),
        (27, "| open | 12 | +3 | more |"),
    ],
)
def test_a_word_that_reading_missed_is_lost(line: int, text: str) -> None:
    assert line in compared(WHOLE, PAST, missed=(line, text)).lost


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("builds: 3", "runs: 3", 23),
        ("id: issues", "id: other", 25),
        ("open: 12", "open: 13", 27),
        ("closed: 4", "shut: 4", 28),
        ("task: fix it", "task: fix all", 15),
        ("note: half", "note: whole", 15),
    ],
)
def test_what_the_notes_say_otherwise_is_lost(old: str, new: str, line: int) -> None:
    assert line in compared(WHOLE, PAST, notes=(old, new)).lost


def test_the_only_text_of_a_section_is_missed() -> None:
    assert compared(f"{HEAD}## News\n\none\n", "", ("one", "")).lost == (5,)


def test_what_stands_in_another_order_is_lost() -> None:
    assert compared(f"{HEAD}one\ntwo\n", "", ("one\ntwo", "two\none")).lost != ()


def test_a_blank_line_is_no_loss() -> None:
    assert compared(f"{HEAD}one\n\n\n\ntwo\n", "", ("\n\n\n\ntwo", "\ntwo")).lost == ()


def test_the_age_of_an_item_is_no_loss() -> None:
    assert compared(f"{HEAD}- AI (Ana): fix it (2nd meeting)\n").lost == ()


# Head


def test_a_title_in_other_words_is_told() -> None:
    assert told("# Weekly 2020-10-26\n") == [
        (1, "title rewritten", "# Weekly 2020-10-26", "# Weekly, 26 October 2020")
    ]


def test_a_title_with_another_date_is_corrected() -> None:
    assert told("# Weekly, 27 October 2020\n") == [
        (1, "corrected title date", "27 October 2020", "26 October 2020")
    ]


def test_a_title_is_written_where_there_is_none() -> None:
    assert told("text\n") == [(1, "title written", "", "# Weekly, 26 October 2020")]


def test_a_key_of_front_matter_that_says_nothing_is_left_out() -> None:
    assert (2, "left out", "place:", "it says nothing") in told(
        f"---\nplace:\ntitle: Weekly\n---\n\n{HEAD}text\n"
    )


@pytest.mark.parametrize("text", ["Attending: Anna, Ben\n", "- Shifter: Anna\n", "- AI (Anna): fix it\n"])
def test_another_spelling_of_a_name_is_told(text: str) -> None:
    assert (3, "alias resolved", "Anna", "Ana") in told(f"{HEAD}{text}")


def test_a_name_that_stands_there_too_is_no_other_spelling() -> None:
    assert told(f"{HEAD}**Attending:** Ana, Anna\n") == []


# Sections and prose


def test_a_heading_of_another_level_or_form_is_told() -> None:
    assert told(f"{HEAD}### News ###\n\ntext\n") == [(3, "heading rewritten", "### News ###", "## News")]


def test_the_sentence_for_nothing_stays() -> None:
    assert told(f"{HEAD}## News\n\nNone this week\n") == []


@pytest.mark.parametrize("line", ["AI (#7): fix it", "- AI (#7) - fix it"])
def test_a_promise_that_stays_prose_is_told(line: str) -> None:
    assert told(f"{HEAD}{line}\n") == [(3, "action item left in prose", line, "nobody follows it there")]


# Action items


def test_an_item_in_the_usual_form_does_not_differ_nor_by_its_bullet() -> None:
    assert told(f"{HEAD}-   AI (Ana): fix it\n* AI (Ben): call\n") == []


def test_an_item_in_another_form_is_told() -> None:
    assert told(f"{HEAD}- (Ana) AI: fix it\n") == [
        (3, "item rewritten", "- (Ana) AI: fix it", "-   AI (Ana): fix it")
    ]


def test_an_item_of_several_lines_is_told_as_one() -> None:
    assert told(f"{HEAD}- AI (Ana):\n  - fix it\n") == [
        (4, "item regrouped", "- AI (Ana):", "-   AI (Ana): fix it")
    ]


def test_an_item_that_lapsed_is_told() -> None:
    found = told(f"{HEAD}- AI (Ana): fix it\n", goes_on=False)
    assert (3, "item lapsed", "fix it", "neither open nor closed in the next minutes") in found


def test_a_topic_in_another_form_is_told() -> None:
    assert told(f"{HEAD}- Build\n  - AI (Ana): fix it\n") == [(3, "topic rewritten", "- Build", "-   Build")]


def test_the_notes_of_a_topic_stand_above_its_items() -> None:
    text = f"{HEAD}-   Build\n    -   AI (Ana): fix it\n    -   red\n"
    assert told(text) == [(5, "item regrouped", "-   red", "above the action items of its topic")]


def test_the_notes_of_a_topic_are_indented_as_its_items_are() -> None:
    text = f"{HEAD}-   Build\n     - red\n     - AI (Ana): fix it\n"
    assert told(text) == [(4, "indented anew", "- red", "- red")]


def test_minutes_that_minutebook_wrote_do_not_differ() -> None:
    assert told(f"<!-- {MARK} -->\n{HEAD}**Status:** draft\n\n## News\n\ntext\n") == []
