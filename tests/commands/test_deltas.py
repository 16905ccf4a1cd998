"""`deltas`: every delta of a meeting, with its baseline."""

import json

import pytest
from support.notes import Notes


def test_deltas_are_those_of_the_contract(held: Notes) -> None:
    assert json.loads(held.run("deltas", "--format", "json").stdout) == {
        "meeting": f"{held.series}/2020-10-26.yaml",
        "date": "2020-10-26",
        "tables": {
            "tickets": {
                "baseline": "2020-10-19",
                "cells": [
                    {"row": "Open", "column": "Count", "value": 9, "delta": -2},
                    {"row": "Done", "column": "Count", "value": 3, "delta": 0},
                    {"row": "Total", "column": "Count", "value": 12, "delta": -2},
                ],
            }
        },
        "counters": {"open calls": {"value": 6, "delta": 2, "baseline": "2020-10-19"}},
        "actions": {"opened": [], "closed": ["a1bcde"], "carried": ["b1bcde"], "lost": []},
    }


def test_deltas_name_the_commit_of_an_untouched_meeting(held: Notes) -> None:
    head = held.git("rev-parse", "--short=7", "HEAD").stdout.strip()
    assert f"tickets, against 2020-10-19.yaml at {head}\n" in held.run("deltas").stdout


def test_deltas_say_that_a_baseline_is_not_committed(held: Notes) -> None:
    held.meeting("2020-10-19", Open=12, Done=3)
    assert "against 2020-10-19.yaml not committed yet" in held.run("deltas").stdout
    held.git("add", ".")
    assert "against 2020-10-19.yaml as staged" in held.run("deltas", "--staged").stdout


def test_a_revision_as_base_is_this_file_as_the_commit_has_it(held: Notes) -> None:
    held.meeting("2020-10-26", Open=10, Done=3)
    found = json.loads(held.run("deltas", "--base", "HEAD", "--format", "json").stdout)
    assert [cell["delta"] for cell in found["tables"]["tickets"]["cells"]] == [1, 0, 1]


def test_a_revision_as_base_has_the_file_where_its_series_lay_then(held: Notes) -> None:
    held.git("mv", held.series, "meetings/crew")
    held.series = "meetings/crew"
    held.meeting("2020-10-26", Open=10, Done=3)
    found = json.loads(held.run("deltas", "--base", "HEAD", "--format", "json").stdout)
    assert [cell["delta"] for cell in found["tables"]["tickets"]["cells"]] == [1, 0, 1]


def test_a_date_as_base_is_another_meeting(held: Notes) -> None:
    held.meeting("2020-11-02", Open=1, Done=1)
    held.run("sync")
    found = json.loads(held.run("deltas", "--base", "2020-10-19", "--format", "json").stdout)
    assert found["tables"]["tickets"]["baseline"] == "2020-10-19"
    assert found["actions"]["lost"] == []


@pytest.mark.parametrize("base", ["2020-10-20", "nonsense", "2020-02-31"])
def test_a_base_that_is_not_there_is_wrong_usage(held: Notes, base: str) -> None:
    done = held.run("deltas", "--base", base)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_what_became_of_action_items_is_told_in_their_words(held: Notes) -> None:
    assert held.run("deltas").stdout.endswith("\n\ncarried:\n    Mat and Diego's 'ask around' (b1bcde)\n")


def test_the_first_meeting_has_no_deltas(held: Notes) -> None:
    found = json.loads(held.run("deltas", "2020-10-19", "--format", "json").stdout)
    assert found["tables"]["tickets"]["baseline"] is None
    assert {cell["delta"] for cell in found["tables"]["tickets"]["cells"]} == {None}
    assert "tickets, no baseline" in held.run("deltas", "2020-10-19").stdout


TABLE = """\
date: 2020-11-02
table:
  id: tickets
  columns: [Count, Oldest]
  totals: {show: both, except: [Oldest]}
  rows:
"""


def cells(notes: Notes, *words: str) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    """Return value and delta of each cell of the table in the newest meeting."""
    found = json.loads(notes.run("deltas", *words, "--format", "json").stdout)
    return {
        (cell["row"], cell["column"]): (cell["value"], cell["delta"])
        for cell in found["tables"]["tickets"]["cells"]
    }


def test_a_cell_that_a_commit_does_not_know_has_no_delta(notes: Notes) -> None:
    path = f"{notes.series}/2020-11-02.yaml"
    notes.write(
        path, TABLE.replace("table:", "status: draft\ntable:") + "    Open: [~, ~]\n    Done: [1, 2]\n"
    )
    notes.commit()
    notes.write(path, TABLE + "    Open: [12, 90]\n    Done: [3, 2]\n")
    assert cells(notes, "--base", "HEAD") == {
        ("Open", "Count"): (12, None),
        ("Open", "Oldest"): (90, None),
        ("Open", "Total"): (12, None),
        ("Done", "Count"): (3, 2),
        ("Done", "Oldest"): (2, 0),
        ("Done", "Total"): (3, 2),
        ("Total", "Count"): (15, None),
        ("Total", "Oldest"): (None, None),
        ("Total", "Total"): (15, None),
    }


def test_a_renamed_row_is_asked_for_and_then_measured(held: Notes) -> None:
    path = held.meeting("2020-11-02", Working=12, Done=4)
    (problem,) = (problem for problem in held.problems() if problem["rule"] == "row-renamed")
    assert problem["severity"] == "error"
    lines = [line.removeprefix("Write one of:").split("#")[0].strip() for line in problem["hint"].split("\n")]
    assert sorted(lines[:2]) == [
        "Working: {counts: 12, continues: Open}",
        "Working: {counts: 12, continues: none}",
    ]
    text = held.read(path)
    for line in lines[:2]:
        held.write(path, text.replace("Working: 12", line))
        assert "row-renamed" not in held.rules()
        assert cells(held)["Working", "Count"] == (12, 3 if "Open" in line else 12)
        assert cells(held)["Total", "Count"] == (16, 4)
