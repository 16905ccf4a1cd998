"""Real commits through the real pre-commit: the minutes that land are those of the tree that lands."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.notes import Notes
    from support.tools import Tools

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]
HOME = str(Path.home())
"""The user's own: while tests run it is another, but this one may say where packages come from."""
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: minutebook
        name: minutebook
        entry: {entry}
        language: unsupported
        always_run: true
        pass_filenames: false
        require_serial: true
        verbose: true
        stages: [pre-commit, pre-merge-commit, manual]
"""
HOOK = """\
import contextlib, os, sys
from minutebook.cli import main
code = main(["sync", "--staged", "--exit-code"])
with open(os.environ["WITNESS"], "w") as file, contextlib.redirect_stdout(file):
    main(["check", "--staged", "--format", "json"])
sys.exit(code)
"""
"""Is the published hook, and keeps what `check --staged` says at the very moment of a commit."""
FIRST, SECOND, THIRD = "2020-10-19", "2020-10-26", "2020-11-02"
COUNTERS = {FIRST: "      guests: 2\n"}
"""A counter that is missing in the second meeting is a warning, so that what is found is not always nothing."""


def meet(notes: Notes, day: str, opened: int, done: int = 3) -> str:
    """Write the meeting of a day, and return its path."""
    extra = f"    counters:\n{COUNTERS.get(day, '')}      calls: 4\n"
    return notes.meeting(day, Open=opened, Held=1, Old=2, Odd=1, Done=done, extra=extra)


class Team:
    """People who commit to a repository through the hooks, and do what the hooks say."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes

    def commit(self, *words: str, stops: bool = False, folder: str = ".", **options: Any) -> str:
        """Commit, insist that it lands or does not, and return what was said."""
        message = [] if "--no-edit" in words else ["--message", "Notes"]
        done = self.notes.git("commit", *message, *words, code=int(stops), folder=folder, **options)
        if not stops:
            self.insist_on_what_landed()
        return done.stdout + done.stderr

    def commit_twice(self, *words: str) -> str:
        """Commit, type what the hook says, commit again, and return what was said at first."""
        said = self.commit(*words, stops=True)
        self.type(said)
        self.commit(*words)
        return said

    def type(self, said: str, *, folder: str = ".") -> list[str]:
        """Type the lines that a hook tells to type, exactly as they stand there, and return them."""
        told = said[said.index("Type:") :].split("\n")[1:]
        lines = [line.strip() for line in told if line.startswith("    ")]
        for line in lines:
            program, *words = shlex.split(line)
            python = [sys.executable, "-m"] if program == "minutebook" else []
            self.notes.call([*python, program, *words], folder=folder)
        return lines

    def insist_on_what_landed(self) -> None:
        """Insist on minutes that are those of the tree that landed, and on the law of snapshots."""
        landed = self.notes.problems("--rev", "HEAD")
        assert not [problem for problem in landed if problem["severity"] == "error"]
        for path in self.minutes():
            rendered = self.notes.run("render", "--rev", "HEAD", path.replace(".md", ".yaml"))
            assert rendered.stdout == self.notes.git("show", f"HEAD:{path}").stdout
        witness = Path(os.environ["WITNESS"]).read_text(encoding="utf-8")
        assert json.loads(witness) == landed
        assert self.in_a_shallow_clone() == landed

    def insist_on_rest(self) -> None:
        """Insist that nothing is left over, and that another run has nothing to do."""
        assert self.notes.git("status", "--porcelain").stdout == ""
        for words in (["sync", "--exit-code"], ["sync", "--staged", "--exit-code"]):
            assert self.notes.run(*words).returncode == 0
        assert self.notes.git("status", "--porcelain").stdout == ""

    def minutes(self) -> list[str]:
        """Return the paths of all minutes in the last commit."""
        tree = self.notes.git("ls-tree", "-r", "-z", "--name-only", "HEAD").stdout.split("\0")
        return [path for path in tree if path.endswith(".md") and "/20" in path]

    def landed(self, path: str) -> str:
        """Return a file of the last commit."""
        return self.notes.git("show", f"HEAD:{path}").stdout

    def in_a_shallow_clone(self) -> Any:
        """Return what `check` says in a clone that has the last commit only."""
        clone = self.clone("shallow")
        return json.loads(self.notes.run("-C", str(clone), "check", "--format", "json").stdout)

    def clone(self, name: str) -> Path:
        """Clone the last commit, without what was before it."""
        clone = self.notes.top.parent / name
        shutil.rmtree(clone, ignore_errors=True)
        origin = self.notes.top.as_uri()
        self.notes.git("clone", "--quiet", "--depth", "1", origin, str(clone), folder="..")
        return clone


@pytest.fixture(scope="session")
def installed(
    tmp_path_factory: pytest.TempPathFactory, make_notes: Callable[[Path], Notes], warm: str
) -> Path:
    """Return a repository without commits, where the hooks are installed and a meeting was written."""
    folder = tmp_path_factory.mktemp("installed")
    notes = make_notes(folder / "notes")
    notes.write("../hook.py", HOOK)
    entry = shlex.join([warm, str(folder / "hook.py")])
    notes.write(".pre-commit-config.yaml", CONFIG.format(entry=json.dumps(entry)))
    notes.call([*PRE_COMMIT, "install", "-t", "pre-commit", "-t", "pre-merge-commit"])
    for name in ("pre-commit", "pre-merge-commit"):
        hook = f".git/hooks/{name}"
        assert f"INSTALL_PYTHON={shlex.quote(sys.executable)}" in notes.read(hook)
        notes.write(hook, notes.read(hook).replace(shlex.quote(sys.executable), shlex.quote(warm)))
    meet(notes, FIRST, 10)
    return notes.top


@pytest.fixture(scope="session")
def started(installed: Path, make_notes: Callable[[Path], Notes]) -> Path:
    """Return a repository where the first meeting is committed."""
    notes = make_notes(installed.parent / "started")
    shutil.copytree(installed, notes.top, dirs_exist_ok=True)
    notes.run("sync")
    notes.commit()
    return notes.top


@pytest.fixture
def unborn(notes: Notes, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    """Return a team that has not committed anything yet."""
    shutil.copytree(installed, notes.top, dirs_exist_ok=True)
    monkeypatch.setenv("WITNESS", str(tmp_path / "witness.json"))
    return Team(notes)


@pytest.fixture
def team(notes: Notes, started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    """Return a team that has committed its first meeting and written the second."""
    shutil.copytree(started, notes.top, dirs_exist_ok=True)
    monkeypatch.setenv("WITNESS", str(tmp_path / "witness.json"))
    meet(notes, SECOND, 12)
    return Team(notes)


@pytest.fixture
def met_twice(team: Team) -> Team:
    """Return a team that has committed two meetings."""
    team.notes.run("sync")
    team.notes.commit()
    return team


def test_a_commit_stops_until_the_minutes_are_part_of_it(team: Team) -> None:
    team.notes.git("add", ".")
    said = team.commit(stops=True)
    assert team.type(said) == ["git add meetings/team/2020-10-26.md meetings/team/README.md"]
    team.commit()
    assert "| 12    | +2      | Open  |" in team.landed(team.notes.minutes(SECOND))
    assert [problem["rule"] for problem in team.notes.problems("--rev", "HEAD")] == ["counter-absent"]
    team.insist_on_rest()


def test_warnings_are_shown_on_a_commit_that_passes(team: Team) -> None:
    team.notes.run("sync")
    team.notes.git("add", ".")
    said = team.commit()
    assert ": counter-absent: warning: the counter 'guests' of 2020-10-19 is missing" in said
    assert "1 warning" in said


def test_nothing_is_said_on_a_commit_without_warnings(team: Team) -> None:
    (team.notes.top / team.notes.series / f"{SECOND}.yaml").unlink()
    meet(team.notes, FIRST, 11)
    team.notes.run("sync")
    team.notes.git("add", ".")
    said = team.commit()
    shown = said[said.index("- hook id: minutebook") : said.index("[main ")]
    assert [line for line in shown.splitlines() if line and not line.startswith("- ")] == []


def test_a_first_commit_has_its_minutes(unborn: Team) -> None:
    unborn.notes.git("add", ".")
    unborn.commit_twice()
    unborn.insist_on_rest()


def test_a_commit_of_all_tracked_files_has_the_minutes_of_what_it_takes(met_twice: Team) -> None:
    meet(met_twice.notes, FIRST, 11)
    said = met_twice.commit("--all", stops=True)
    assert "wrote meetings/team/2020-10-19.md\nwrote meetings/team/2020-10-26.md\n" in said
    assert "and commit again with --all: git has not kept what it staged for this commit.\n" in said
    met_twice.commit("--all")
    assert "| 12    | +1      | Open  |" in met_twice.landed(met_twice.notes.minutes(SECOND))
    met_twice.insist_on_rest()


def test_a_new_meeting_that_a_commit_of_all_tracked_files_leaves_out_is_named(met_twice: Team) -> None:
    notes = met_twice.notes
    third = meet(notes, THIRD, 4)
    meet(notes, SECOND, 13)
    said = met_twice.commit("--all", stops=True)
    assert third in said
    met_twice.type(said)
    met_twice.commit("--all")
    assert notes.minutes(THIRD) in met_twice.minutes()
    met_twice.insist_on_rest()


def test_what_was_typed_into_minutes_is_not_lost_in_a_commit_of_all_tracked_files(met_twice: Team) -> None:
    notes, minutes = met_twice.notes, met_twice.notes.minutes(SECOND)
    notes.write(minutes, notes.read(minutes) + "typed by hand\n")
    said = met_twice.commit("--all", stops=True)
    assert ": hand-edited: a line was typed by hand here and would be lost" in said
    assert notes.read(minutes).endswith("typed by hand\n")


def test_a_commit_of_paths_has_the_minutes_of_those_paths_only(team: Team) -> None:
    team.notes.run("sync")
    team.notes.git("add", ".")
    first = meet(team.notes, FIRST, 11)
    said = team.commit(first, stops=True)
    assert "a commit of named files takes only those" in said
    assert team.type(said) == ["git add meetings/team/2020-10-19.md"]
    team.commit(first, team.notes.minutes(FIRST))
    assert team.minutes() == [team.notes.minutes(FIRST)]
    assert "| 11    |         | Open  |" in team.landed(team.notes.minutes(FIRST))
    team.commit_twice()
    assert "| 12    | +1      | Open  |" in team.landed(team.notes.minutes(SECOND))
    team.insist_on_rest()


def test_a_partly_staged_meeting_has_the_minutes_of_its_staged_part(met_twice: Team) -> None:
    second = meet(met_twice.notes, SECOND, 20)
    text = met_twice.notes.read(second) + "    notes: more\n"
    met_twice.notes.write(second, text)
    blob = met_twice.notes.git("hash-object", "-w", "--stdin", input=text.replace("more", "less")).stdout
    met_twice.notes.git("update-index", "--cacheinfo", f"100644,{blob.strip()},{second}")
    met_twice.commit_twice()
    minutes = met_twice.notes.minutes(SECOND)
    assert "less" in met_twice.landed(minutes)
    assert met_twice.notes.git("diff", "--name-only").stdout == f"{second}\n"
    assert met_twice.notes.read(second) == text


def test_hunks_picked_by_hand_have_the_minutes_of_those_hunks(met_twice: Team) -> None:
    second = f"{met_twice.notes.series}/{SECOND}.yaml"
    text = met_twice.notes.read(second)
    met_twice.notes.write(second, "title: Picked\n" + text.replace("calls: 4", "calls: 5"))
    met_twice.notes.git("add", "--patch", input="y\nn\n")
    met_twice.commit_twice()
    landed = met_twice.landed(met_twice.notes.minutes(SECOND))
    assert "# Picked, " in landed
    assert "4 (+0) calls" in landed
    assert "calls: 5" in met_twice.notes.read(second)


def test_a_commit_in_a_linked_worktree_has_the_minutes_of_that_tree(team: Team) -> None:
    linked = team.notes.top.parent / "linked"
    team.notes.git("worktree", "add", "--quiet", "-b", "side", str(linked))
    there = Team(type(team.notes)(linked))
    meet(there.notes, SECOND, 7)
    there.notes.git("add", ".")
    there.commit_twice()
    assert "| 7     | -3      | Open  |" in there.landed(there.notes.minutes(SECOND))
    there.insist_on_rest()
    assert not (team.notes.top / team.notes.minutes(SECOND)).exists()


def test_an_amended_commit_has_the_minutes_of_its_new_tree(met_twice: Team) -> None:
    meet(met_twice.notes, SECOND, 9)
    met_twice.notes.git("add", ".")
    met_twice.commit_twice("--amend", "--no-edit")
    assert "| 9     | -1      | Open  |" in met_twice.landed(met_twice.notes.minutes(SECOND))
    assert met_twice.notes.git("rev-list", "--count", "HEAD").stdout == "2\n"
    met_twice.insist_on_rest()


def test_a_clean_merge_stops_when_a_baseline_came_from_the_other_side(met_twice: Team) -> None:
    notes = met_twice.notes
    notes.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    meet(notes, FIRST, 4)
    notes.run("sync")
    notes.commit()
    notes.git("checkout", "--quiet", "main")
    done = notes.git("merge", "--no-edit", "side", code=1)
    said = done.stdout + done.stderr
    assert "wrote meetings/team/2020-10-26.md" in said
    met_twice.type(said)
    met_twice.commit("--no-edit")
    assert "| 12    | +8      | Open  |" in met_twice.landed(notes.minutes(SECOND))
    assert notes.git("rev-list", "--count", "--merges", "HEAD").stdout == "1\n"
    met_twice.insist_on_rest()


@pytest.fixture
def in_conflict(met_twice: Team) -> Team:
    """Return a team amid a merge of two branches that counted different states anew."""
    notes = met_twice.notes
    for branch, start, counts in (("side", "HEAD", (20, 3)), ("other", "main", (12, 5))):
        notes.git("checkout", "--quiet", "-b", branch, start)
        meet(notes, SECOND, *counts)
        notes.run("sync")
        notes.commit()
    done = notes.git("merge", "--no-edit", "side", code=1)
    assert "CONFLICT (content): Merge conflict in meetings/team/2020-10-26.md" in done.stdout
    return met_twice


def test_minutes_in_conflict_are_written_anew_from_notes_that_merged(in_conflict: Team) -> None:
    notes = in_conflict.notes
    staged = notes.run("sync", "--staged").stdout
    assert f"Type: minutebook sync   then: git add {notes.minutes(SECOND)}" in staged
    assert notes.run("sync").returncode == 0
    assert "| 29    | +12     | Total |" in notes.read(notes.minutes(SECOND))
    notes.git("add", notes.minutes(SECOND))
    in_conflict.commit("--no-edit")
    in_conflict.insist_on_rest()


def test_conflict_markers_that_were_added_do_not_land(in_conflict: Team) -> None:
    in_conflict.notes.git("add", ".")
    in_conflict.commit_twice("--no-edit")
    assert "| 29    | +12     | Total |" in in_conflict.landed(in_conflict.notes.minutes(SECOND))
    in_conflict.insist_on_rest()


def test_a_commit_that_only_deletes_a_meeting_deletes_its_minutes(met_twice: Team) -> None:
    met_twice.notes.git("rm", "--quiet", f"{met_twice.notes.series}/{SECOND}.yaml")
    said = met_twice.commit_twice()
    assert "deleted meetings/team/2020-10-26.md" in said
    assert met_twice.minutes() == [met_twice.notes.minutes(FIRST)]
    met_twice.insist_on_rest()


def test_a_commit_that_moves_a_meeting_moves_its_minutes(met_twice: Team) -> None:
    notes = met_twice.notes
    before, after = (f"{notes.series}/{day}.yaml" for day in (SECOND, THIRD))
    notes.git("mv", before, after)
    notes.write(after, notes.read(after).replace(SECOND, THIRD))
    notes.git("add", after)
    met_twice.commit_twice()
    assert met_twice.minutes() == [notes.minutes(FIRST), notes.minutes(THIRD)]
    assert "# Team, 2 November 2020" in met_twice.landed(notes.minutes(THIRD))
    met_twice.insist_on_rest()


def test_a_commit_in_a_shallow_clone_has_its_minutes(met_twice: Team) -> None:
    clone = met_twice.clone("elsewhere")
    shutil.copytree(met_twice.notes.top / ".git/hooks", clone / ".git/hooks", dirs_exist_ok=True)
    there = Team(type(met_twice.notes)(clone))
    meet(there.notes, THIRD, 14)
    there.notes.git("add", ".")
    there.commit_twice()
    assert "| 14    | +2      | Open  |" in there.landed(there.notes.minutes(THIRD))
    there.insist_on_rest()


def test_a_run_on_all_files_finds_nothing_where_all_is_current(met_twice: Team) -> None:
    met_twice.notes.call([*PRE_COMMIT, "run", "--all-files"])
    met_twice.insist_on_rest()


def test_a_run_on_all_files_stops_for_what_was_committed_past_the_hooks(met_twice: Team) -> None:
    meet(met_twice.notes, FIRST, 4)
    met_twice.notes.commit()
    done = met_twice.notes.call([*PRE_COMMIT, "run", "--all-files", "minutebook"], code=1)
    assert "wrote meetings/team/2020-10-26.md" in done.stdout
    met_twice.type(done.stdout)
    met_twice.notes.call([*PRE_COMMIT, "run", "--all-files"])
    met_twice.commit()


def test_what_was_committed_past_the_hooks_is_found_by_check(team: Team) -> None:
    team.notes.git("add", ".")
    team.notes.git("commit", "--quiet", "--no-verify", "--message", "Notes")
    found = [(problem["path"], problem["rule"]) for problem in team.notes.problems("--rev", "HEAD")]
    assert ("meetings/team/2020-10-26.yaml", "minutes-missing") in found
    assert team.in_a_shallow_clone() == team.notes.problems("--rev", "HEAD")


def test_a_commit_of_other_files_does_not_wait_for_the_notes(team: Team) -> None:
    team.notes.write(f"{team.notes.series}/{SECOND}.yaml", "broken: [")
    team.notes.commit()
    team.notes.write("code.py", "")
    team.notes.git("add", ".")
    done = team.notes.git("commit", "--message", "Code")
    assert "minutebook...............................................................Passed" in done.stderr


def test_a_mistake_stops_the_commit_and_writes_nothing(team: Team) -> None:
    second = team.notes.write(f"{team.notes.series}/{SECOND}.yaml", f"date: {SECOND}\ntitel: Typo\n")
    team.notes.git("add", ".")
    said = team.commit(stops=True)
    assert f"{second}:2:1: " in said
    assert "Type:" not in said
    assert team.notes.git("status", "--porcelain").stdout == f"A  {second}\n"


def test_what_is_to_be_typed_is_told_for_the_folder_of_the_commit(team: Team) -> None:
    team.notes.git("add", ".")
    said = team.commit(stops=True, folder="meetings")
    assert team.type(said, folder="meetings") == ["git add team/2020-10-26.md team/README.md"]
    team.commit(folder="meetings")
    team.insist_on_rest()


def test_what_is_to_be_typed_is_quoted(met_twice: Team) -> None:
    met_twice.notes.git("mv", "meetings/team", "meetings/Tea & it's $HOME")
    met_twice.notes.series = "meetings/Tea & it's $HOME"
    meet(met_twice.notes, SECOND, 9)
    met_twice.notes.git("add", ".")
    met_twice.commit_twice()
    met_twice.insist_on_rest()


def test_a_hand_edit_that_is_not_staged_is_not_lost_and_the_commit_can_go_on(met_twice: Team) -> None:
    notes = met_twice.notes
    minutes = notes.minutes(SECOND)
    meet(notes, SECOND, 9)
    notes.git("add", ".")
    notes.write(minutes, notes.read(minutes).replace("| 12    | +2      |", "| 12    | +2 (!)  |"))
    said = met_twice.commit(stops=True)
    assert "Rolling back fixes" in said
    assert "+2 (!)" in notes.read(minutes)
    met_twice.type(said)
    said = met_twice.commit(stops=True)
    assert "| 12    | +2 (!)  | Open  |" in said
    met_twice.type(said)
    met_twice.commit()
    met_twice.insist_on_rest()


def test_the_published_hook_installs_and_runs_in_another_repository(
    team: Team, tmp_path: Path, tools: Tools
) -> None:
    published = type(team.notes)(tmp_path / "published")
    for name in ("src", "schema"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, published.top / name, ignore=ignored)
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, published.top)
    published.git("init", "--quiet")
    published.commit()
    team.notes.git("add", ".")
    # The environment that is built must find the program in itself.
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    settings["HOME"] = HOME
    try_repo = [*PRE_COMMIT, "try-repo", str(published.top), "minutebook", "--all-files"]
    done = team.notes.call(try_repo, code=None, env=settings, timeout=600)
    if re.search("connection broken by|ConnectionError|ConnectTimeout", done.stdout + done.stderr):
        tools.lack("no package index can be reached")
    assert done.returncode == 1
    assert "\nwrote meetings/team/2020-10-26.md\n" in done.stdout, done.stdout
    assert team.notes.read(team.notes.minutes(SECOND)) == team.notes.run("render", SECOND).stdout
