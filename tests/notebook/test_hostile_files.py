"""What stands in the place of a generated file, or behind it, is neither followed nor waited for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from minutebook.disk import files
from minutebook.disk.files import Change, NotWritten, apply
from minutebook.notebook import former_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.notes import Done, Notes

DAY, ORPHAN = "2020-10-26", "2020-01-01"
posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")


@pytest.fixture
def kept(notes: Notes) -> Notes:
    """Return a series that met once, synced and committed."""
    notes.meeting(DAY, Open=12, Done=3)
    notes.run("sync")
    notes.commit()
    return notes


def link_to_secret(path: Path) -> None:
    secret = path.parents[3] / "secret.md"
    secret.write_text("a secret line\n", encoding="utf-8")
    path.symlink_to(secret)


def link_to_zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


KINDS = [link_to_secret, link_to_zero, folder, pipe]


def kinds(done: Done, path: str) -> int:
    assert done.returncode == 1, done.stdout + done.stderr
    assert "secret line" not in done.stdout + done.stderr
    return done.stdout.count(f"{path}:1:1: file-kind: ")


@posix
@pytest.mark.parametrize("name", ["README.md", f"{DAY}.md"])
@pytest.mark.parametrize("make", KINDS)
def test_what_is_no_file_in_the_place_of_a_generated_one_is_one_problem(
    make: Callable[[Path], None], name: str, kept: Notes
) -> None:
    path = f"{kept.series}/{name}"
    (kept.top / path).unlink()
    make(kept.top / path)
    for command in ("check", "sync"):
        assert kinds(kept.run(command), path) == 1
    kept.meeting(DAY, Open=11, Done=3)
    kept.git("add", f"{kept.series}/{DAY}.yaml")
    assert kept.run("sync", "--staged", "--exit-code").returncode == 1
    assert (kept.top / path).is_symlink() or not (kept.top / path).is_file()


@posix
def test_other_files_are_written_nevertheless(kept: Notes) -> None:
    readme = kept.top / kept.series / "README.md"
    readme.unlink()
    link_to_secret(readme)
    kept.meeting(DAY, Open=11, Done=3)
    assert f"wrote {kept.minutes(DAY)}" in kept.run("sync").stdout
    assert readme.read_text(encoding="utf-8") == "a secret line\n"


@posix
def test_an_orphan_that_is_no_file_is_one_problem(kept: Notes) -> None:
    link_to_zero(kept.top / kept.minutes(ORPHAN))
    for words in (["check"], ["sync"]):
        assert kinds(kept.run(*words), kept.minutes(ORPHAN)) == 1
    kept.git("add", "--all")
    for words in (["check", "--staged"], ["sync", "--staged"]):
        assert kinds(kept.run(*words), kept.minutes(ORPHAN)) == 1


def test_a_generated_file_that_may_not_be_read_is_one_problem(
    kept: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open

    def refuse(path: Any, *mode: Any, **how: Any) -> Any:
        if str(path).endswith("README.md"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *mode, **how)

    for module in ("builtins", "io"):  # pathlib takes the second one
        monkeypatch.setattr(f"{module}.open", refuse)
    (kept.top / kept.series / "README.md").touch()  # as whoever takes the permission away does
    for command in ("check", "sync"):
        done = kept.run(command)
        assert kinds(done, f"{kept.series}/README.md") == 1
        assert "Check its permissions." in done.stdout


@posix
def test_a_folder_that_leads_out_of_the_repository_is_not_read_or_written(kept: Notes) -> None:
    outside = kept.top.parent / "outside"
    shutil.move(kept.top / kept.series, outside)
    (outside / f"{DAY}.md").write_text("a secret line\n", encoding="utf-8")
    (kept.top / kept.series).symlink_to(outside)
    assert kept.run("check").returncode == 2
    assert kept.run("sync").returncode == 2
    done = kept.run("sync", "--staged", kept.series)
    assert "secret line" not in done.stdout + done.stderr
    with pytest.raises(NotWritten, match="out of the repository"):
        apply([Change(kept.top / kept.series / "new.yaml", None, b"x\n")])
    assert not (outside / "new.yaml").exists()


@posix
def test_a_folder_that_is_a_link_to_another_repository_is_not_written(kept: Notes, tmp_path: Path) -> None:
    (tmp_path / "other" / ".git").mkdir(parents=True)
    (kept.top / "link").symlink_to(tmp_path / "other")
    with pytest.raises(NotWritten, match="out of the repository"):
        apply([Change(kept.top / "link" / "new.yaml", None, b"x\n")])


@posix
@pytest.mark.parametrize("make", [folder, pipe])
def test_only_a_regular_file_is_replaced(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "a.md")
    with pytest.raises(NotWritten, match="is no regular file and is not followed; nothing was changed"):
        apply([Change(tmp_path / "a.md", None, b"x\n")])


def test_the_last_commit_is_read_once_for_all_files(kept: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2020-11-02", "2020-11-09", "2020-11-16"):
        kept.meeting(day, Open=12, Done=3)
    kept.run("sync")
    kept.commit()
    shutil.rmtree(kept.top / ".git" / "minutebook")  # as in a fresh clone
    text = kept.read(f"{kept.series}/series.yaml")
    kept.write(f"{kept.series}/series.yaml", f"{text}empty: Nothing here.\n")
    for path in (kept.top / kept.series).glob("*.md"):
        path.write_text(f"{path.read_text(encoding='utf-8')}\nby hand\n", encoding="utf-8")
    kept.commit()
    read: list[str] = []

    def counted(call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def counting(*args: Any, **options: Any) -> Any:
            read.append(name)
            return call(*args, **options)

        return counting

    for name in ("notebooks", "text_of"):
        monkeypatch.setattr(former_texts, name, counted(getattr(former_texts, name), name))
    assert kept.run("sync", "--redraw").stdout.count("hand-edit-replaced") == 5
    assert read.count("notebooks") == 1
    assert len(read) == 6


def test_an_interruption_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [Change(tmp_path / name, b"old\n", b"new\n") for name in ("a", "b")]
    for change in changes:
        change.path.write_bytes(b"old\n")
    put, calls = files._put, list[Change]()

    def interrupted(change: Change, temporary: Path | None) -> None:
        calls.append(change)
        put(change, temporary)
        if len(calls) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(files, "_put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        apply(changes)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old\n", "b": b"old\n"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("words", [("check",), ("render", DAY)])
def test_a_full_disk_behind_the_output_is_said(words: tuple[str, ...], kept: Notes) -> None:
    kept.meeting(DAY, Open=11, Done=3)
    command = [sys.executable, "-m", "minutebook", *words]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=kept.top, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.endswith("minutebook: the output can't be written: No space left on device\n")


SPACED = "m/my series; x"


def move(notes: Notes, series: str) -> None:
    (notes.top / series).parent.mkdir()
    (notes.top / notes.series).rename(notes.top / series)
    notes.series = series


def test_paths_in_hints_are_quoted(notes: Notes) -> None:
    move(notes, SPACED)
    notes.meeting(DAY, Open=12, Done=3)
    notes.run("sync")
    notes.commit()
    notes.meeting(DAY, Open=11, Done=3)
    notes.git("add", ".")
    notes.run("sync")
    assert f"Type: git add '{notes.minutes(DAY)}'\n" in notes.run("sync", "--staged").stdout
    notes.write(notes.minutes(DAY), "by hand\n")
    assert f"git restore '{notes.minutes(DAY)}'\n" in notes.run("sync", "--staged").stdout


def test_the_path_in_the_hint_of_a_conflict_is_quoted(notes: Notes) -> None:
    move(notes, SPACED)
    notes.meeting(DAY, Open=12)
    notes.commit()
    for branch, count in (("side", 11), ("other", 13)):
        notes.git("checkout", "--quiet", "-b", branch, "main")
        notes.meeting(DAY, Open=count)
        notes.commit()
    notes.git("merge", "side", code=1)
    assert f"git add '{SPACED}/{DAY}.yaml'" in notes.run("check", "--staged").stdout
