"""`sync`: what it writes, in which order, and what it only shows."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from support.actionmeetings import newest
from support.filetrees import bytes_of
from support.notes import Notes

from minutebook.commands import sync
from minutebook.disk import files
from minutebook.notebook.plan import Planner

FIRST, SECOND = "2020-10-19", "2020-10-26"
TALK = "  - title: Talk\n    actions:\n      - {{id: a1bcde, owner: Mat, task: one{more}}}\n"
LATER = "date: 2020-10-26\nsections:\n  - title: Talk\n"


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_folder_whose_name_is_no_utf8_is_kept_up_to_date(notes: Notes) -> None:
    folder = notes.top / os.fsdecode(b"m/caf\xe9/caf\xe9")
    folder.mkdir(parents=True)
    (folder.parent / "series.yaml").write_text("title: Team\n")
    (folder / "2020-10-26.yaml").write_text("date: 2020-10-26\nattending: [Mat]\nactions: [Mat: zero]\n")
    # A process of its own, because its output is no UTF-8 either.
    notes.minutebook("sync", errors="replace")
    assert "(caf%E9/2020-10-26.md)" in (folder.parent / "README.md").read_text()


@pytest.fixture
def to_carry(notes: Notes) -> Notes:
    """Return a repository whose newest meeting lacks an action item of the one before."""
    notes.write(f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\nsections:\n" + TALK.format(more=""))
    notes.write(f"{notes.series}/2020-10-26.yaml", LATER)
    return notes


def test_it_carries_first_and_reports_what_is_wrong_afterwards(to_carry: Notes) -> None:
    done = to_carry.run("sync")
    assert "a1bcde" in newest(to_carry)
    assert ": action-lost: " not in done.stdout
    assert "AI (Mat): one (2nd meeting)" in to_carry.read(to_carry.minutes("2020-10-26"))


def test_it_carries_nothing_into_a_meeting_whose_action_items_stand_in_its_notes(to_carry: Notes) -> None:
    item = "      actions:\n        - id: a1bcde\n          owner: Mat\n          task: one\n          status: done\n"
    text = f"{LATER}    notes: |\n{item}"
    to_carry.write(f"{to_carry.series}/2020-10-26.yaml", text)
    for options in ((), ("--fix",)):
        done = to_carry.run("sync", *options)
        assert (done.returncode, newest(to_carry)) == (1, text)
        assert done.stdout.startswith(
            f"{to_carry.series}/2020-10-26.yaml:5:7: key-in-notes: `actions:` stands"
        )
        assert done.stdout.count("\n") == 2
    assert to_carry.rules() == ["key-in-notes"]
    to_carry.write(f"{to_carry.series}/2020-10-26.yaml", text.replace("\n      ", "\n    "))
    assert to_carry.run("sync").returncode == 0
    assert "[DONE]" in to_carry.read(to_carry.minutes("2020-10-26"))


def test_it_says_what_became_of_the_action_items(to_carry: Notes) -> None:
    assert f"{to_carry.series}/2020-10-26.yaml: carried: a1bcde\n" in to_carry.run("sync").stderr


def test_the_second_time_there_is_nothing_to_write(to_carry: Notes) -> None:
    to_carry.run("sync")
    done = to_carry.run("sync")
    assert done.returncode == 0
    assert "wrote" not in done.stdout


@pytest.mark.parametrize(
    ("option", "line"),
    [
        ("--check", "would write meetings/team/2020-10-26.yaml"),
        ("--diff", "+      - {id: a1bcde, owner: Mat, task: one, since: 2020-10-19}"),
    ],
)
def test_it_can_say_what_it_would_write(to_carry: Notes, option: str, line: str) -> None:
    assert line in to_carry.run("sync", option).stdout.splitlines()
    assert newest(to_carry) == LATER
    assert not (to_carry.top / to_carry.minutes("2020-10-19")).exists()


def test_a_check_ends_with_1_where_something_would_be_written(to_carry: Notes) -> None:
    assert to_carry.run("sync", "--check").returncode == 1
    to_carry.run("sync")
    assert to_carry.run("sync", "--check").returncode == 0


@pytest.mark.parametrize(
    ("part", "carries", "draws"),
    [("validate", False, False), ("carry", True, False), ("render", False, True)],
)
def test_it_can_do_one_part_alone(to_carry: Notes, part: str, carries: bool, draws: bool) -> None:
    to_carry.run("sync", "--only", part)
    assert ("a1bcde" in newest(to_carry)) is carries
    assert (to_carry.top / to_carry.minutes("2020-10-19")).exists() is draws


def test_older_meetings_are_mended_only_where_that_is_asked_for(to_carry: Notes) -> None:
    for day in ("2020-11-02", "2020-11-09"):
        to_carry.write(f"{to_carry.series}/{day}.yaml", f"date: {day}\n")
    to_carry.run("sync")
    assert newest(to_carry) == LATER
    to_carry.run("sync", "--all")
    assert "a1bcde" in newest(to_carry)


def test_what_has_one_right_answer_is_fixed_where_that_is_asked_for(notes: Notes) -> None:
    path = notes.write(f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\nsections:\n  - title: 3.10\n")
    assert notes.run("sync").returncode == 1
    assert notes.run("sync", "--fix").returncode == 0
    assert notes.read(path).endswith('- title: "3.10"\n')


@pytest.mark.parametrize("option", ["--stage", "--fix"])
def test_a_hook_changes_neither_the_index_nor_what_people_typed(notes: Notes, option: str) -> None:
    done = notes.run("sync", "--staged", option)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "can't be used with --staged" in done.stderr


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
    assert (
        f"{path} has changed since it was staged; it is staged as it is now\n"
        in kept.run("sync", "--stage").stderr
    )
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


def test_minutes_that_an_earlier_call_deleted_are_staged_as_deleted(kept: Notes) -> None:
    kept.write(f"{kept.series}/{FIRST}.yaml", f"date: {FIRST}\nstatus: skipped\nreason: a holiday\n")
    kept.run("sync")
    kept.run("sync", "--stage")
    assert kept.git("diff", "--name-only").stdout == ""


def started(notes: Notes, *words: str, code: int) -> list[str]:
    """Return which commands of git the program starts."""
    trace = notes.top.parent / "trace"
    notes.minutebook(*words, code=code, env=os.environ | {"GIT_TRACE2_EVENT": str(trace)})
    events = map(json.loads, trace.read_text(encoding="utf-8").splitlines())
    return [event["name"] for event in events if event["event"] == "cmd_name"]


def test_a_hook_on_one_file_starts_few_processes(kept: Notes) -> None:
    kept.meeting(SECOND, Open=12, Done=3)
    kept.git("add", ".")
    assert len(started(kept, "sync", "--staged", "--exit-code", code=1)) <= 4


def test_a_hook_on_other_files_reads_none(kept: Notes) -> None:
    kept.write("code.py", "")
    kept.git("add", ".")
    assert "cat-file" not in started(kept, "sync", "--staged", "--exit-code", code=0)


@pytest.mark.parametrize("kind", ["LITERAL", "NOGLOB"])
def test_files_are_staged_whatever_a_caller_means_by_a_pattern(
    kind: str, kept: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"GIT_{kind}_PATHSPECS", "1")
    assert kept.run("sync", "--stage").returncode == 0
    monkeypatch.delenv(f"GIT_{kind}_PATHSPECS")
    assert kept.problems("--staged") == []


def test_a_save_after_the_notes_were_read_is_not_overwritten(
    to_carry: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = next(to_carry.top.rglob("2020-10-26.yaml"))
    before = bytes_of(to_carry.top)

    def save_and_plan(*arguments: Any, **options: Any) -> Planner:
        path.write_text("date: 2020-10-26\n", encoding="utf-8")
        return Planner(*arguments, **options)

    monkeypatch.setattr(sync, "Planner", save_and_plan)
    done = to_carry.run("sync")
    assert (done.returncode, done.stdout, "was changed meanwhile" in done.stderr) == (2, "", True)
    assert bytes_of(to_carry.top) == {**before, str(path.relative_to(to_carry.top)): b"date: 2020-10-26\n"}


def test_a_save_in_an_editor_meanwhile_is_not_overwritten(
    to_carry: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = next(to_carry.top.rglob("2020-10-26.yaml"))
    prepare = files._prepare

    def prepare_and_save(change: files.Change) -> Path | None:
        path.write_text("date: 2020-10-26\n", encoding="utf-8")
        return prepare(change)

    monkeypatch.setattr(files, "_refuse_unsafe", lambda _change: None)
    monkeypatch.setattr(files, "_prepare", prepare_and_save)
    done = to_carry.run("sync", "--all")
    assert done.returncode == 1
    assert (
        "was saved by somebody else at the same moment, and was left alone; type: minutebook sync --all\n"
        in done.stderr
    )
    assert path.read_text(encoding="utf-8") == "date: 2020-10-26\n"
