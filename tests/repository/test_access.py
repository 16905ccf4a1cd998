"""Opening a repository: which one it is, and what is said where there is none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from support.sharednotes import FIRST, break_first

from minutebook.repository.access import RepositoryError, create_repository, is_repository, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.notes import Notes

CANARY = """\
import sys
Path(sys.argv[1]).touch()
"""


def test_a_folder_outside_of_any_repository_is_refused(notes: Notes, tmp_path: Path) -> None:
    said = notes.refusal("-C", str(tmp_path), "check")
    assert "is in no git repository" in said
    assert "go to the folder of your notes" in said
    assert "`minutebook init`" in said


def test_a_folder_that_is_not_there_is_refused(notes: Notes) -> None:
    assert "there is no folder" in notes.refusal("-C", "nowhere", "check")


@pytest.mark.parametrize("words", [("check",), ("check", "--staged"), ("sync",), ("new",), ("deltas",)])
def test_a_bare_repository_has_no_files_to_work_on(words: tuple[str, ...], notes: Notes) -> None:
    notes.git("init", "--quiet", "--bare", "../bare")
    assert "is a bare repository: it has no files to work on" in notes.refusal("-C", "../bare", *words)


def test_a_machine_without_git_is_told(kept: Notes, tmp_path: Path) -> None:
    done = kept.minutebook("check", code=2, env=os.environ | {"PATH": str(tmp_path)})
    assert (done.stdout, done.stderr.count("\n"), "git was not found" in done.stderr) == ("", 1, True)


def test_a_git_that_does_not_run_is_told(kept: Notes, tmp_path: Path) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\necho broken >&2\nexit 2\n")
    (tmp_path / "git").chmod(0o755)
    done = kept.minutebook("check", code=2, env={**os.environ, "PATH": str(tmp_path)})
    assert done.stderr == "minutebook: git was found, but does not run: broken\n"


@pytest.mark.parametrize("told", ["GIT_DIR", "GIT_QUARANTINE_PATH", "GIT_DIR GIT_QUARANTINE_PATH"])
def test_another_repositorys_variables_do_not_lead_there(
    told: str,
    kept: Notes,
    tmp_path: Path,
    make_notes: Callable[[Path], Notes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = make_notes(tmp_path / "other")
    break_first(other)
    other.commit()
    kept.meeting(FIRST, Open=11, Done=3)
    theirs = other.top / ".git"
    if "GIT_DIR" in told:
        monkeypatch.setenv("GIT_DIR", str(theirs))
        monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
        monkeypatch.setenv("GIT_INDEX_FILE", str(theirs / "index"))
        monkeypatch.setenv("GIT_COMMON_DIR", str(theirs))
    if "GIT_QUARANTINE_PATH" in told:
        monkeypatch.setenv("GIT_QUARANTINE_PATH", str(theirs / "objects/incoming"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(theirs / "objects"))
    before = {file: file.read_bytes() for file in other.top.rglob("*") if file.is_file()}
    done = kept.minutebook("-C", str(kept.top), "sync", "--stage", folder="../other")
    assert f"wrote {kept.minutes(FIRST)}" in done.stdout
    assert {file: file.read_bytes() for file in other.top.rglob("*") if file.is_file()} == before
    assert "| 11 " in kept.read(kept.minutes(FIRST))


@pytest.mark.parametrize(
    ("git_dir", "folder"), [("{top}/.git", "meetings"), (".git", "."), ("../.git", "meetings")]
)
def test_a_working_tree_is_the_same_however_its_path_is_told(
    git_dir: str, folder: str, kept: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", git_dir.format(top=kept.top))
    monkeypatch.setenv("GIT_WORK_TREE", "." if folder == "." else "..")
    done = kept.run("check", folder=folder)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("apart", ["{top}", "."])
def test_hooks_run_in_a_working_tree_whose_repository_lies_apart(
    apart: str, kept: Notes, tmp_path: Path
) -> None:
    (kept.top / ".git").rename(tmp_path / "apart.git")
    hook = tmp_path / "apart.git/hooks/pre-commit"
    hook.parent.mkdir()
    hook.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m minutebook sync --staged --exit-code\n")
    hook.chmod(0o755)
    kept.meeting(FIRST, Open=11, Done=3)
    git = ("--git-dir=../apart.git", f"--work-tree={apart.format(top=kept.top)}")
    kept.git(*git, "add", "--all")
    stopped = kept.git(*git, "commit", "--message", "Notes", code=1)
    assert f"wrote {kept.minutes(FIRST)}\n" in stopped.stdout + stopped.stderr
    kept.git(*git, "add", "--all")
    kept.git(*git, "commit", "--message", "Notes")


@pytest.mark.parametrize("words", [("check",), ("check", "--staged"), ("sync", "--staged"), ("deltas",)])
def test_a_repositorys_own_settings_start_no_program(words: tuple[str, ...], kept: Notes) -> None:
    canary, script = kept.top.parent / "canary", kept.top.parent / "canary.py"
    script.write_text(CANARY, encoding="utf-8")
    command = f"'{sys.executable}' '{script}' '{canary}'"
    names = (
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "core.editor",
        "diff.x.command",
        "diff.x.textconv",
    )
    for name in (*names, "filter.x.clean", "filter.x.smudge", "filter.x.process"):
        kept.git("config", name, command)
    kept.write(".git/info/attributes", "* diff=x filter=x\n")
    kept.write(f"{kept.series}/{FIRST}.yaml", kept.read(f"{kept.series}/{FIRST}.yaml") + "\n")
    kept.run(*words)
    assert not canary.exists()


@pytest.mark.parametrize("kind", ["LITERAL", "NOGLOB", "GLOB", "ICASE"])
def test_what_a_caller_means_by_a_pattern_changes_nothing(
    kind: str, kept: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write(f"{kept.series}/2020-10-26.yaml", "date: 2020-10-26\nattending: 3\n")
    kept.git("add", "--all")
    as_usual = kept.problems("--staged")
    monkeypatch.setenv(f"GIT_{kind}_PATHSPECS", "1")
    assert as_usual
    assert kept.problems("--staged") == as_usual


def test_how_somebody_likes_to_see_paths_changes_nothing(kept: Notes) -> None:
    kept.write(f"{kept.series}/2020-10-26.yaml", "date: 2020-10-26\nattending: 3\n")
    kept.git("add", "--all")
    kept.git("config", "diff.relative", "true")
    hook = kept.run("sync", "--staged", "--exit-code", folder="meetings")
    assert (hook.returncode, "wrong-type" in hook.stdout) == (1, True)


@pytest.mark.parametrize(
    ("stderr", "reason"),
    [
        ("fatal: bad object HEAD", "git ls-files failed: bad object HEAD"),
        ("stderr: 'fatal: bad\nmore'", "git ls-files failed: bad"),
        ("", "git ls-files failed: no reason was given"),
    ],
)
def test_what_git_says_becomes_one_sentence(stderr: str, reason: str) -> None:
    assert sentence("ls_files", stderr) == reason


def test_a_folder_that_another_user_owns_is_answered_with_the_command_to_type() -> None:
    said = sentence("status", "fatal: detected dubious ownership in repository at '/srv/notes'")
    assert said.endswith("type: git config --global --add safe.directory /srv/notes")


def test_a_folder_becomes_a_repository_once_it_is_made_one(tmp_path: Path) -> None:
    assert not is_repository(tmp_path)
    create_repository(tmp_path)
    assert is_repository(tmp_path)


def test_where_a_file_stands_no_repository_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RepositoryError, match="can't be made a git repository"):
        create_repository(tmp_path / "file/below")
