"""Exit codes, and what is said beside them."""

import sys
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook import __version__
from minutebook.cli import main
from minutebook.commands import check


def test_nothing_to_say_is_0(notes: Notes) -> None:
    notes.run("sync")
    done = notes.run("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_files_that_were_written_are_1_only_where_that_is_asked_for(notes: Notes) -> None:
    assert notes.run("sync", "--check").returncode == 1
    assert notes.run("sync", "--exit-code").returncode == 1
    notes.meeting("2020-10-19", Open=1)
    assert notes.run("sync").returncode == 0


def test_a_warning_is_shown_and_is_1_only_when_strict(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1, extra="  - title: Talk\n    notes: |\n      # A heading\n")
    notes.run("sync")
    assert "warning" in notes.run("check").stdout
    assert (notes.run("check").returncode, notes.run("check", "--strict").returncode) == (0, 1)


@pytest.mark.parametrize("words", [[], ["nonsense"], ["check", "--nonsense"], ["drop", "a1bcde"]])
def test_wrong_usage_is_2(notes: Notes, words: list[str]) -> None:
    assert notes.run(*words).returncode == 2


def test_a_folder_that_is_not_there_is_2_and_one_sentence(notes: Notes) -> None:
    done = notes.run("-C", "nowhere", "check")
    assert (done.returncode, done.stderr) == (2, "minutebook: there is no folder 'nowhere'\n")


def test_a_later_format_is_2_and_says_what_to_do(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", "format: 2\n")
    done = notes.run("check")
    assert (done.returncode, done.stderr.count("\n"), "update" in done.stderr) == (2, 1, True)


def test_a_bug_is_3_and_its_report_is_in_a_file(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError("to be seen in the report")

    monkeypatch.setattr(check, "run", broken)
    done = notes.run("check")
    assert done.returncode == 3
    report = Path(done.stderr.strip().rsplit(" ", 1)[-1])
    assert "to be seen in the report" in report.read_text(encoding="utf-8")
    report.unlink()


def test_a_day_that_is_none_is_2(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2026-13-01")
    assert "MINUTEBOOK_TODAY" in notes.refusal("check")


def test_too_little_memory_is_2(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    def starved(_: object) -> int:
        raise MemoryError

    monkeypatch.setattr(check, "run", starved)
    assert "not enough memory" in notes.refusal("check")


def test_an_interruption_is_130(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert notes.run("check").returncode == 130


def test_an_interruption_while_a_class_is_made_is_130(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr(check, "run", interrupted)
    done = notes.run("check")
    assert (done.returncode, done.stderr) == (130, "")


def test_the_version_says_by_what_yaml_is_read(notes: Notes) -> None:
    said = notes.run("--version").stdout
    assert said.startswith(f"minutebook {__version__}, YAML by ")


def test_paths_are_read_and_shown_as_from_the_folder_that_is_named(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    assert "wrote team/2020-10-19.md\n" in notes.run("-C", "meetings", "sync", "team").stdout


def test_where_to_type_what_is_said_is_told_who_named_another_folder(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    said = notes.run("-C", "meetings", "check")
    assert "minutebook sync" in said.stdout
    assert said.stderr.endswith("go there first: cd meetings\n")
    assert "cd " not in notes.run("-C", ".", "check").stderr + notes.run("check").stderr
    assert "cd " not in notes.run("-C", "meetings", "check", "--format", "json").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("words", ["--help", "check --help", "--version", "explain tab", ""])
def test_help_that_can_t_be_written_is_2(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(words.split()) == 2
    assert capsys.readouterr().err.endswith(
        "minutebook: the output can't be written: No space left on device\n"
    )
