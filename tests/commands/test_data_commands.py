"""`deltas`, `actions`, `render`, `schema`: what scripts read and people look up."""

import csv
import io
import json

import pytest
from support.notes import Notes

WITH_ITEMS = """\
  - title: Talk
    counters: {{open calls: {calls}}}
    actions:
      - {{id: a1bcde, owner: Mat, task: write the page, due: 2020-10-20, status: {status}}}
      - {{id: b1bcde, owner: [Mat, Diego], task: ask around{since}}}
"""


@pytest.fixture
def held(notes: Notes) -> Notes:
    """Return a repository with two meetings that are committed."""
    notes.meeting("2020-10-19", Open=11, Done=3, extra=WITH_ITEMS.format(calls=4, status="open", since=""))
    extra = WITH_ITEMS.format(calls=6, status="done", since=", since: 2020-10-19")
    notes.meeting("2020-10-26", Open=9, Done=3, extra=extra)
    notes.run("sync")
    notes.commit()
    return notes


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


def test_the_register_is_that_of_the_contract(held: Notes) -> None:
    found = json.loads(held.run("actions", "--format", "json").stdout)
    assert found[0] == {
        "id": "b1bcde",
        "series": held.series,
        "owner": ["Mat", "Diego"],
        "task": "ask around",
        "status": "open",
        "since": "2020-10-19",
        "due": None,
        "closed": None,
        "meetings": 2,
        "section": "Talk",
        "topic": None,
        "path": f"{held.series}/2020-10-26.yaml",
        "line": found[0]["line"],
    }
    assert (found[1]["id"], found[1]["status"], found[1]["closed"]) == ("a1bcde", "done", "2020-10-26")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--owner", "Diego"], ["b1bcde"]),
        (["--owner", "Nobody"], []),
        (["--status", "done"], ["a1bcde"]),
        (["--section", "Talk"], ["b1bcde", "a1bcde"]),
        (["--overdue"], []),
        (["--stale"], []),
        (["--as-of", "2020-10-19", "--status", "open"], ["a1bcde", "b1bcde"]),
        (["--as-of", "HEAD", "--status", "done"], ["a1bcde"]),
    ],
)
def test_the_register_shows_what_is_asked_for(held: Notes, options: list[str], ids: list[str]) -> None:
    found = json.loads(held.run("actions", "--format", "json", *options).stdout)
    assert [entry["id"] for entry in found] == ids


def test_the_register_is_a_table_and_csv(held: Notes) -> None:
    assert "a1bcde  Mat         write the page" in held.run("actions").stdout
    assert held.run("actions", "--group-by", "status").stdout.startswith("done\nid ")
    rows = list(csv.DictReader(io.StringIO(held.run("actions", "--format", "csv").stdout)))
    assert [row["owner"] for row in rows] == ["Mat, Diego", "Mat"]
    assert held.run("actions", "--owner", "Nobody").stderr == "no action item matches\n"


def test_a_meeting_is_rendered_as_its_file_says(held: Notes) -> None:
    assert held.run("render", "2020-10-26").stdout == held.read(held.minutes("2020-10-26"))
    assert held.run("render", held.minutes("2020-10-26")).stdout == held.read(held.minutes("2020-10-26"))


@pytest.mark.parametrize("meeting", ["2020-10-27", "nosuch.yaml", "../elsewhere.yaml"])
def test_a_meeting_that_is_not_there_is_wrong_usage(held: Notes, meeting: str) -> None:
    done = held.run("render", meeting)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_skipped_meeting_has_no_minutes_to_render(held: Notes) -> None:
    held.write(f"{held.series}/2020-11-02.yaml", "date: 2020-11-02\nstatus: skipped\nreason: a holiday\n")
    assert "was skipped" in held.run("render", "2020-11-02").stderr


@pytest.mark.parametrize("command", ["render", "deltas"])
def test_mistakes_are_reported_in_place_of_data(held: Notes, command: str) -> None:
    held.write(f"{held.series}/2020-10-26.yaml", "date: 2020-10-26\nnotes: [\n")
    done = held.run(command, "2020-10-26")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{held.series}/2020-10-26.yaml:2:")


def test_a_path_that_is_not_there_is_no_success(held: Notes) -> None:
    assert held.run("check", f"{held.series}/2020-10-26.yam").returncode == 2


@pytest.mark.parametrize("kind", ["meeting", "series"])
def test_a_schema_is_printed_as_it_is_stored(notes: Notes, kind: str) -> None:
    assert json.loads(notes.run("schema", kind).stdout)["$id"].endswith(f"{kind}:1")
