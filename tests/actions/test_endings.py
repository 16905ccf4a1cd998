"""What stands behind a task."""

from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.actions import endings
from minutebook.actions.endings import Ending, closed_before, split_day, split_ending, status_of
from minutebook.actions.grammar import parse
from minutebook.actions.words import CLOSED_WORDS

DAY = date(2020, 11, 9)


@pytest.mark.parametrize(
    ("end", "ending"),
    [
        ("[DONE]", Ending("done")),
        ("(done)", Ending("done")),
        ("(Closed.)", Ending("done")),
        ("**done!**", Ending("done")),
        ("\u2713", Ending("done")),
        ("\u2714\ufe0f", Ending("done")),
        ("[DROPPED]", Ending("dropped")),
        ("[DROPPED: too dear]", Ending("dropped", remark="too dear")),
        ("(cancelled)", Ending("dropped", remark="cancelled")),
        ("(dropped)", Ending("dropped")),
        ("[LAPSED]", Ending("lapsed")),
        ("(due 2020-11-09)", Ending(due=DAY)),
        ("(by 2020-11-09)", Ending(due=DAY)),
        ("(Deadline: 2020-11-09)", Ending(due=DAY)),
        ("(overdue since 2020-11-09)", Ending(due=DAY)),
        ("by 2020-11-09", Ending(due=DAY)),
        (", due 2020-11-09", Ending(due=DAY)),
        ("| due 2020-11-09", Ending(due=DAY)),
        ("- due: 2020-11-09", Ending(due=DAY)),
        ("\U0001f4c5 2020-11-09", Ending(due=DAY)),
        ("\u23f02020-11-09 18:00", Ending(due=DAY, remark="18:00")),
        ("(2nd meeting)", Ending()),
        ("(lapses next time)", Ending()),
        ("(2nd meeting, due 2020-11-09, lapses next time)", Ending(due=DAY)),
        ("(3rd meeting, overdue since 2020-11-09) [DONE]", Ending("done", DAY)),
        ("[done, due 2020-11-09]", Ending("done", DAY)),
        ("[done, arrives Thursday]", Ending("done", remark="arrives Thursday")),
        ("(done, arrives Thursday)", Ending("done", remark="arrives Thursday")),
        ("(Completed, in the blue folder)", Ending("done", remark="in the blue folder")),
        ("(due 2020-11-09) (done)", Ending("done", DAY)),
        ("(completed last week)", Ending("done", remark="last week")),
    ],
)
def test_an_ending_is_taken_off(end: str, ending: Ending) -> None:
    assert split_ending(f"order parts {end}") == ("order parts", ending)


@pytest.mark.parametrize("end", [" - done", " \u2013 DONE.", ": done", "; Done", ". Done.", " \u2705 Done"])
def test_a_closing_word_may_stand_apart(end: str) -> None:
    assert split_ending(f"order parts{end}") == ("order parts", Ending("done"))


@pytest.mark.parametrize(
    "task",
    [
        "order parts",
        "get it done",
        "order parts (5)",
        "order parts (due soon)",
        "order parts (due 2020-02-31)",
        "order parts (done, but not paid)",
        "order parts [done, but not paid]",
        "send the form (complete, signed)",
        "standby 2020-11-09",
        "order parts 2020-11-09",
        "see [done](https://example.org)",
        "order parts - done, but not paid",
        "order parts - done (but not paid)",
        "order parts - done (partly)",
        "tidy the desk - done by Friday",
        "find the shop - closed on Mondays",
        "order parts - done-ness is not the point",
        "order parts ()",
        "order parts (2nd meeting, with Ann)",
        ")",
        "",
    ],
)
def test_what_only_looks_like_one_is_part_of_the_task(task: str) -> None:
    assert split_ending(task) == (task, Ending())


def test_a_task_that_is_struck_out_is_done() -> None:
    assert split_ending("~~order parts~~") == ("order parts", Ending("done"))
    assert split_ending("~~order parts~~ Complete") == ("order parts", Ending("done"))
    assert split_ending("~~order parts~~ Mat completed it") == (
        "order parts",
        Ending("done", remark="Mat completed it"),
    )
    assert split_ending("~~order parts~~ - they came") == ("order parts", Ending("done", remark="they came"))
    assert split_ending("~~order~~ parts") == ("~~order~~ parts", Ending())


def test_the_last_mark_and_the_last_day_count() -> None:
    text = "order parts (due 2020-11-02) [DROPPED] (due 2020-11-09) [DONE]"
    assert split_ending(text) == ("order parts (due 2020-11-02)", Ending("done", DAY))


def test_what_each_mark_says_more_is_kept() -> None:
    assert split_ending("order parts (done 3 March) [DONE]") == (
        "order parts",
        Ending("done", remark="3 March"),
    )


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("DONE - ", "done"),
        ("done: ", "done"),
        ("[Dropped] ", "dropped"),
        ("\u2705 ", "done"),
        ("(closed): ", "done"),
    ],
)
def test_a_mark_before_a_task_closes_it(mark: str, status: str) -> None:
    closed = closed_before(f"{mark}order parts")
    assert closed
    assert (closed.group(), status_of(closed)) == (mark, status)


@pytest.mark.parametrize("task", ["done-ness of tests", "[x] order", "completion of the form"])
def test_what_only_looks_like_a_mark_closes_nothing(task: str) -> None:
    assert not closed_before(task)


@pytest.mark.parametrize(
    ("end", "ending"),
    [
        (" by 2020-11-09.", Ending(due=date(2020, 11, 9))),
        (" (due 2020-11-09).", Ending(due=date(2020, 11, 9))),
        (" (fällig am 2020-11-09)", Ending(due=date(2020, 11, 9))),
        (" bis 2020-11-09", Ending(due=date(2020, 11, 9))),
        (", avant le 2020-11-09", Ending(due=date(2020, 11, 9))),
        (" [ERLEDIGT]", Ending("done")),
        (" - erledigt", Ending("done")),
        (", done", Ending("done")),
        (" (erledigt am 9.11.)", Ending("done", remark="am 9.11.")),
        (" [entfällt: zu teuer]", Ending("dropped", remark="zu teuer")),
        (" (annulé)", Ending("dropped", remark="annulé")),
        (" - done on Friday", Ending("done", remark="on Friday")),
        (" \u2013 hecho el martes", Ending("done", remark="el martes")),
        (" - done (more or less)", Ending("done", remark="more or less")),
        (" - done: it came by ship", Ending("done", remark="it came by ship")),
        (" - dropped, it is too dear", Ending("dropped", remark="it is too dear")),
        (" - two pages -- erledigt am 9.11.", Ending("done", remark="am 9.11.")),
    ],
)
def test_endings_are_read_in_any_language_and_before_a_full_stop(end: str, ending: Ending) -> None:
    task, end_of_it = split_ending(f"order parts{end}")
    assert (task.removesuffix(" - two pages"), end_of_it) == ("order parts", ending)


@pytest.mark.parametrize(
    "task", ["complete the form", "closed beta: ask for names", "Resolved tickets to go"]
)
def test_what_there_is_to_do_may_begin_with_a_word_that_closes(task: str) -> None:
    typed = parse(f"Mat: {task}")
    assert typed
    assert (typed.task, typed.status) == (task, "open")


ODD_LETTERS = (("i", "\u0131"), ("i", "\u0130"), ("s", "\u017f"), ("k", "\u212a"))
"""Letters that stand for others where case does not matter."""
WORDS = st.sampled_from([*CLOSED_WORDS]).flatmap(
    lambda word: st.sampled_from(
        [word, word.upper(), word.title(), *(word.replace(*letters) for letters in ODD_LETTERS)]
    )
)


@given(
    st.lists(WORDS | st.sampled_from([" - ", ", ", ": ", ".", "!", " ", "#", "x"]), max_size=6).map("".join)
)
def test_what_is_not_looked_at_for_a_closing_word_has_none(task: str) -> None:
    with (
        patch.object(endings, "_may_begin_closed", lambda _: True),
        patch.object(endings, "_may_end_closed", lambda _: True),
    ):
        expected = split_ending(f"order parts{task}"), closed_before(task) is None

    assert (split_ending(f"order parts{task}"), closed_before(task) is None) == expected


@pytest.mark.parametrize(
    ("text", "names", "days"),
    [
        ("Mat, 2020-11-09", "Mat", ("(due 2020-11-09)",)),
        ("Mat - by Friday", "Mat", ("(by Friday)",)),
        ("Mat, Ann by Friday", "Mat, Ann", ("(by Friday)",)),
        ("Mat, Ann", "Mat, Ann", ()),
        ("Mat, 9 Nov", "Mat", ("(9 Nov)",)),
        ("Ann - 2 reasons", "Ann - 2 reasons", ()),
    ],
)
def test_a_day_behind_names_is_told_from_them(text: str, names: str, days: tuple[str, ...]) -> None:
    assert split_day(text) == (names, days)
