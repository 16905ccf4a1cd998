"""The days, months and years that a title names."""

from datetime import date

import pytest
from support.rulebook import finding, met

from minutebook.records.named_days import is_only_a_day, named_days, names_another_day, redated

DAY, NEXT = date(2020, 10, 26), date(2020, 12, 7)


@pytest.mark.parametrize(
    ("title", "following"),
    [
        ("Garden Club Meeting - October", "Garden Club Meeting - December"),
        ("Board, 26 October 2020", "Board, 7 December 2020"),
        ("Board of October 26th, 2020", "Board of December 7, 2020"),
        ("Board (Oct 26)", "Board (December 7)"),
        ("Board 2020-10-26", "Board 2020-12-07"),
        ("Board 26.10.2020", "Board 7.12.2020"),
        ("Board, October 2020", "Board, December 2020"),
        ("Budget 2020", "Budget 2020"),
        ("Budget 2020/2021", "Budget 2020/2020"),
    ],
)
def test_what_names_the_day_of_a_meeting_names_that_of_the_next(title: str, following: str) -> None:
    assert not names_another_day(title, DAY)
    assert redated(title, NEXT) == following
    assert not names_another_day(following, NEXT)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Meeting - September",
            "Board, 25 October 2020",
            "October 26, 2019",
            "Board 2020-10-19",
            "Budget 2021",
        ),
        *("Board 19.10.2020", "Oct. 19th", "19th of October"),
    ],
)
def test_another_day_is_told_with_a_title_that_is_right(title: str) -> None:
    assert names_another_day(title, DAY)
    assert not names_another_day(redated(title, DAY), DAY)
    hint = finding("title-date", met(str(DAY), f'title: "{title}"')).hint
    assert hint.startswith("Write: title: ")
    written = hint.split("\n")[0].removeprefix("Write: title: ").strip('"')
    assert not names_another_day(written, DAY)


@pytest.mark.parametrize(
    "title",
    [
        "Team",
        "What we may do",
        "Marching band",
        "Version 3.10",
        "Sprint 2020a",
        "Call 110",
        "CI/CD",
        "2 of 3",
    ],
)
def test_other_words_and_numbers_name_no_day(title: str) -> None:
    assert named_days(title) == ()


@pytest.mark.parametrize(
    "title",
    [
        *(
            "2020-10-19",
            "19 October 2020",
            "October 19",
            "Monday, 19 October",
            "Mon, Oct 19, 2020",
            "19.10.2020",
        ),
        *("October 19th:", "19th October"),
    ],
)
def test_a_title_that_is_a_day(title: str) -> None:
    assert is_only_a_day(title)


@pytest.mark.parametrize(
    "title", ["October", "2020", "October 2020", "Since 19 October", "Monday", "31 June", "x"]
)
def test_a_title_that_says_more_or_less_than_a_day(title: str) -> None:
    assert not is_only_a_day(title)
