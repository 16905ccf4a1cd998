"""What a set-up depends on: options, answers, and what files say already."""

import io
import re
import sys
from datetime import date

import pytest
from support.notes import Notes
from support.setups import SOURCE, TOLD, files, first_meeting, load


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let somebody answer on standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_without_a_schedule_the_first_meeting_is_today(empty: Notes) -> None:
    empty.run("init", "--title", "Web team", "--schedule", "none", "--people", "", *SOURCE)
    assert first_meeting(empty) == f"meetings/web-team/{date.today()}.yaml"
    assert "schedule" not in load(empty, "meetings/web-team/series.yaml")


def test_the_folder_of_the_series_can_be_named(empty: Notes) -> None:
    empty.run("init", "notes/weekly/web", *TOLD)
    assert "notes/weekly/web/series.yaml" in files(empty)
    assert "$schema=../../../schema/" in empty.read("notes/weekly/web/series.yaml")
    assert load(empty, ".pre-commit-config.yaml")["exclude"].startswith("^notes/weekly/.+/(")
    assert "notes/weekly/**/????-??-??.md linguist-generated" in empty.read(".gitattributes")


def test_options_for_a_series_that_is_there_are_told_to_do_nothing(empty: Notes) -> None:
    empty.run("init", *TOLD)
    said = empty.run("init", *TOLD).stderr
    assert said.startswith(
        "meetings/web-team/series.yaml already exists, so --schedule, --people changed nothing"
    )


def test_a_home_folder_does_not_become_a_repository(empty: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(empty.top))
    monkeypatch.setenv("USERPROFILE", str(empty.top))
    done = empty.run("init", *TOLD)
    assert done.returncode == 2
    assert "this is your home folder: make a folder for the notes" in done.stderr
    assert list(empty.top.iterdir()) == []


def test_what_no_option_tells_is_asked(empty: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "Web team", "first Tuesday of the month", "Mat, Diego")
    done = empty.run("init", *SOURCE)
    assert done.stderr.startswith("What is the meeting called?\nWhen? ")
    series = load(empty, "meetings/web-team/series.yaml")
    assert (series["title"], series["schedule"][0]["rule"]) == ("Web team", "FREQ=MONTHLY;BYDAY=1TU")


@pytest.mark.parametrize("stdin", [io.StringIO(), None])
def test_where_nobody_answers_a_title_is_asked_for(
    stdin: io.StringIO | None, empty: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    done = empty.run("init", *SOURCE)
    assert done.returncode == 2
    assert done.stderr.endswith("minutebook: a series needs a title, such as: Web team\n")
    assert files(empty) == {}


def test_an_answer_that_is_not_understood_is_asked_for_again_on_a_terminal(
    empty: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "now and then", "Monday")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    done = empty.run("init", "--title", "Web team", "--people", "", *SOURCE)
    assert done.returncode == 0
    assert "'now and then' can't be understood as a schedule" in done.stderr


@pytest.mark.parametrize(
    ("origin", "left_out"),
    [("git@github.com:team/notes.git", ".gitlab-ci.yml"), ("https://gitlab.example.org/t/n.git", ".github")],
)
def test_a_known_code_host_gets_only_its_own_files(origin: str, left_out: str, existing: Notes) -> None:
    existing.git("remote", "add", "origin", origin)
    existing.run("init", *TOLD)
    assert not (existing.top / left_out).exists()


def test_a_source_needs_a_revision(empty: Notes) -> None:
    done = empty.run("init", "--title", "x", "--source", "https://example.org/other")
    assert done.returncode == 2
    assert "--source needs --source-rev" in done.stderr


@pytest.mark.parametrize(
    "folder", ['a"b/web', "a&<b/web", "*/web", "#n/web", ".git/web", "a\\b/web", "n\nm/web", "x" * 200]
)
def test_a_folder_has_a_name_that_means_the_same_in_every_file(folder: str, empty: Notes) -> None:
    done = empty.run("init", folder, *TOLD)
    assert done.returncode == 2
    assert "the name of a folder of notes has only letters, digits, spaces" in done.stderr
    assert list(empty.top.iterdir()) == []


def test_a_folder_of_somebody_elses_making_is_looked_at_as_closely(existing: Notes) -> None:
    existing.write('a", os.execute("id"), "/web/series.yaml', "title: Web\n")
    assert existing.run("init", *SOURCE).returncode == 2
    assert not (existing.top / ".nvim.lua").exists()


def test_a_series_that_lies_in_no_other_folder_is_the_folder_of_notes(empty: Notes) -> None:
    empty.run("init", "web", *TOLD)
    excluded = re.compile(load(empty, ".pre-commit-config.yaml")["exclude"])
    assert [bool(excluded.search(path)) for path in ("web/2020-10-26.md", "web/README.md", "web/x.md")] == [
        True,
        True,
        False,
    ]
    said = empty.git("check-attr", "linguist-generated", "--", "web/README.md").stdout
    assert said.endswith(": set\n")


def test_series_in_several_folders_have_the_one_above_them_all(empty: Notes) -> None:
    for name in ("notes/a/x", "notes/b/y"):
        empty.write(f"{name}/series.yaml", "title: x\n")
    empty.git("init", "--quiet")
    empty.run("init", *SOURCE)
    assert load(empty, ".pre-commit-config.yaml")["exclude"].startswith("^notes/.+/(")


def test_no_key_of_somebodys_is_written_down(empty: Notes) -> None:
    source = ("--source", "https://bob:s3cret@example.org/minutebook", "--source-rev", "v1")
    empty.run("init", "--title", "x", "--schedule", "none", "--people", "", *source)
    assert not [path for path, content in files(empty).items() if b"s3cret" in content]
    assert b"git+https://example.org/minutebook@v1" in files(empty)[".github/workflows/minutebook.yml"]


@pytest.mark.parametrize(
    "words", [("--source", ""), ("--source", "a b"), ("--source-rev", "v1'; x"), ("--source-rev", "$(x)")]
)
def test_a_source_is_one_word(words: tuple[str, ...], empty: Notes) -> None:
    done = empty.run("init", "--title", "x", *words)
    assert done.returncode == 2
    assert f"{words[0]} must be one word without quotes, `$` or backslashes, not '{words[1]}'" in done.stderr


def test_a_title_that_gives_the_folder_of_another_series_asks_for_a_name(empty: Notes) -> None:
    empty.run("init", *TOLD)
    done = empty.run("init", "--title", "Web: Team", *SOURCE)
    assert done.returncode == 2
    assert "meetings/web-team is already the series 'Web team'; name another folder" in done.stderr


def test_a_series_that_is_named_and_there_needs_no_title(empty: Notes) -> None:
    empty.run("init", *TOLD)
    done = empty.run("init", "meetings/web-team", *SOURCE)
    assert (done.returncode, done.stdout) == (0, "")


def test_notes_are_not_begun_in_a_repository_within(existing: Notes) -> None:
    (existing.top / "inner").mkdir()
    existing.git("init", "--quiet", folder="inner")
    done = existing.run("init", "inner/web", *TOLD)
    assert done.returncode == 2
    assert "inner is a git repository of its own: call minutebook there" in done.stderr


def test_a_long_title_has_a_folder_with_a_shorter_name(empty: Notes) -> None:
    empty.run("init", "--title", "long " * 60, "--schedule", "none", "--people", "", *SOURCE)
    (series,) = (path for path in files(empty) if path.endswith("series.yaml"))
    assert len(series) < 90


def test_a_series_that_meets_today_begins_today(empty: Notes) -> None:
    empty.run("init", "--title", "x", "--schedule", f"{date.today():%A}", "--people", "", *SOURCE)
    assert first_meeting(empty) == f"meetings/x/{date.today()}.yaml"


def test_the_host_and_the_editors_are_asked_for_on_a_terminal(
    empty: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "nothing such", "GitHub", "vscode and neovim")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: sys.stdin.readline().strip())
    done = empty.run("init", *TOLD)
    assert "'nothing' is none of github, gitlab, or none" in done.stderr
    written = {*files(empty)}
    assert {".github/workflows/minutebook.yml", ".vscode/settings.json", ".nvim.lua"} <= written
    assert not {".gitlab-ci.yml", ".idea/jsonSchemas.xml"} & written


@pytest.mark.parametrize(
    ("trace", "there", "absent"),
    [
        (".vscode/tasks.json", ".vscode/settings.json", ".idea/jsonSchemas.xml"),
        (".idea/misc.xml", ".idea/jsonSchemas.xml", ".nvim.lua"),
        (".gitlab-ci.yml", ".gitlab/minutebook.yml", ".github/workflows/minutebook.yml"),
        (".github/CODEOWNERS", ".github/workflows/minutebook.yml", ".gitlab/minutebook.yml"),
    ],
)
def test_what_stands_in_the_folder_tells_the_host_and_the_editor(
    trace: str, there: str, absent: str, empty: Notes
) -> None:
    empty.write(trace, "")
    empty.run("init", *TOLD)
    assert there in files(empty)
    assert absent not in files(empty)


def test_only_what_is_named_is_written(empty: Notes) -> None:
    empty.run("init", *TOLD, "--with", "github", "--with", "neovim")
    written = {*files(empty)}
    assert {".github/workflows/minutebook.yml", ".nvim.lua"} <= written
    assert not {".gitlab-ci.yml", ".vscode/settings.json", ".idea/jsonSchemas.xml"} & written
    assert empty.run("init").stderr == "Everything is set up already; nothing was changed.\n"


def test_nothing_for_hosts_and_editors_is_written_where_none_is_wanted(empty: Notes) -> None:
    empty.run("init", *TOLD, "--with", "none")
    assert not [path for path in files(empty) if path.startswith((".git/", ".github", ".gitlab", ".vscode"))]
