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
    spool["meetings/a.yaml"] = b"a"
    spool["../b"] = b"b"
    assert dict(spool) == {"meetings/a.yaml": b"a", "../b": b"b"}


def test_a_text_takes_the_place_of_an_earlier_one(spool: Spool) -> None:
    spool["a"] = b"old"
    spool["a"] = b"new"
    assert (spool["a"], len(spool)) == (b"new", 1)


def test_what_was_taken_out_leaves_no_file(spool: Spool, tmp_path: Path) -> None:
    spool["a"] = b"a"
    assert spool.pop("a") == b"a"
    assert "a" not in spool
    assert list(tmp_path.iterdir()) == []


def test_names_do_not_share_a_file_after_one_was_taken_out(spool: Spool) -> None:
    spool["a"], spool["b"] = b"a", b"b"
    del spool["a"]
    spool["c"] = b"c"
    assert dict(spool) == {"b": b"b", "c": b"c"}


def test_a_folder_that_can_not_hold_more_is_told(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(NotWritten, match="can't hold the drafts: No space left on device"):
        spool["a"] = b"a"
