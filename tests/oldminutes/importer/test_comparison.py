"""Old minutes against the new ones: a lost word is seen, and what differs in sections and prose is reported."""

import pytest
from support.oldminutes.comparisons import HEAD, PAST, TABLE, comparison_of, reported

from minutebook.minutes.layout import MARK

WHOLE = (
    f"{HEAD}**Place:** Room 1\n\nAttending: Ana, Ben\n\n## News\n\nOne *word*\n\n- Shifter: Ana\n\n"
    "## Work\n\n- AI (Ana): fix it\n  - half\n- The build\n  - is red\n  - AI (Ben): look at it\n\n"
    f"## Issues\n\n- 3 (+1) builds\n\n{TABLE}"
)


def test_of_minutes_in_the_usual_form_nothing_is_lost() -> None:
    assert comparison_of(WHOLE, PAST).lost == ()


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
    assert line in comparison_of(WHOLE, PAST, (gone, "")).lost


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
    assert line in comparison_of(WHOLE, PAST, missed=(line, text)).lost


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
    assert line in comparison_of(WHOLE, PAST, notes=(old, new)).lost


def test_the_only_text_of_a_section_is_missed() -> None:
    assert comparison_of(f"{HEAD}## News\n\none\n", "", ("one", "")).lost == (5,)


def test_what_stands_in_another_order_is_lost() -> None:
    assert comparison_of(f"{HEAD}one\ntwo\n", "", ("one\ntwo", "two\none")).lost != ()


def test_an_empty_line_is_no_loss() -> None:
    assert comparison_of(f"{HEAD}one\n\n\n\ntwo\n", "", ("\n\n\n\ntwo", "\ntwo")).lost == ()


def test_the_age_of_an_action_is_no_loss() -> None:
    assert comparison_of(f"{HEAD}- AI (Ana): fix it (2nd meeting)\n").lost == ()


def test_a_heading_of_another_level_or_form_is_reported() -> None:
    assert reported(f"{HEAD}### News ###\n\ntext\n") == [(3, "heading rewritten", "### News ###", "## News")]


def test_a_heading_over_a_line_of_signs_is_two_lines() -> None:
    assert reported(f"{HEAD}News\n----\n\ntext\n") == [(3, "heading rewritten", "2 lines: News", "## News")]


def test_a_duty_that_nobody_has_yet_is_reported() -> None:
    assert reported(f"{HEAD}-   This week: Ana\n-   Next week:\n") == [
        (4, "duty rewritten", "-   Next week:", "-   Next week: ?")
    ]


def test_the_sentence_for_nothing_stays() -> None:
    assert reported(f"{HEAD}## News\n\nNone this week\n") == []


@pytest.mark.parametrize(
    ("levels", "now"),
    [("1 2* 2", "2 3* 3"), ("3* 3 4", "2* 2 3"), ("2* 3 4 2", "2* 3 4 2"), ("2 3 2* 3 2", "2 3 2* 3 2")],
)
def test_headings_keep_their_order_below_one_that_stays_prose(levels: str, now: str) -> None:
    """A star is a heading with markup."""

    def heads(of: str) -> list[str]:
        marks = enumerate(of.split())
        return ["#" * int(one[0]) + (f" [h{at}](u)" if "*" in one else f" h{at}") for at, one in marks]

    old, new = heads(levels), heads(now)
    text = "".join(f"{line}\n\ntext\n\n" for line in old)
    rewritten = [
        difference[2:] for difference in reported(f"{HEAD}{text}") if difference[1] == "heading rewritten"
    ]
    assert rewritten == [(was, now) for was, now in zip(old, new, strict=True) if was != now]


def test_what_stands_below_a_heading_in_prose_is_understood() -> None:
    text = f"{HEAD}## [h](u)\n\n### below\n\n- 3 (+1) builds\n- (Ana) AI: fix it\n"
    assert [difference[1] for difference in reported(text, PAST)][-1:] == ["item rewritten"]
    assert "delta" in " ".join(difference[1] for difference in reported(text))


def test_minutes_that_minutebook_wrote_do_not_differ() -> None:
    assert reported(f"<!-- {MARK} -->\n{HEAD}**Status:** draft\n\n## News\n\ntext\n") == []
