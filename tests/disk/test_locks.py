"""Of two runs that write into a folder, one waits for the other."""

import os
import time
from pathlib import Path

import pytest

from minutebook.disk import files, locks
from minutebook.disk.locks import alone_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders can't be opened there")


def go_on() -> None:
    """Let no interrupt through, as none came."""


def test_another_run_that_does_not_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_STEPS", 2)
    with alone_in([tmp_path], go_on):
        with pytest.raises(TimeoutError), alone_in([tmp_path], go_on):
            pass
        with pytest.raises(files.NotWritten, match="run this again"):
            files.apply([files.Change(tmp_path / "a", None, b"ours")])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_free_when_the_other_has_written(tmp_path: Path) -> None:
    for _ in range(2):
        with alone_in([tmp_path], go_on):
            pass


def test_what_the_other_has_written_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"

    def write_and_go(_seconds: float) -> None:
        file.write_bytes(b"theirs")
        other.__exit__(None, None, None)

    monkeypatch.setattr(time, "sleep", write_and_go)
    other = alone_in([tmp_path], go_on)
    other.__enter__()
    assert files.apply([files.Change(file, None, b"ours")]) == (file,)
    assert file.read_bytes() == b"theirs"
