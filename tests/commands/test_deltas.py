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


def test_the_first_meeting_has_no_deltas(held: Notes) -> None:
    found = json.loads(held.run("deltas", "2020-10-19", "--format", "json").stdout)
    assert found["tables"]["tickets"]["baseline"] is None
    assert {cell["delta"] for cell in found["tables"]["tickets"]["cells"]} == {None}
    assert "tickets, no baseline" in held.run("deltas", "2020-10-19").stdout
