"""Snapshots of real repositories: which files a command reads, and what git is made to do for it."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from minutebook.repository import Checkout, RepositoryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.notes import Done, Notes

FIRST, SECOND = "2020-10-19", "2020-10-26"
BROKEN = "titel: Typo\n"
CANARY = """\
import sys
Path(sys.argv[1]).touch()
"""


@pytest.fixture
def kept(notes: Notes) -> Notes:
    """Return a repository where a meeting and its minutes are committed."""
    notes.meeting(FIRST, Open=10, Done=3)
    notes.run("sync")
    notes.commit()
    return notes


def refusal(done: Done) -> str:
    """Return the one sentence with which the program ends before it reports anything."""
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done
    return done.stderr


def rules(notes: Notes, *words: str) -> list[str]:
    """Return the rules of what `check` finds."""
    return [problem["rule"] for problem in notes.problems(*words)]


def break_first(notes: Notes) -> str:
    """Write a meeting that has a problem, and return its path."""
    return notes.write(f"{notes.series}/{FIRST}.yaml", f"date: {FIRST}\n{BROKEN}")


def test_the_working_tree_the_index_and_a_commit_are_told_apart(kept: Notes) -> None:
    break_first(kept)
    kept.git("add", ".")
    kept.write(f"{kept.series}/{FIRST}.yaml", "")
    found = {words: rules(kept, *words) for words in ((), ("--staged",), ("--rev", "HEAD"))}
    assert found == {(): ["empty-file"], ("--staged",): ["unknown-key"], ("--rev", "HEAD"): []}


def test_another_index_is_read_where_git_names_one(kept: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_INDEX_FILE", str(kept.top / ".git/other"))
    kept.git("read-tree", "HEAD")
    break_first(kept)
    kept.git("add", ".")
    assert rules(kept, "--staged") == ["unknown-key"]
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert rules(kept, "--staged") == []


def test_a_new_file_is_seen_unless_git_ignores_it(kept: Notes) -> None:
    kept.write(f"{kept.series}/{SECOND}.yaml", BROKEN)
    assert "unknown-key" in rules(kept)
    kept.write(".gitignore", f"{SECOND}.yaml\n")
    assert rules(kept) == []


def test_an_ignored_file_that_is_tracked_is_seen(kept: Notes) -> None:
    break_first(kept)
    kept.write(".gitignore", "*.yaml\n")
    assert rules(kept) == ["unknown-key"]


def test_a_deleted_file_is_not_seen(kept: Notes) -> None:
    (kept.top / f"{kept.series}/{FIRST}.yaml").unlink()
    assert "minutes-orphan" in rules(kept)
    assert rules(kept, "--staged") == []


def test_what_is_only_announced_is_not_staged(kept: Notes) -> None:
    kept.meeting(SECOND, Open=12, Done=3)
    kept.git("add", "--intent-to-add", ".")
    assert rules(kept, "--staged") == []
    assert kept.run("sync", "--staged", "--exit-code").returncode == 0


def test_an_empty_file_that_is_staged_is_seen(kept: Notes) -> None:
    kept.write(f"{kept.series}/{SECOND}.yaml", "")
    kept.git("add", ".")
    assert rules(kept, "--staged") == ["empty-file"]


@pytest.mark.parametrize("words", [(), ("--staged",), ("--rev", "HEAD")])
def test_a_link_is_refused(words: tuple[str, ...], kept: Notes) -> None:
    outside = kept.top.parent / "outside.yaml"
    outside.write_text("secret: text\n", encoding="utf-8")
    meeting = kept.top / f"{kept.series}/{SECOND}.yaml"
    try:
        meeting.symlink_to(outside)
    except OSError:
        pytest.skip("this system lets nobody make links")
    kept.commit()
    found = kept.run("check", *words)
    assert f"{kept.series}/{SECOND}.yaml:1:1: file-kind: this is a symbolic link" in found.stdout
    assert "secret" not in found.stdout + found.stderr


def test_minutes_that_are_a_link_are_not_written_through(kept: Notes) -> None:
    outside = kept.top.parent / "outside.md"
    minutes = kept.top / kept.minutes(FIRST)
    minutes.rename(outside)
    before = outside.read_bytes()
    try:
        minutes.symlink_to(outside)
    except OSError:
        pytest.skip("this system lets nobody make links")
    kept.meeting(FIRST, Open=11, Done=3)
    assert "file-kind: this is a symbolic link" in kept.run("sync").stdout
    assert outside.read_bytes() == before


def test_a_meeting_in_conflict_is_named(kept: Notes) -> None:
    for branch, count in (("side", 11), ("other", 12)):
        kept.git("checkout", "--quiet", "-b", branch, "main")
        kept.meeting(FIRST, Open=count, Done=3)
        kept.commit()
    kept.git("merge", "side", code=1)
    assert rules(kept) == rules(kept, "--staged") == ["conflict-marker"]


@pytest.mark.parametrize(
    "patterns",
    [("--cone", "other"), ("--no-cone", "/*", "!/meetings/team/2020/")],
    ids=lambda words: words[0],
)
def test_what_a_sparse_checkout_leaves_out_is_still_there(patterns: tuple[str, ...], kept: Notes) -> None:
    left_out = kept.write(f"{kept.series}/2020/{SECOND}.yaml", f"date: {SECOND}\n")
    kept.write("other/file", "")
    kept.run("sync")
    kept.commit()
    kept.git("sparse-checkout", "set", *patterns)
    assert not (kept.top / left_out).exists()
    assert rules(kept) == []
    assert kept.run("sync", "--exit-code").returncode == 0
    assert kept.git("status", "--porcelain").stdout == ""


def test_a_repository_without_commits_has_a_working_tree_and_an_index(notes: Notes) -> None:
    notes.meeting(FIRST, Open=10, Done=3)
    assert "minutes-missing" in rules(notes)
    notes.git("add", ".")
    assert "minutes-missing" in rules(notes, "--staged")
    assert notes.run("sync", "--staged", "--exit-code").returncode == 1
    assert "there is no commit 'HEAD'" in refusal(notes.run("check", "--rev", "HEAD"))


def test_a_folder_outside_of_any_repository_is_refused(notes: Notes, tmp_path: Path) -> None:
    assert "is in no git repository" in refusal(notes.run("-C", str(tmp_path), "check"))


def test_a_folder_that_is_not_there_is_refused(notes: Notes) -> None:
    assert "there is no folder" in refusal(notes.run("-C", "nowhere", "check"))


@pytest.mark.parametrize("words", [("check",), ("check", "--staged"), ("sync",), ("new",), ("deltas",)])
def test_a_bare_repository_has_no_files_to_work_on(words: tuple[str, ...], notes: Notes) -> None:
    notes.git("init", "--quiet", "--bare", "../bare")
    assert "is a bare repository: it has no files to work on" in refusal(notes.run("-C", "../bare", *words))


@pytest.fixture
def bare(kept: Notes) -> str:
    """Return the folder of a bare repository in which the last meeting is not in order."""
    kept.meeting(SECOND, Open=12, done=3)
    kept.commit()
    kept.git("clone", "--quiet", "--bare", ".", "../bare")
    return "../bare"


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "meetings/team"),
        ("check", f"./meetings/team/{SECOND}.yaml"),
        ("deltas", SECOND),
        ("deltas", f"meetings/team/{SECOND}.yaml", "--base", "HEAD", "--format", "json"),
        ("actions",),
        ("render", f"meetings/team/{SECOND}.md"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("folder", ["", "/hooks"], ids=["in it", "below it"])
def test_a_commit_of_a_bare_repository_is_read_as_anywhere(
    words: tuple[str, ...], folder: str, kept: Notes, bare: str
) -> None:
    there = kept.run("-C", bare + folder, *words, "--rev", "HEAD")
    here = kept.run(*words, "--rev", "HEAD")
    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)
    assert there.returncode in {0, 1}


def test_a_path_that_no_commit_of_a_bare_repository_can_have_is_refused(kept: Notes, bare: str) -> None:
    for path in ("../notes/meetings", str(kept.top / "meetings")):
        assert "there is no" in refusal(kept.run("-C", bare, "check", "--rev", "HEAD", path))


def test_actions_as_of_a_commit_need_no_files_to_work_on(kept: Notes, bare: str) -> None:
    assert kept.run("-C", bare, "actions", "--rev", "HEAD", "--as-of", "HEAD~1").returncode == 0


def test_what_git_shows_in_the_place_of_a_commit_is_not_what_was_committed(kept: Notes) -> None:
    break_first(kept)
    kept.commit()
    kept.git("replace", "HEAD", "HEAD~1")
    assert rules(kept, "--rev", "HEAD") == ["unknown-key"]


def test_a_machine_without_git_is_told(kept: Notes, tmp_path: Path) -> None:
    done = kept.minutebook("check", code=2, env=os.environ | {"PATH": str(tmp_path)})
    assert "git was not found" in refusal(done)


def test_a_git_that_does_not_run_is_told(kept: Notes, tmp_path: Path) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\necho broken >&2\nexit 2\n")
    (tmp_path / "git").chmod(0o755)
    done = kept.minutebook("check", code=2, env={**os.environ, "PATH": str(tmp_path)})
    assert done.stderr == "minutebook: git was found, but does not run: broken\n"


@pytest.mark.parametrize("revision", ["nonsense", "--all", "HEAD:meetings", "main..main", "", "@{u}"])
def test_a_revision_that_is_no_commit_is_refused(revision: str, kept: Notes) -> None:
    assert f"there is no commit '{revision}'" in refusal(kept.run("check", f"--rev={revision}"))


@pytest.mark.parametrize("place", ["clone", "linked worktree"])
def test_a_shallow_clone_says_how_to_get_what_it_lacks(place: str, kept: Notes) -> None:
    kept.git("commit", "--quiet", "--allow-empty", "--message", "More")
    kept.git("clone", "--quiet", "--depth", "1", kept.top.as_uri(), "../clone")
    if place == "linked worktree":
        kept.git("worktree", "add", "--quiet", "../linked", folder="../clone")
    folder = "../clone" if place == "clone" else "../linked"
    assert "set `fetch-depth: 0`" in refusal(kept.run("-C", folder, "check", "--rev", "HEAD~1"))
    assert kept.problems("-C", folder) == []


def test_a_commit_has_its_first_parent_and_the_first_commit_none(kept: Notes) -> None:
    kept.write("other.txt", "x\n")
    kept.commit()
    names = kept.git("rev-list", "HEAD").stdout.split()
    repository = Checkout(kept.top)
    assert [repository.first_parent(name) for name in names] == [*names[1:], None]
    repository.close()


def test_a_shallow_clone_does_not_pass_for_one_whose_commit_is_the_first(kept: Notes) -> None:
    kept.write("other.txt", "x\n")
    kept.commit()
    kept.git("clone", "--quiet", "--depth", "1", kept.top.as_uri(), "../clone")
    repository = Checkout(kept.top.parent / "clone")
    with pytest.raises(RepositoryError, match="shallow clone"):
        repository.first_parent("HEAD")
    repository.close()


def test_a_file_of_a_commit_is_known_by_its_content(kept: Notes) -> None:
    repository = Checkout(kept.top)
    path = kept.minutes("2020-10-19")
    commit = repository.commit("HEAD")
    assert (commit.holds(path, commit.read(path)), commit.holds(path, b"x")) == (True, False)
    repository.close()


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
    "name", ["Überblick für Öl", "两周例会", "a b", "it's", "x[1]*", "-dash", "tab\there"]
)
def test_a_folder_may_have_any_name(name: str, notes: Notes) -> None:
    if os.name == "nt" and set(name) & set("*\t"):
        pytest.skip("no file has this name on Windows")
    before, notes.series = notes.series, f"{name}/{name}"
    notes.write(f"{notes.series}/series.yaml", notes.read(f"{before}/series.yaml"))
    (notes.top / before / "series.yaml").unlink()
    meeting = notes.meeting(FIRST, Open=10, Done=3)
    notes.git("add", "--all")
    notes.run("sync", "--stage")
    notes.git("commit", "--quiet", "--message", "Notes")
    assert notes.git("status", "--porcelain").stdout == ""
    assert [rules(notes, *words) for words in ((), ("--staged",), ("--rev", "HEAD"))] == [[], [], []]
    rendered = notes.run("render", "--rev", "HEAD", f"./{meeting}")
    assert rendered.stdout == notes.read(notes.minutes(FIRST))


def test_what_was_written_and_what_it_is_made_from_is_staged_and_nothing_else(kept: Notes) -> None:
    kept.meeting(FIRST, Open=11, Done=3)
    kept.write(f"{kept.series}/other.md", "text\n")
    kept.run("sync", "--stage")
    staged = kept.git("diff", "--cached", "--name-only").stdout.split()
    assert staged == [kept.minutes(FIRST), kept.minutes(FIRST).replace(".md", ".yaml")]


def test_what_an_earlier_call_wrote_is_staged_too(kept: Notes) -> None:
    kept.meeting(FIRST, Open=11, Done=3)
    kept.run("sync")
    kept.run("sync", "--stage")
    assert kept.git("diff", "--name-only").stdout == ""


def test_the_rest_of_a_meeting_that_is_staged_in_part_is_staged_and_told(kept: Notes) -> None:
    path = kept.meeting(FIRST, Open=11, Done=3)
    kept.git("add", ".")
    kept.meeting(FIRST, Open=12, Done=3)
    assert f"staged the rest of {path}, too" in kept.run("sync", "--stage").stderr
    assert kept.git("diff", "--name-only").stdout == ""
    assert kept.problems("--staged") == []


def test_minutes_that_were_left_alone_are_not_staged_and_so_not_run_over_later(kept: Notes) -> None:
    kept.write(kept.minutes(FIRST), kept.read(kept.minutes(FIRST)) + "typed by hand\n")
    for _ in range(2):
        assert ": hand-edited: " in kept.run("sync", "--stage").stdout
        assert kept.git("diff", "--cached", "--name-only").stdout == ""
        assert kept.read(kept.minutes(FIRST)).endswith("typed by hand\n")


def test_a_meeting_that_is_skipped_is_staged_with_the_index_that_names_it(kept: Notes) -> None:
    skipped = kept.write(
        f"{kept.series}/2020-10-26.yaml", "date: 2020-10-26\nstatus: skipped\nreason: a holiday\n"
    )
    kept.run("sync", "--stage")
    assert skipped in kept.git("diff", "--cached", "--name-only").stdout.split()
    assert kept.problems("--staged") == []


def test_a_meeting_that_was_deleted_is_staged_with_its_minutes(kept: Notes) -> None:
    (kept.top / kept.series / f"{FIRST}.yaml").unlink()
    kept.run("sync", "--stage")
    assert kept.git("status", "--porcelain").stdout.splitlines()[:2] == [
        f"D  {kept.minutes(FIRST)}",
        f"D  {kept.series}/{FIRST}.yaml",
    ]


def test_a_folder_of_the_repository_reached_by_a_link_is_that_folder(kept: Notes, tmp_path: Path) -> None:
    try:
        (tmp_path / "link").symlink_to(kept.top / kept.series, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    kept.meeting(FIRST, Open=11, Done=3)
    assert kept.minutebook("check", f"{FIRST}.yaml", folder="../link", code=1).stdout.startswith(
        f"{FIRST}.md:"
    )


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


def test_a_repository_with_longer_object_names_serves(notes: Notes) -> None:
    longer = type(notes)(notes.top.parent / "longer")
    longer.top.mkdir()
    longer.git("init", "--quiet", "--object-format=sha256")
    longer.write(f"{notes.series}/series.yaml", notes.read(f"{notes.series}/series.yaml"))
    longer.meeting(FIRST, Open=10, Done=3)
    longer.run("sync")
    longer.commit()
    longer.meeting(SECOND, Open=12, Done=3)
    longer.git("add", ".")
    assert longer.run("sync", "--staged", "--exit-code").returncode == 1
    longer.commit()
    assert [rules(longer, *words) for words in ((), ("--staged",), ("--rev", "HEAD"))] == [[], [], []]


def started(notes: Notes, *words: str, code: int) -> list[str]:
    """Return which commands of git the program starts, but for those of GitPython's import."""
    trace = notes.top.parent / "trace"
    notes.minutebook(*words, code=code, env=os.environ | {"GIT_TRACE2_EVENT": str(trace)})
    events = map(json.loads, trace.read_text(encoding="utf-8").splitlines())
    named = [event["name"] for event in events if event["event"] == "cmd_name"]
    assert named[:2] == ["version", "version"]
    return named[2:]


def test_a_hook_on_one_file_starts_few_processes(kept: Notes) -> None:
    kept.meeting(SECOND, Open=12, Done=3)
    kept.git("add", ".")
    assert len(started(kept, "sync", "--staged", "--exit-code", code=1)) <= 4


def test_a_hook_on_other_files_reads_none(kept: Notes) -> None:
    kept.write("code.py", "")
    kept.git("add", ".")
    assert "cat-file" not in started(kept, "sync", "--staged", "--exit-code", code=0)


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


@pytest.mark.parametrize("kind", ["LITERAL", "NOGLOB"])
def test_files_are_staged_whatever_a_caller_means_by_a_pattern(
    kind: str, kept: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"GIT_{kind}_PATHSPECS", "1")
    assert kept.run("sync", "--stage").returncode == 0
    monkeypatch.delenv(f"GIT_{kind}_PATHSPECS")
    assert kept.problems("--staged") == []
