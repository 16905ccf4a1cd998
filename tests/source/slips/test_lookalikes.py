"""Characters that look like a space, an indentation or a colon are named, and mended."""

import pytest
from support.slips import MEETING, mended, reading_problems, slipped

from minutebook.source.slips.lookalikes import lookalikes, tabs


@pytest.mark.parametrize(
    ("meant", "typed", "place", "name"),
    [
        ("    duty:", "\u00a0   duty:", (21, 1), "U+00A0 (no-break space)"),
        ("    duty:", "\u3000  duty:", (21, 1), "U+3000 (ideographic space)"),
        ("    duty:", "  \u2009\u2009duty:", (21, 3), "U+2009 (thin space)"),
        ("title: Team", "title:\u00a0Team", (20, 11), "U+00A0 (no-break space)"),
        ("open tickets: 11", "open tickets:\u00a011", (19, 24), "U+00A0 (no-break space)"),
        ("- id: k7", "-\u00a0id: k7", (25, 8), "U+00A0 (no-break space)"),
        ("      some text", "\u202f\u202f    some text", (8, 1), "U+202F (narrow no-break space)"),
        ("title: Team", "title\uff1aTeam", (20, 10), "U+FF1A (fullwidth colon)"),
    ],
)
def test_a_character_that_looks_like_another_is_named_and_mended(
    meant: str, typed: str, place: tuple[int, int], name: str
) -> None:
    text = slipped((meant, typed))
    (problem,) = reading_problems(text)
    assert (problem.rule, problem.location.line, problem.location.column) == ("character", *place)
    assert problem.message.startswith(name)
    assert mended(text) == MEETING


def test_all_lines_that_have_one_are_one_problem() -> None:
    text = MEETING.replace("  ", "\u00a0 ").replace("\n", "\r\n")
    (problem,) = reading_problems(text)
    assert problem.hint.endswith("and so on: 29 lines have one, the last is line 33.")
    assert mended(text) == MEETING.replace("\n", "\r\n")


def test_it_is_named_even_if_more_is_wrong() -> None:
    text = slipped(("    duty:", "\u00a0  duty:"))
    (problem,) = reading_problems(text)
    assert (problem.rule, problem.location.line) == ("character", 21)
    assert mended(text) == MEETING


def test_in_a_text_they_stay() -> None:
    text = slipped(("some text", "some\u00a0text"), ("title: Team", "title: The\u00a0Team"))
    assert (reading_problems(text), mended(text)) == ((), text)
    assert list(lookalikes(text.split("\n"))) == []


@pytest.mark.parametrize("width", [2, 4])
def test_tabs_that_indent_are_as_many_spaces_as_the_file_needs(width: int) -> None:
    text = MEETING.replace(" " * width, "\t")
    (problem,) = reading_problems(text)
    assert (problem.rule, problem.location.column) == ("tab", 1)
    assert mended(text) == MEETING


@pytest.mark.parametrize(
    ("meant", "typed"), [("title: Team", "title:\tTeam"), ("title: Team", "title: Team\t")]
)
def test_a_tab_that_parts_nothing_becomes_a_space_or_goes(meant: str, typed: str) -> None:
    text = slipped((meant, typed))
    (problem,) = reading_problems(text)
    assert (problem.rule, problem.hint) == ("tab", "Write: - title: Team")
    assert mended(text) == MEETING


def test_a_tab_among_spaces_that_are_enough_goes() -> None:
    text = slipped(("      id: jira", "\t      id: jira"))
    (problem,) = reading_problems(text)
    assert (problem.rule, problem.hint) == ("tab", "Write, with 6 spaces in front: id: jira")
    assert mended(text) == MEETING


def test_where_there_is_no_tab_nothing_is_tried() -> None:
    assert list(tabs(MEETING.split("\n"))) == []


@pytest.mark.parametrize("command", [":wq", ":q!", ":x"])
def test_the_command_that_was_to_save_the_file_is_deleted(command: str) -> None:
    text = f"{MEETING}{command}\n"
    (problem,) = reading_problems(text)
    assert (problem.location.line, problem.hint) == (text.count("\n"), "Delete this line.")
    assert mended(text) == f"{MEETING}\n"


def test_labels_keep_their_capitals_where_keys_lose_them() -> None:
    text = slipped(("owner: Diego", "Owner: Diego"), ("title: Team", "Title: Team"), ("This week", "Status"))
    assert mended(text.replace("owner: [", "Owner: [")) == MEETING.replace("This week", "Status")
