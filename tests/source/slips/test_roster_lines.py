"""People who were written into a roster as into a list."""

import pytest
from support.notes import Notes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  Ada: {}\n  - Ben Ray\n", "  Ada: {}\n  Ben Ray: {}\n"),
        ("  - Ada\n  - Ben Ray: {aliases: [Ben]},\n", "  Ada: {}\n  Ben Ray: {aliases: [Ben]}\n"),
        ("- Ada\n- Ben Ray\n", "  Ada: {}\n  Ben Ray: {}\n"),
        ("- Ada  # chair\n- Ben Ray\n", "  Ada: {}  # chair\n  Ben Ray: {}\n"),
    ],
)
def test_each_person_becomes_a_key(notes: Notes, typed: str, meant: str) -> None:
    path = notes.write(f"{notes.series}/series.yaml", f"title: Team\nroster:\n{typed}lapse: 4\n")
    notes.meeting("2020-10-26", Open=1)
    notes.run("sync", "--fix")
    assert notes.read(path) == f"title: Team\nroster:\n{meant}lapse: 4\n"
    assert notes.problems() == []


def test_a_comma_behind_a_person_is_told(notes: Notes) -> None:
    roster = "  Ada: {aliases: [A]},\n  Ben: {}\n"
    notes.write(f"{notes.series}/series.yaml", f"title: Team\nroster:\n{roster}")
    notes.meeting("2020-10-26", Open=1)
    (problem,) = notes.problems()
    assert problem["hint"] == "Write: Ada: {aliases: [A]}"
