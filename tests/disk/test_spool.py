"""A spool holds texts outside of memory."""

import errno
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import BinaryIO
from unittest.mock import patch

import pytest

from minutebook.disk.files import NotWritten
from minutebook.disk.spool import Spool


@pytest.fixture
def file() -> Iterator[BinaryIO]:
    with TemporaryFile() as file:
        yield file


@pytest.fixture
def spool(file: BinaryIO) -> Spool:
    return Spool(file)


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


def test_a_disk_that_can_not_hold_more_is_told(file: BinaryIO) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    with (
        patch.object(file, "flush", side_effect=full),
        pytest.raises(NotWritten, match="can't hold the drafts: No space left on device"),
    ):
        Spool(file)["a"] = b"a"
