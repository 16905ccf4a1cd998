"""The day of a file is that in its path, else in its title, else in a line of its head."""

from datetime import date

import pytest
from support.oldminutes.audits import fault_fields

from minutebook.oldminutes.audit.minutes_file import read_minutes_file


def test_a_heading_among_others_is_no_title_but_may_name_the_day() -> None:
    text = "## Left from 19 October 2020\n\nText\n\n## New\n"
    assert fault_fields({"2020-10-26.md": text}) == []
    assert read_minutes_file("x.md", text).day == date(2020, 10, 19)


@pytest.mark.parametrize(
    "line",
    [
        "- **Dates**: Monday October 26th, 2020",
        "### Meeting Date/Time: Mon, October 26, 2020",
        "## Time: 10/26/2020",
        "Meeting date: Monday, October 26<sup>th</sup>, 2020",
        "Date & time: 26 October 2020, 10:00",
        "Monday, 26 October 2020",
        "*2020-10-26*",
        "## October 26, 2020",
    ],
)
def test_a_line_of_the_head_may_name_the_day(line: str) -> None:
    assert read_minutes_file("a.md", f"# Board\n\nWelcome\n\n{line}\n\n## News\n\ntext\n").day == date(
        2020, 10, 26
    )


@pytest.mark.parametrize(
    "text",
    [
        "2020-10-26\n\n2020-10-27",
        "Time: 2020-10-26\n\nMeeting date: 2020-10-27",
        "Next meeting date: 2020-10-26",
        "Runtime: 2020-10-26",
        "Time: 10/11/2020",
        "We meet on 2020-10-26.",
        "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\nh\n\n2020-10-26",
    ],
)
def test_lines_that_may_mean_another_day_name_none(text: str) -> None:
    assert read_minutes_file("a.md", f"# Board\n\nWelcome\n\n{text}\n\n## News\n\ntext\n").day is None


@pytest.mark.parametrize(
    ("path", "day"), [("2020-10-05.md", 5), ("2020-10/06.md", 6), ("notes.md", 26), ("03-04-2020.md", 26)]
)
def test_the_day_in_the_path_wins_over_that_in_the_text(path: str, day: int) -> None:
    assert read_minutes_file(path, "# Team, 26 October 2020\n").day == date(2020, 10, day)
