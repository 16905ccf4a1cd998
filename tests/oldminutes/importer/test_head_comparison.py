"""The head of old minutes against that of the new ones: what differs in the title and in each line."""

import pytest
from support.oldminutes.comparisons import HEAD, reported


def test_a_title_in_other_words_is_reported() -> None:
    assert reported("# Weekly 2020-10-26\n") == [
        (1, "title rewritten", "# Weekly 2020-10-26", "# Weekly, 26 October 2020")
    ]


def test_a_title_over_a_line_of_signs_is_two_lines() -> None:
    assert reported("Weekly, 26 October 2020\n===\n") == [
        (1, "title rewritten", "2 lines: Weekly, 26 October 2020", "# Weekly, 26 October 2020")
    ]


def test_text_above_the_title_stands_below_it() -> None:
    assert reported("one\n\ntwo\n\n# Weekly, 26 October 2020\n") == [
        (1, "text moved", "2 lines: one", "below the title")
    ]


def test_a_title_with_another_date_is_corrected() -> None:
    assert reported("# Weekly, 27 October 2020\n") == [
        (1, "corrected title date", "27 October 2020", "26 October 2020")
    ]


def test_a_title_is_written_where_there_is_none() -> None:
    assert reported("text\n") == [(1, "title written", "a.md", "# Weekly, 26 October 2020")]


def test_a_date_in_a_text_without_a_title_is_no_title_with_another_date() -> None:
    assert reported("call on 27 October 2020\n") == [
        (1, "title written", "a.md", "# Weekly, 26 October 2020")
    ]


def test_a_key_of_front_matter_that_says_nothing_is_left_out() -> None:
    assert (2, "left out", "place:", "it is empty") in reported(
        f"---\nplace:\ntitle: Weekly\n---\n\n{HEAD}text\n"
    )


@pytest.mark.parametrize("end", ["", "  ", "\\", "<br>"])
def test_a_line_of_the_head_may_end_in_any_break(end: str) -> None:
    assert reported(f"{HEAD}**Attending:** Ana, Ben{end}\n") == []


def test_a_line_of_the_head_in_other_words_is_reported() -> None:
    assert reported(f"{HEAD}Present: Ana and Ben\n") == [
        (3, "header rewritten", "Present: Ana and Ben", "**Attending:** Ana, Ben")
    ]


@pytest.mark.parametrize("text", ["**Attending:** Ana,\nBen\n", "## Attendees\n\n- Ana\n- Ben\n"])
def test_a_line_of_the_head_that_was_several_is_reported_as_one(text: str) -> None:
    number = len([line for line in text.splitlines() if line])
    first = text.splitlines()[0]
    differences = reported(f"{HEAD}{text}")
    assert differences == [(3, "header rewritten", f"{number} lines: {first}", "**Attending:** Ana, Ben")]


def test_who_was_there_stands_below_the_other_lines_of_the_head() -> None:
    assert reported(f"{HEAD}**Attending:** Ana\n**Place:** Room 1\n") == [
        (4, "header moved", "**Place:** Room 1", "to its place below the title")
    ]


def test_who_was_there_stands_above_the_text() -> None:
    assert reported(f"{HEAD}text\n\n**Attending:** Ana\n") == [
        (5, "header moved", "**Attending:** Ana", "to its place below the title")
    ]


def test_a_line_of_the_head_above_the_title_is_reported() -> None:
    assert reported("**Place:** Room 1\n\n# Weekly, 26 October 2020\n") == [
        (1, "header moved", "**Place:** Room 1", "to its place below the title")
    ]


def test_a_heading_above_names_belongs_to_them() -> None:
    assert reported(f"{HEAD}**Absent:** Cleo\n\n## Attendees\n\n- Ana\n- Ben\n") == [
        (5, "header rewritten", "3 lines: ## Attendees", "**Attending:** Ana, Ben"),
        (5, "header moved", "3 lines: ## Attendees", "to its place below the title"),
    ]


def test_two_lines_of_the_head_that_are_alike_are_two() -> None:
    assert reported(f"{HEAD}**Attending:** Ana\n**Attending:** Ana\n") == []


def test_front_matter_is_reported_as_a_whole() -> None:
    assert reported(f"---\nplace: Room 1\nscribe: Ben\n---\n\n{HEAD}") == [
        (1, "front matter rewritten", "4 lines: ---", "lines of the head")
    ]


@pytest.mark.parametrize("rest", ["", "\nAttending: Ana\n", "\ntext\n"])
def test_a_title_that_is_only_a_date_is_rewritten(rest: str) -> None:
    differences = reported(f"# 2020-10-26\n{rest}")
    assert differences[0] == (1, "title rewritten", "# 2020-10-26", "# Weekly, 26 October 2020")
    assert {difference[1] for difference in differences[1:]} <= {"header rewritten"}


def test_a_date_without_its_year_is_part_of_no_title() -> None:
    assert reported("# Board, Mon 26th October\n\ntext\n") == [
        (1, "title rewritten", "# Board, Mon 26th October", "# Board, 26 October 2020")
    ]


def test_a_title_that_is_only_another_date_is_corrected() -> None:
    differences = reported("2020-10-27\n==========\n\ntext\n")
    assert differences == [
        (1, "corrected title date", "2020-10-27", "26 October 2020"),
        (1, "title rewritten", "2 lines: 2020-10-27", "# Weekly, 26 October 2020"),
    ]


def test_the_numbers_of_a_list_of_people_are_not_missed() -> None:
    now = "**Attending:** Ana, Ben"
    assert reported(f"{HEAD}## Attendees\n\n8. Ana\n9. Ben\n") == [
        (3, "header rewritten", "3 lines: ## Attendees", now)
    ]


def test_a_heading_of_those_who_were_not_there_goes_with_their_names() -> None:
    assert reported(f"{HEAD}## Attending\n\n- Ana\n\n## Not attending\n\n- Ben\n") == [
        (3, "header rewritten", "2 lines: ## Attending", "**Attending:** Ana"),
        (7, "header rewritten", "2 lines: ## Not attending", "**Absent:** Ben"),
    ]
