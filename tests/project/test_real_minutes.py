"""What minutebook computes from the figures of real minutes is what those minutes say, cell for cell."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of real minutes is not beside this checkout"
)

SERIES = """\
format: 1
title: OSG Technology Area Meeting
schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2017-02-27}]
"""

MEETING = """\
date: {date}
sections:
  - title: Announcements
    sections:
      - title: Triage Duty
        counters:
          open FreshDesk tickets: {freshdesk}
          open GGUS ticket: {ggus}
      - title: JIRA
        table:
          id: jira
          labels: State
          columns: ["# of tickets"]
          rows:
            Open: {jira[0]}
            Selected for Dev: {jira[1]}
            In Progress: {jira[2]}
            Dev Complete: {jira[3]}
            Ready for Testing: {jira[4]}
            Ready for Release: {jira[5]}
  - title: OSG Release Team
    table:
      id: release
      labels: Status
      columns: ["3.4.56", Both, "3.5.26"]
      totals: both
      rows:
        Open:                     [0, 0, {release[0]}]
        Selected for Development: [0, 0, {release[1]}]
        In Progress:              [0, 0, {release[2]}]
        Development Complete:     [0, 0, {release[3]}]
        Ready for Testing:        [0, 0, {release[4]}]
        Ready for Release:        [0, 0, {release[5]}]
"""

MEETINGS = {
    date: MEETING.format(date=date, freshdesk=freshdesk, ggus=ggus, jira=jira, release=release)
    for date, freshdesk, ggus, jira, release in (
        ("2020-10-19", 8, 0, (169, 15, 20, 11, 21, 0), (11, 5, 0, 1, 6, 0)),
        ("2020-10-26", 11, 0, (154, 16, 18, 12, 23, 0), (11, 5, 1, 0, 8, 0)),
        ("2020-11-02", 7, 1, (137, 17, 21, 12, 28, 0), (11, 3, 0, 0, 11, 0)),
    )
}

COMPARED = pytest.mark.parametrize("date", ["2020-10-26", "2020-11-02"])

Table = list[list[str]]
Location = tuple[str, int, int]


def tables(minutes: str) -> dict[str, Table]:
    """Return the rows of cells of every pipe table, headings first, by the section it stands in."""
    found: dict[str, Table] = {}
    section = ""
    for line in minutes.splitlines():
        if line.startswith("#"):
            section = line.strip("# ")
        elif line.startswith("|") and not set(line) <= set("|-: "):
            found.setdefault(section, []).append([cell.strip() for cell in line.strip()[1:-1].split("|")])
    return found


def counters(minutes: str) -> list[str]:
    """Return the sentence of every counter: a number, its delta in brackets, what is counted."""
    return re.findall(r"^- +(\d+ \([+-]\d+\) .*?) *$", minutes, re.MULTILINE)


def cells(minutes: str) -> dict[Location, str]:
    """Return every cell of every table by section, row and column, the headings being row 0."""
    return {
        (section, row, column): cell
        for section, table in tables(minutes).items()
        for row, line in enumerate(table)
        for column, cell in enumerate(line)
    }


def differences(published: str, computed: str) -> dict[Location, tuple[str | None, str | None]]:
    """Return the cells that two minutes have differently, None standing for a missing one."""
    before, after = cells(published), cells(computed)
    return {
        place: (before.get(place), after.get(place))
        for place in before | after
        if before.get(place) != after.get(place)
    }


def published(date: str) -> str:
    """Return the minutes as their authors published them."""
    return (CORPUS / f"TechArea{date.replace('-', '')}.md").read_text(encoding="utf-8")


@pytest.fixture
def environment() -> dict[str, str]:
    """Return an environment with a git user and nothing of the git that the tests may run under."""
    names = {"NAME": "Ada", "EMAIL": "ada@example.org"}
    user = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in names.items()}
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return inherited | user | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture
def repository(tmp_path: Path, environment: dict[str, str]) -> Path:
    """Return a git repository with the three meetings committed one after the other."""
    folder = tmp_path / "meetings" / "technology"
    folder.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", tmp_path], env=environment, check=True)
    for name, text in {"series": SERIES, **MEETINGS}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="")
        subprocess.run(["git", "-C", tmp_path, "add", "."], env=environment, check=True)
        subprocess.run(
            ["git", "-C", tmp_path, "commit", "--quiet", "-m", f"Add {name}"], env=environment, check=True
        )
    return tmp_path


@pytest.fixture
def computed(date: str, repository: Path, environment: dict[str, str]) -> str:
    """Return the minutes that minutebook writes of one of the meetings."""
    meeting = f"meetings/technology/{date}.yaml"
    command = [sys.executable, "-m", "minutebook", "-C", str(repository), "render", meeting]
    result = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@COMPARED
def test_every_count_column_is_followed_by_its_delta_and_the_label_column_is_last(computed: str) -> None:
    headings = {section: table[0] for section, table in tables(computed).items()}
    assert headings == {
        "JIRA": ["# of tickets", "&Delta;", "State"],
        "OSG Release Team": [
            *("3.4.56", "&Delta;"),
            *("Both", "&Delta;"),
            *("3.5.26", "&Delta;"),
            *("Total", "&Delta;"),
            "Status",
        ],
    }


@COMPARED
def test_rows_stand_in_the_published_order_and_the_total_is_last(date: str, computed: str) -> None:
    labels = {section: [row[-1] for row in table] for section, table in tables(computed).items()}
    assert labels == {
        section: [row[-1] for row in table] for section, table in tables(published(date)).items()
    }
    assert labels["JIRA"][-1] == "Ready for Release"
    assert labels["OSG Release Team"][-1] == "Total"


@pytest.mark.parametrize("date", ["2020-10-26"])
def test_26_october_2020_is_as_published_in_every_cell(date: str, computed: str) -> None:
    assert differences(published(date), computed) == {}


@pytest.mark.parametrize("date", ["2020-11-02"])
def test_2_november_2020_is_as_published_but_for_the_one_delta_that_is_wrong_there(
    date: str, computed: str
) -> None:
    # JIRA, row Open, column Delta: from 154 to 137 is 17 fewer, and the published minutes say 14.
    assert differences(published(date), computed) == {("JIRA", 1, 1): ("-14", "-17")}
    assert tables(computed)["JIRA"][1] == ["137", "-17", "Open"]


@pytest.mark.parametrize(
    ("date", "sentences"),
    [
        ("2020-10-26", ["11 (+3) open FreshDesk tickets", "0 (+0) open GGUS ticket"]),
        ("2020-11-02", ["7 (-4) open FreshDesk tickets", "1 (+1) open GGUS ticket"]),
    ],
)
def test_counters_are_as_published(date: str, sentences: list[str], computed: str) -> None:
    assert counters(computed) == counters(published(date)) == sentences
