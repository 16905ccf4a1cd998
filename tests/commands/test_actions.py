"""`actions`: the register of action items across meetings and series."""

import csv
import io
import json

import pytest
from support.notes import Notes


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
        (["--owner", "unassigned"], []),
        (["--status", "done"], ["a1bcde"]),
        (["--section", "Talk"], ["b1bcde", "a1bcde"]),
        (["--overdue"], []),
        (["--stale"], []),
        (["--overdue", "--as-of", "2020-10-20"], []),
        (["--overdue", "--as-of", "2020-10-21"], ["a1bcde"]),
        (["--overdue", "--as-of", "2020-10-26"], []),
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
    assert held.run("actions", "--owner", "unassigned").stderr == "no action item matches\n"


def test_an_owner_whom_nobody_knows_is_told_with_who_may_be_meant(held: Notes) -> None:
    held.write(
        f"{held.series}/series.yaml",
        "roster: {Mat: {aliases: [Matyas]}, Diego: , Ann Ray: , everyone: {group: true}}\n",
    )
    endings = {
        "Digeo": "; did you mean Diego?",
        "everyon": "; did you mean everyone?",
        "ray": "; did you mean Ann Ray?",
        "Zoe": "; there are Mat, Diego, Ann Ray, everyone",
    }
    for owner, ending in endings.items():
        assert (
            held.refusal("actions", "--owner", owner)
            == f"minutebook: nobody here is called '{owner}'{ending}\n"
        )
    for owner in ("Matyas", "everyone", "mat", "MATYAS", "Ann  ray", "Unassigned"):
        assert held.run("actions", "--owner", owner).returncode == 0


def test_a_section_that_is_misspelt_is_told(held: Notes) -> None:
    assert held.refusal("actions", "--section", "Talkk").endswith(
        "no section 'Talkk' has action items; did you mean Talk?\n"
    )
    assert "write the page" in held.run("actions", "--section", "talk").stdout
    assert held.run("actions", "--section", "Elsewhere").stderr == "no action item matches\n"
