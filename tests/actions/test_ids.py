"""Ids of action items: short, the same for the same action, and never given twice."""

import os
import re
from datetime import date
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from support.samples import meeting

from minutebook.actions.ids import NewIds, _spell, make_id

SERIES, DAY = "meetings/technology", date(2020, 10, 26)
FORM = re.compile(r"[a-z][0-9][0-9a-z]{2,6}")


def made(
    series: str = SERIES,
    day: date = DAY,
    owners: tuple[str, ...] = ("Mat",),
    task: str = "one",
    taken: tuple[str, ...] = (),
) -> str:
    return make_id(series, day, owners, task, taken)


@given(st.text(), st.dates(), st.lists(st.text(), max_size=3), st.text())
def test_an_id_has_six_characters_of_the_form_that_the_schema_wants(
    series: str, day: date, owners: list[str], task: str
) -> None:
    name = make_id(series, day, owners, task, ())
    assert FORM.fullmatch(name)
    assert len(name) == 6


def test_an_id_passes_the_schema() -> None:
    held = meeting(f"date: 2020-10-26\nactions: [{{id: {made()}, owner: Mat, task: one}}]\n")
    assert held.actions[0].id == made()


def test_the_same_action_gets_the_same_id_wherever_it_is_noted() -> None:
    assert made() == made() == "p4sr2s"


def test_another_series_day_owner_or_task_gets_another_id() -> None:
    others = [
        made(series="meetings/other"),
        made(day=date(2020, 10, 19)),
        made(owners=("Diego",)),
        made(owners=("Mat", "Diego")),
        made(owners=("Diego", "Mat")),
        made(owners=()),
        made(task="two"),
    ]
    assert len({made(), *others}) == len(others) + 1


def test_of_many_with_the_same_words_none_tries_what_was_tried_before() -> None:
    new_ids, taken = NewIds(SERIES, DAY, ()), list[str]()
    with patch("minutebook.actions.ids._spell", side_effect=_spell) as tried:
        taken += (new_ids.make(["Mat"], "one") for _ in range(50))
    assert tried.call_count == 50
    assert taken == [made(taken=tuple(taken[:number])) for number in range(50)]


def test_parts_do_not_run_into_each_other() -> None:
    assert made(owners=("Mat",), task="two") != made(owners=("Mat", "two"), task="")


def test_an_id_that_is_taken_gives_way_to_the_next_one() -> None:
    first = made()
    second = made(taken=(first,))
    third = made(taken=(first, second))
    assert len({first, second, third}) == 3
    assert made(taken=(first,)) == second


def test_what_is_taken_by_others_changes_nothing() -> None:
    assert made(taken=("a1bc", "k7q2m4")) == made()


@given(st.sets(st.text(min_size=1), min_size=100, max_size=100))
def test_a_hundred_actions_of_a_day_have_a_hundred_ids(tasks: set[str]) -> None:
    ids: list[str] = []
    for task in tasks:
        ids.append(made(task=task, taken=tuple(ids)))
    assert len(set(ids)) == 100


def test_a_folder_whose_name_is_no_utf_8_has_ids() -> None:
    name = os.fsdecode(b"m/caf\xe9")
    assert make_id(name, date(2020, 10, 26), ["Mat"], "zero", ())
