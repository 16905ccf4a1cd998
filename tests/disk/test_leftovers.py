"""What a killed run has left goes, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutebook.disk.leftovers import remove_leftovers, temporary_prefix

OTHER_MACHINE = ".minutebook-00000000-1-abcd_123.tmp"
posix = pytest.mark.skipif(os.name != "posix", reason="nobody can ask there whether a process runs")


def dead_process() -> int:
    return int(subprocess.check_output([sys.executable, "-c", "import os; print(os.getpid())"]))


def make_old(path: Path) -> None:
    os.utime(path, (1, 1))


@posix
def test_files_and_folders_of_a_dead_process_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process = dead_process()
    monkeypatch.setattr(os, "getpid", lambda: process)
    (tmp_path / f"{temporary_prefix('.')}abcdefgh.tmp").touch()
    folder = tmp_path / f"{temporary_prefix()}abcdefgh"
    (folder / "below").mkdir(parents=True)
    monkeypatch.undo()
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_a_process_may_still_need_stays(tmp_path: Path) -> None:
    names = {f"{temporary_prefix('.')}abcdefgh.tmp", OTHER_MACHINE, ".minutebook-abcdefgh.tmp"}
    for name in names:
        (tmp_path / name).touch()
    remove_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == names


def test_what_is_a_day_old_goes_where_no_process_can_be_asked(tmp_path: Path) -> None:
    for name in (OTHER_MACHINE, ".minutebook-abcdefgh.tmp"):
        (tmp_path / name).touch()
        make_old(tmp_path / name)
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["2020-10-26.yaml", ".minutebook.tmp", "minutebook-bug-abcdefgh.txt", "my-minutebook-abcdefgh"]
)
def test_other_files_stay_however_old(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    make_old(tmp_path / name)
    remove_leftovers(tmp_path)
    assert (tmp_path / name).exists()


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "missing")
