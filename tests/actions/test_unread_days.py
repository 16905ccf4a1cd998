"""A due date in words is seen, so that people can be told to write it as a day that everybody reads alike."""

from datetime import date

import pytest

from minutebook.actions.unread_days import find_unread_day, split_spoken_day

MONDAY = date(2020, 10, 26)


@pytest.mark.parametrize(
    "words",
    [
        *("due 15 December", "due: 3.12.2026", "due 3/12", "by 24 Dec 2026", "until 24 December 2026"),
        *("by Friday", "due Oct 5", "due: Oct 1st", "by 1.10.2026", "till 12.2.2027", "due 2026-10-5"),
        *("due 2026/11/30", "by end of month", "by the end of March", "due 2026-11-31"),
        *("deadline 18 Dec", "until Friday", "by next week", "due Monday, 5 Oct 2026", "BY TOMORROW"),
        *("by the 15th", "due 3rd", "by the 4th of Dec"),
    ],
)
@pytest.mark.parametrize("task", ["move it ({})", "move it, {}", "move it {}", "move it - {}, see #77"])
def test_words_for_a_day_behind_a_task_are_seen(words: str, task: str) -> None:
    assert find_unread_day(task.format(words)) == words


@pytest.mark.parametrize(
    "task",
    [
        *("stand by 3 servers", "written by Friday Smith", "order the overdue 3/12 bolts", "sort by month"),
        *("wait until all are here", "may 5 people come", "the due date is unclear", "by 12"),
    ],
)
def test_other_words_are_none(task: str) -> None:
    assert find_unread_day(task) is None


@pytest.mark.parametrize("end", [" by Friday", " (due 30 October)", ", until the 30th", " - due: 30.10."])
def test_the_day_at_the_end_is_read_as_it_is_meant_on_a_day(end: str) -> None:
    assert split_spoken_day(f"move it{end}", MONDAY) == ("move it", date(2020, 10, 30))


@pytest.mark.parametrize(
    "task",
    ["move it", "by Friday", "move it by 3/12", "move it by Friday, see #77", "move it (due 25 October)"],
)
def test_a_day_that_cant_be_told_or_is_long_over_is_not_read(task: str) -> None:
    assert split_spoken_day(task, MONDAY) is None


def test_a_day_may_stand_in_the_bracket_of_an_owner() -> None:
    bare_task, _ = split_spoken_day("move it (owner: Mat, by 4 Dec)", MONDAY) or ("", None)
    assert bare_task == "move it (owner: Mat)"


@pytest.mark.parametrize(
    "words",
    [
        *("fällig 11.12.2026", "fällig am 18.12.", "bis nächsten Freitag", "bis KW 50", "bis Ende Januar"),
        *("avant le 18 décembre", "hasta el viernes", "até sexta-feira", "vóór vrijdag", "entro venerdì"),
        *("do piątku", "do 18 grudnia", "截止 12月18日", "by EOD Friday", "by noon on 18 Dec"),
    ],
)
def test_words_of_other_languages_and_hours_are_seen(words: str) -> None:
    assert find_unread_day(f"move it ({words})") == words
    assert (find_unread_day(f"move it {words}.") or "").rstrip(".") == words.rstrip(".")


@pytest.mark.parametrize("task", ["get prices from the shop by Friday", "hear from Bob until 4 Dec"])
def test_where_something_comes_from_begins_no_span(task: str) -> None:
    assert find_unread_day(task) is not None


@pytest.mark.parametrize(
    "task",
    [
        *("be away from Monday until Friday", "Urlaub von Montag bis Freitag"),
        *("be away from 4 Dec until 8 Dec", "open it from 9:30 until tomorrow"),
    ],
)
def test_the_end_of_a_span_is_none(task: str) -> None:
    assert find_unread_day(task) is None


@pytest.mark.parametrize(
    "end", [" by 2020-11-09 at noon", " - due 2020-11-09 - with Mat", ", bis 2020-11-09, dann Mat"]
)
def test_a_day_that_could_be_read_is_seen_wherever_it_stands(end: str) -> None:
    assert "2020-11-09" in (find_unread_day(f"move it{end}") or "")
