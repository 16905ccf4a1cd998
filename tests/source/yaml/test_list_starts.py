"""A list whose first entry stands behind its key is written below it."""

import pytest
from support.notes import Notes

from minutebook.source.edits.mends import mend
from minutebook.source.yaml.traps import trap_at

DAY = "2020-10-26"


@pytest.mark.parametrize(
    ("lines", "indent"),
    [
        (["attending: - Mat"], 2),
        (["attending: - Mat", "- Ada"], 0),
        (["attending: - Mat", "    - Ada"], 4),
        (["schedule: - FREQ=WEEKLY"], 2),
        (["    note: - merged", "    due: 2020-11-09"], 6),
        (["sections: - title: News", "    notes: x"], 2),
        (["  - title: News", "    actions: - Mat: order parts", "  - title: Talk"], 6),
    ],
)
def test_the_first_entry_stands_as_far_to_the_right_as_the_others(lines: list[str], indent: int) -> None:
    number = next(number for number, line in enumerate(lines) if ": - " in line)
    problem = trap_at("a.yaml", lines, number)
    assert problem is not None
    assert problem.mend is not None
    entry = lines[number].partition(": ")[2]
    assert problem.mend == f"\n{' ' * indent}{entry}"
    assert problem.hint.endswith(f" in front: {entry}")


def test_text_that_begins_with_a_dash_is_no_entry() -> None:
    problem = trap_at("a.yaml", ["title: - News"], 0)
    assert problem is not None
    assert problem.mend == '"- News"'


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  - owner: Mat task: order parts", "  - owner: Mat\n    task: order parts"),
        ("    owner: [Mat, Ada] task: order parts", "    owner: [Mat, Ada]\n    task: order parts"),
        ("    task: order parts status: done", "    task: order parts\n    status: done"),
        ("  - title: Talk actions:\n      - Mat: call", "  - title: Talk\n    actions:\n      - Mat: call"),
        ("guests: [Ada] sections:\n  - title: Talk", "guests: [Ada]\nsections:\n  - title: Talk"),
    ],
)
def test_a_key_that_stands_behind_another_one_is_written_below_it(typed: str, meant: str) -> None:
    problem = trap_at("a.yaml", typed.split("\n"), 0)
    assert problem is not None
    assert (problem.is_certain, mend(typed, [problem])) == (True, meant)


@pytest.mark.parametrize("line", ["title: News on notes: all", "    task: ask what the status: line is for"])
def test_a_sentence_with_a_word_like_a_key_in_it_needs_quotes(line: str) -> None:
    problem = trap_at("a.yaml", [line], 0)
    assert problem is not None
    assert problem.hint.startswith("Write: ")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nothing_is_lost_when_it_is_mended(notes: Notes, newline: str) -> None:
    text = f"date: {DAY}\nattending: - Mat\n- Ada\nactions: - Mat: order parts\n  - Ada: call\n"
    (notes.top / notes.series / f"{DAY}.yaml").write_bytes(text.replace("\n", newline).encode())
    assert notes.run("sync", "--fix").returncode == 0
    minutes = notes.read(notes.minutes(DAY))
    assert "**Attending:** Mat, Ada" in minutes
    assert minutes.count("-   AI (") == 2
