"""What minutes compute for an action and print behind its task, both ways."""

import pytest

from minutebook.actions.standings import Standing, meeting_phrase, split_standing, without_age


def test_a_day_that_is_not_in_the_calendar_is_part_of_the_task() -> None:
    text = "order parts (due 2020-02-30)"
    assert split_standing(text) == (text, Standing())


@pytest.mark.parametrize("end", ["", " [DONE]", " (done)", " **done**"])
def test_an_age_is_left_out_and_a_due_date_stays(end: str) -> None:
    written = f"-   AI (Mat): order parts (3rd meeting, due 2020-11-09, lapses next time){end}"
    assert without_age(written) == f"-   AI (Mat): order parts (due 2020-11-09){end}"
    overdue = f"-   AI (Mat): order parts (3rd meeting, overdue since 2020-11-09){end}"
    assert without_age(overdue) == f"-   AI (Mat): order parts (due 2020-11-09){end}"
    assert without_age(f"order parts (2nd meeting){end}") == f"order parts{end}"
    assert without_age(f"order parts (2nd) now{end}") == f"order parts (2nd) now{end}"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (101, "101st"),
        (111, "111th"),
    ],
)
def test_meetings_are_counted_in_english(number: int, written: str) -> None:
    assert meeting_phrase(number) == f"{written} meeting"
