"""What the program says beside problems, where GitHub reads it along."""

import pytest
from support.notes import Notes
from support.runner import commands

HOSTILE = "    notes: |\n      ::error::from notes\n      a ##[error]b\n"


@pytest.mark.parametrize("words", [("--diff",), ("--check",), ()])
def test_what_sync_tells_is_no_command(notes: Notes, words: tuple[str, ...]) -> None:
    notes.meeting("2020-10-19", Open=1, extra=f"  - title: Talk\n{HOSTILE}")
    done = notes.run("sync", "--format", "github", *words)
    assert "2020-10-19.md" in done.stderr
    assert commands(done.stdout) == commands(done.stderr) == []


def test_a_refusal_is_no_command(notes: Notes) -> None:
    notes.run("sync")
    done = notes.run("check", "--format", "github", "a ##[error]b")
    assert done.returncode == 2
    assert "[error]b" in done.stderr
    assert commands(done.stderr) == []


def test_a_file_in_a_folder_named_like_a_command_is_none(notes: Notes) -> None:
    series = "a ##[error]b"
    notes.write(f"{series}/series.yaml", "title: Team\n")
    for day in range(1, 13):
        notes.write(f"{series}/2020-10-{day:02}.yaml", "::error::x: 1\n")
    done = notes.run("check", "--format", "github")
    names = [command.name for command in commands(done.stdout)]
    assert names == ["error"] * 10 + ["group", "endgroup"]
    assert {command.properties["file"].split("/")[0] for command in commands(done.stdout)[:10]} <= {
        series,
        "meetings",
    }
