"""`sync`: what it writes in the files of a series."""

import json
import os
import sys

import pytest
from support.notes import Notes

FIRST, SECOND = "2020-10-19", "2020-10-26"


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
def kept(notes: Notes) -> Notes:
    """Return a repository where a meeting and its minutes are committed."""
    notes.meeting(FIRST, Open=10, Done=3)
    notes.run("sync")
    notes.commit()
    return notes


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


@pytest.mark.parametrize("kind", ["LITERAL", "NOGLOB"])
def test_files_are_staged_whatever_a_caller_means_by_a_pattern(
    kind: str, kept: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"GIT_{kind}_PATHSPECS", "1")
    assert kept.run("sync", "--stage").returncode == 0
    monkeypatch.delenv(f"GIT_{kind}_PATHSPECS")
    assert kept.problems("--staged") == []
