"""The code quality report, as GitLab's schema has it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import Notes
from support.samples import problem, told

from minutebook.records.problem import Location, Problem

SCHEMA = json.loads((Path(__file__).parent / "codequality.schema.json").read_text(encoding="utf-8"))
Entries = list[dict[str, Any]]

problems = st.lists(
    st.builds(
        problem,
        path=st.sampled_from(["a.yaml", "caf\udce9.yaml"]),
        rule=st.sampled_from(["a", "b"]),
        message=st.text(min_size=1),
        record=st.text() | st.just("\ud800"),
        severity=st.sampled_from(["error", "warning"]),
    )
)


def report(*found: Problem) -> Entries:
    entries: Entries = json.loads(told(*found, form="gitlab").encode().decode())
    jsonschema.validate(entries, SCHEMA, cls=jsonschema.Draft202012Validator)
    return entries


def fingerprints(*found: Problem) -> list[str]:
    return [entry["fingerprint"] for entry in report(*found)]


def left(notes: Notes, *words: str, code: int) -> str:
    """Return what `check` leaves in a file that its output goes to."""
    file = notes.top.parent / "report.json"
    with file.open("wb") as output:
        command = [sys.executable, "-m", "minutebook", "check", "--format", "gitlab", *words]
        done = subprocess.run(command, cwd=notes.top, stdout=output, stderr=subprocess.PIPE, check=False)
    assert done.returncode == code, done.stderr.decode()
    return file.read_text(encoding="utf-8")


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_problem_is_told_with_its_place() -> None:
    (entry,) = report(problem())
    assert entry.pop("fingerprint")
    assert entry == {
        "description": "action k7q2m4: owner 'Digeo' is not in the roster; did you mean Diego?",
        "check_name": "unknown-person",
        "severity": "major",
        "location": {"path": "meetings/technology/2020-10-26.yaml", "lines": {"begin": 31}},
    }


def test_a_warning_is_a_minor_problem() -> None:
    assert report(problem(severity="warning"))[0]["severity"] == "minor"


def test_no_problems_are_an_empty_list() -> None:
    assert told(form="gitlab") == "[]"


def test_a_fingerprint_does_not_depend_on_the_line() -> None:
    assert fingerprints(problem()) == fingerprints(problem(location=Location(99, 1)))


def test_a_fingerprint_does_not_depend_on_a_line_that_the_message_names() -> None:
    one, other = (
        problem(record="", message=f"'a' stands twice, first on line {number}") for number in (3, 14)
    )
    assert fingerprints(one) == fingerprints(other)


def test_problems_of_another_rule_file_or_record_have_another_fingerprint() -> None:
    found = [problem(), problem(rule="other"), problem(path="b.yaml"), problem(record="action a1bcde")]
    assert len({name for one in found for name in fingerprints(one)}) == 4


@given(problems)
def test_no_two_problems_of_a_report_have_one_fingerprint(found: list[Problem]) -> None:
    names = fingerprints(*found, *found)
    assert len(set(names)) == len(names)


def test_a_name_that_is_no_utf_8_spoils_no_report() -> None:
    entries = report(problem(path="caf\udce9.yaml"), problem())
    assert entries[0]["location"]["path"] == "caf\\udce9.yaml"


@pytest.mark.parametrize(("count", "code"), [("1", 0), ("many", 1)])
def test_what_a_check_leaves_in_a_file_is_a_report(notes: Notes, count: str, code: int) -> None:
    notes.meeting("2020-10-19", Open=1)
    notes.run("sync")
    path = notes.write(
        f"{notes.series}/2020-10-19.yaml",
        notes.read(f"{notes.series}/2020-10-19.yaml").replace("1\n", f"{count}\n"),
    )
    entries = json.loads(left(notes, code=code))
    jsonschema.validate(entries, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert {entry["location"]["path"] for entry in entries} == ({path} if code else set())


def test_lines_that_move_leave_the_fingerprints(notes: Notes) -> None:
    actions = "      - {id: a1bcde, owner: Nobody, task: x}\n      - {id: a1bcde, owner: Nobody, task: y}\n"
    notes.write(f"{notes.series}/series.yaml", "roster: {Mat: }\n")
    path = notes.meeting("2020-10-19", Open=1, extra=f"  - title: Talk\n    actions:\n{actions}")
    before = json.loads(left(notes, code=1))
    notes.write(path, f"# A comment\n\n{notes.read(path)}")
    after = json.loads(left(notes, code=1))
    assert len(before) > 2
    assert [entry["fingerprint"] for entry in before] == [entry["fingerprint"] for entry in after]
    assert before != after


def test_a_check_that_could_not_be_made_leaves_no_report(notes: Notes) -> None:
    # An empty list would say that all is well; GitLab says of no JSON that it can't be read.
    assert left(notes, "nowhere", code=2) == ""
