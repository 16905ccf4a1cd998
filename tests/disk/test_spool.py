"""A spool holds texts outside of memory."""

import errno
from pathlib import Path

import pytest

from minutebook.disk.files import NotWritten
from minutebook.disk.spool import Spool


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path)


def test_what_was_put_in_comes_back(spool: Spool) -> None:
    spool["a"], spool["b"] = b"first", b"second"
    assert (spool["a"], spool["b"]) == (b"first", b"second")


def test_a_text_takes_the_place_of_an_earlier_one(spool: Spool) -> None:
    spool["a"] = b"old"
    spool["a"] = b"new"
    assert spool["a"] == b"new"


def test_a_name_is_there_once_something_was_put_in(spool: Spool) -> None:
    assert "a" not in spool
    spool["a"] = b""
    assert "a" in spool


def test_a_folder_that_can_not_hold_more_is_told(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(NotWritten, match="can't hold the drafts: No space left on device"):
        spool["a"] = b"a"
