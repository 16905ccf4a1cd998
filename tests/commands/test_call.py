"""What every command can rely on."""

import pytest
from support.notes import Notes

from minutebook.console import Console


@pytest.mark.parametrize("command", ["render", "deltas"])
def test_mistakes_are_reported_in_place_of_data(held: Notes, command: str) -> None:
    held.write(f"{held.series}/2020-10-26.yaml", "date: 2020-10-26\nnotes: [\n")
    done = held.run(command, "2020-10-26")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{held.series}/2020-10-26.yaml:2:")


def test_a_path_that_is_not_there_is_no_success(held: Notes) -> None:
    assert held.run("check", f"{held.series}/2020-10-26.yam").returncode == 2


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (["new"], "wrote team/2020-11-02.yaml\n"),
        (["done", "b1bcde"], "wrote team/2020-10-26.yaml\n"),
        (["sync", "--only", "carry"], ""),
    ],
)
def test_a_file_is_named_as_it_is_typed_where_the_user_stands(
    held: Notes, words: list[str], output: str
) -> None:
    assert held.run(*words, folder="meetings").stdout == output


def test_a_file_that_somebody_has_meanwhile_is_not_written_over(held: Notes) -> None:
    held.write(".gitignore", "2020-11-02.yaml\n")
    held.write(f"{held.series}/2020-11-02.yaml", "mine\n")
    done = held.run("new")
    assert (done.returncode, done.stdout) == (2, "")
    assert held.read(f"{held.series}/2020-11-02.yaml") == "mine\n"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["status"], "1 of 2 meetings"),
        (["actions"], "1 of 2 meetings"),
        (["new"], "1 of 2 meetings"),
        (["log"], "1 of 6 files"),
    ],
)
def test_what_takes_long_shows_how_far_it_is(
    held: Notes, words: list[str], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "shows_progress", True)
    monkeypatch.setattr("minutebook.console._LONG", -1.0)
    progress, _, rest = held.run(*words).stderr.rpartition("\r\x1b[K")
    assert f"\r\x1b[K{shown} \u2026" in progress
    assert "\u2026" not in rest
