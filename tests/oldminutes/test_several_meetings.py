"""Files with the minutes of several meetings."""

from datetime import date

import pytest

from minutebook.oldminutes.file_days import days_of_files
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.several_meetings import part_of

FIRST, SECOND = date(2026, 1, 23), date(2026, 1, 30)


def found(text: str, path: str = "minutes.md") -> tuple[tuple[range, date], ...]:
    """Return the meetings of a file."""
    return days_of_files([path], lambda _: read_markdown(text))[path].parts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## 2026-01-23 — First", "## 2026-01-30 — Second"),
        ("## Meeting of 23 January 2026", "## Meeting of 30 January 2026"),
        ("# 23/01/2026", "# 30/01/2026"),
        ("# 23 January 2026", "# 30 January 2026"),
    ],
)
def test_headings_with_days_begin_a_meeting_each(first: str, second: str) -> None:
    text = f"Notes of the club\n\n{first}\n\nnews\n\n{second}\n\nmore\n"
    assert found(text) == ((range(1, 7), FIRST), (range(7, 11), SECOND))


@pytest.mark.parametrize(
    ("above", "first", "second", "path"),
    [
        ("# Minutes 2026", "## 23 January", "## 30 January", "minutes.md"),
        ("# Club", "## Jan 23", "## Jan 30", "2026/minutes.md"),
        ("# 2026", "## 23/1", "## 30/1", "minutes.md"),
        ("# Club", "## 23.01.", "## 30.01.", "protokoll-2026.md"),
        ("# Club", "**2026-01-23**", "**2026-01-30**", "minutes.md"),
        ("# Club", "**23 January**", "**30 January**", "minutes-2026.md"),
        ("# Club", "## Sprint 3 - 23/01/2026", "## Sprint 4 - 30/01/2026", "minutes.md"),
        ("# Club", "## Open day 2026-01-23", "## Choir 2026-01-30", "minutes.md"),
    ],
)
def test_headings_may_have_days_without_years_or_other_words_above_people(
    above: str, first: str, second: str, path: str
) -> None:
    text = f"{above}\n\n{first}\n\nPresent: Ann Lee\n\n{second}\n\nPresent: Bo Ray\n"
    assert found(text, path) == ((range(1, 7), FIRST), (range(7, 11), SECOND))


def test_a_number_may_be_that_of_a_chapter_where_nobody_was() -> None:
    assert found("# Minutes 2026\n\n## 1.1 Talk\n\nnews\n\n## 1.2\n\nmore\n") == ()


def test_dates_that_could_be_two_days_are_read_in_one_order() -> None:
    text = "# 1/9/2026\n\na\n\n# 1/23/2026\n\nb\n\n# 2/6/2026\n\nc\n"
    assert [day for _, day in found(text)] == [date(2026, 1, 9), FIRST, date(2026, 2, 6)]


@pytest.mark.parametrize("above", ["", "# Log of the club\n\n"])
def test_what_all_headings_have_before_their_days_names_a_meeting(above: str) -> None:
    heading = "## Weekly {}\n\nnews\n\n" if above else "# Weekly {}\n\nnews\n\n"
    text = above + "".join(map(heading.format, ("23.01.2026", "Fri 30.01.2026", "06.02.2026")))
    assert [day for _, day in found(text)] == [FIRST, SECOND, date(2026, 2, 6)]
    assert found(text.partition("06.02")[0]) == ()
    assert found(text.replace("Weekly 06", "Daily 06")) == ()


def test_a_weekday_and_the_year_in_the_name_of_the_file_tell_the_day() -> None:
    text = "## Friday 23 January\n\nnews\n\n## Friday 30 January\n\nmore\n"
    assert [day for _, day in found(text, "minutes-2026.md")] == [FIRST, SECOND]
    assert found(text) == ()


def test_dates_below_headings_are_those_of_meetings_if_each_has_its_people() -> None:
    week = "## Week\n\n### Monday\n\nAika: {}<br />\nPresent: Ann Lee, Bo Ray\n\nnews\n\n"
    text = f"# Club\n\n{week.format('23.1.2026')}{week.format('30.1.2026')}"
    assert found(text) == ((range(1, 12), FIRST), (range(12, 22), SECOND))
    assert found(text.replace("Present:", "Price:")) == ()


def test_the_day_of_the_next_meeting_begins_none() -> None:
    text = "## Today\n\nDate: 23.01.2026\nPresent: Ann Lee\n\n## Next meeting\n\nDate: 30.01.2026\n"
    assert found(text) == ()


def test_a_heading_of_two_days_belongs_to_the_meeting_above() -> None:
    text = "# 16/01/2026\n\nnews\n\n# 23/01/2026\n\nmore\n\n# 30/01/2026 and 06/02/2026\n\nnone\n"
    assert [lines for lines, _ in found(text)] == [range(1, 5), range(5, 13)]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# 2026-01-23\n\nnews\n\n# 2026-01-30\n\nmore\n", "2026-01-23.md"),
        ("# Releases\n\n## Version 2 of 2026-01-23\n\n## Version 3 of 2026-01-30\n", "minutes.md"),
        ("# 2026-01-23\n\na\n\n# 2026-01-30\n\nb\n\n# 2026-01-23\n\nc\n", "minutes.md"),
    ],
)
def test_a_file_may_have_other_days_as_well(text: str, path: str) -> None:
    assert found(text, path) == ()


def test_a_part_of_a_file_keeps_its_lines() -> None:
    part = part_of(read_markdown("# A\n\nnews\n\n# B\n\nmore\n"), range(5, 9))
    assert (part.line(5), part.line(3), [block.visible for block in part.blocks]) == (
        "# B",
        "",
        ["B", "more"],
    )


def test_below_a_heading_a_known_label_says_the_day() -> None:
    week = "## Week {}\n\n**Date:** {}\n**Present:** Ann Lee, Bo Ray\n\nnews\n\n**Published:** {}\n\n"
    text = week.format(1, "2026-01-23", "2026-01-29") + week.format(2, "2026-01-30", "2026-02-05")
    assert [day for _, day in found(text)] == [FIRST, SECOND]


def test_a_meeting_may_begin_with_its_day_and_people_and_no_heading() -> None:
    meeting = "**Date:** {}\n**Attendees:** Ada, Ben\n\n## Talk\n\n- The roof\n\n"
    text = meeting.format("2026-01-23") + meeting.format("2026-01-30")
    assert found(text) == ((range(1, 8), FIRST), (range(8, 16), SECOND))
    assert found(f"# Club\n\n{meeting.format('2026-01-23')}") == ()


def test_the_day_of_a_meeting_may_stand_in_a_heading_below_its_title() -> None:
    text = "".join(
        f"{title}\n----\n### Name\tTalk\n### Meeting date\t{day}\n\nnews\n\n"
        for title, day in (("One", FIRST), ("Two", SECOND))
    )
    assert found(text) == ((range(1, 8), FIRST), (range(8, 16), SECOND))
