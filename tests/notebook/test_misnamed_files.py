"""A file whose name is wrong is told before all else, with a line that gives it its name and loses nothing."""

import shlex
from pathlib import Path

import pytest
from support.notes import Notes
from support.sharednotes import CARRIED, FIRST, OPEN, SECOND, write


@pytest.fixture
def met(notes: Notes) -> Notes:
    """Return committed notes of two meetings."""
    write(notes, FIRST, OPEN)
    write(notes, SECOND, CARRIED)
    assert notes.run("sync").returncode == 0
    notes.commit()
    return notes


def misnamed(notes: Notes, name: str, text: str) -> str:
    """Write a file of the series, and return the advice of the only problem."""
    notes.write(f"{notes.series}/{name}", text)
    return advice(notes)


def advice(notes: Notes) -> str:
    (problem,) = notes.problems()
    assert problem["rule"] == "file-name"
    return str(problem["hint"])


NAMES = (
    "2020-11-2.yaml",
    "2020-11-02.yml",
    "02.11.2020.yaml",
    "20201102.yaml",
    "2020-11-02b.yaml",
    "week45.yaml",
    "2020-11-02.yaml.txt",
    "minutes.yaml",
    "New meeting.yml",
    "2020-11-02",
    "2020-11-02.txt",
    "2020-11-02.yml.bak",
    "2020-11-02.yam",
    "2020-11-02/minutes.yaml",
)


@pytest.mark.parametrize("name", NAMES)
def test_its_name_is_given_to_it_as_the_message_says(name: str, met: Notes) -> None:
    text = f"date: 2020-11-02\n{CARRIED}"
    hint = misnamed(met, name, text)
    move = shlex.split(hint.removeprefix("Type: "))
    met.call(move)
    assert (met.read(move[-1]), Path(move[-1]).name) == (text, "2020-11-02.yaml")
    assert "file-name" not in met.rules()


def test_items_of_a_misnamed_meeting_are_not_said_to_be_lost(met: Notes) -> None:
    met.git("mv", f"{met.series}/{SECOND}.yaml", f"{met.series}/2020-10-26b.yaml")
    met.call(shlex.split(advice(met).removeprefix("Type: ")))
    assert met.problems() == []


def test_no_meeting_is_overwritten(met: Notes) -> None:
    hint = misnamed(met, f"{SECOND} (copy).yaml", f"date: {SECOND}\n")
    assert (
        hint
        == f"{met.series}/{SECOND}.yaml has that day: put what only this file has into it, then delete this one."
    )


def test_a_copy_that_says_another_day_gets_that_one(met: Notes) -> None:
    hint = misnamed(met, f"{SECOND} (copy).yaml", "date: 2020-11-02\n")
    assert hint == f"Type: mv '{met.series}/{SECOND} (copy).yaml' {met.series}/2020-11-02.yaml"


def test_two_files_do_not_get_the_same_name(met: Notes) -> None:
    for name in ("2020-11-2.yaml", "2020-11-02b.yaml"):
        met.write(f"{met.series}/{name}", "date: 2020-11-02\n")
    first, second = (problem["hint"] for problem in met.problems())
    assert first.endswith(f" {met.series}/2020-11-02.yaml")
    assert second.startswith(f"{met.series}/2020-11-02.yaml has that day")


@pytest.mark.parametrize("name", ["notes-2.yaml", "10-11-2020.yaml"])
def test_no_day_is_made_up(name: str, met: Notes) -> None:
    assert misnamed(met, name, "title: Team\n") == f"Type: mv {met.series}/{name} {met.series}/DATE.yaml"


@pytest.mark.parametrize(
    "words",
    [["new"], ["skip", "--reason", "Holiday"], ["add", "Ann: buy tea"], ["done", "k7q2m4"]],
    ids=lambda words: words[0],
)
def test_nothing_is_written_beside_it(words: list[str], met: Notes) -> None:
    met.git("mv", f"{met.series}/{SECOND}.yaml", f"{met.series}/2020-10-26b.yaml")
    done = met.run(*words)
    assert (done.returncode, "file-name" in done.stdout) == (1, True)
    assert (
        met.git("status", "--short").stdout
        == f"R  {met.series}/{SECOND}.yaml -> {met.series}/2020-10-26b.yaml\n"
    )


@pytest.mark.parametrize("name", [f"{SECOND}.yaml.bak", SECOND, f"{SECOND}.txt", f"{SECOND}/copy.yaml"])
def test_a_copy_beside_its_meeting_may_have_any_other_end(name: str, met: Notes) -> None:
    met.write(f"{met.series}/{name}", f"date: {SECOND}\n{CARRIED}")
    assert met.problems() == []


@pytest.mark.parametrize("text", ["date: 2020-11-02\n", "attending: [Mat]\n", "- a: list\n"])
def test_a_file_that_does_not_say_that_it_is_a_meeting_may_have_any_name(text: str, met: Notes) -> None:
    met.write(f"{met.series}/settings.yaml", text)
    met.write(f"{met.series}/deeper/minutes.yaml", f"date: 2020-11-02\n{CARRIED}")
    assert met.problems() == []
