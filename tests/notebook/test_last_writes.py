"""What was written is remembered for as long as git may not have it, and never without a bound."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from minutebook.notebook import last_writes
from minutebook.notebook.last_writes import VERSIONS, LastWrites


@pytest.fixture
def kept(tmp_path: Path) -> LastWrites:
    return LastWrites(tmp_path)


@pytest.fixture
def _always_pruned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_writes, "FEW", 0)


def keep(kept: LastWrites, texts: Mapping[str, str]) -> None:
    """Remember what one run writes."""
    run = LastWrites(kept.folder.parent)
    for path, text in texts.items():
        run.keep(path, text)
    run.prune()


def age(kept: LastWrites, seconds: int) -> None:
    """Let all that is remembered be older."""
    for file in kept.folder.iterdir():
        then = file.stat().st_mtime - seconds
        os.utime(file, (then, then))


def test_what_was_written_is_recalled_newest_first(kept: LastWrites) -> None:
    keep(kept, {"a.md": "one"})
    keep(kept, {"a.md": "two", "b.md": "other"})
    assert (kept.recall("a.md"), kept.recall("b.md")) == (("two", "one"), ("other",))


def test_of_one_file_only_the_newest_texts_are_remembered(kept: LastWrites) -> None:
    for number in range(VERSIONS + 3):
        keep(kept, {"a.md": str(number)})
    assert len(kept.recall("a.md")) == VERSIONS
    assert kept.recall("a.md")[0] == str(VERSIONS + 2)


def test_a_run_forgets_nothing_that_it_wrote(kept: LastWrites, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_writes, "BYTES", 100)
    texts = {f"{number}.md": "x" * 10 for number in range(500)}
    keep(kept, texts)
    assert all(kept.recall(path) for path in texts)


@pytest.mark.usefixtures("_always_pruned")
def test_the_files_written_longest_ago_go_first(kept: LastWrites, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_writes, "BYTES", 20)
    for path in ("old.md", "newer.md", "newest.md"):
        keep(kept, {path: "x" * 10})
        age(kept, 10)
    assert [kept.recall(path) for path in ("old.md", "newer.md", "newest.md")] == [
        (),
        ("x" * 10,),
        ("x" * 10,),
    ]


@pytest.mark.usefixtures("_always_pruned")
def test_what_was_written_longest_ago_goes_even_where_it_is_small(
    kept: LastWrites, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_writes, "BYTES", 20)
    for path, text in {"old.md": "x", "newer.md": "x" * 15, "newest.md": "x" * 15}.items():
        keep(kept, {path: text})
        age(kept, 10)
    assert (kept.recall("old.md"), kept.recall("newer.md")) == ((), ())


def test_the_folder_is_listed_once_for_all_files(kept: LastWrites, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[Path] = []
    scandir = os.scandir

    def record(folder: Path) -> Any:
        listed.append(folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", record)
    keep(kept, {f"{number}.md": "x" for number in range(20)})
    assert listed == [kept.folder]


def test_who_writes_few_files_prunes_once_a_day(kept: LastWrites, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_writes, "BYTES", 10)
    keep(kept, {"old.md": "x" * 10})
    keep(kept, {"newer.md": "x" * 10})
    assert kept.recall("old.md")

    age(kept, 2 * 24 * 60 * 60)
    keep(kept, {"newest.md": "x" * 10})
    assert [kept.recall(path) for path in ("old.md", "newer.md")] == [(), ()]


def test_nothing_is_remembered_where_the_git_directory_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "minutebook").write_text("a file", encoding="utf-8")
    keep(LastWrites(tmp_path), {"a.md": "one"})
    assert LastWrites(tmp_path).recall("a.md") == ()


def test_what_can_not_be_read_is_nothing(kept: LastWrites) -> None:
    keep(kept, {"a.md": "one"})
    for file in kept.folder.iterdir():
        file.write_bytes(b"\xff")
    assert kept.recall("a.md") == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(kept: LastWrites) -> None:
    keep(kept, {"a.md": "one"})
    kept.keep_version()
    for file in kept.folder.iterdir():
        file.unlink()
        os.mkfifo(file)
    assert (kept.recall("a.md"), kept.is_by_this_version) == ((), False)
    keep(kept, {"a.md": "two"})
    assert kept.recall("a.md") == ("two",)


def test_nothing_is_written_through_a_link(kept: LastWrites, tmp_path: Path) -> None:
    keep(kept, {"a.md": "one"})
    (target := tmp_path / "target").write_text("mine", encoding="utf-8")
    for file in kept.folder.iterdir():
        file.unlink()
        file.symlink_to(target)
    keep(kept, {"a.md": "two"})
    assert target.read_text(encoding="utf-8") == "mine"
