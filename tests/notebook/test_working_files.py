"""Files on disk keep their kind of newlines, whatever minutebook computes with."""

import os
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import Notes

from minutebook.notebook.generated import plain_text
from minutebook.notebook.working_files import holds_text, read_working_file, to_bytes
from minutebook.records.refusal import Refused
from minutebook.repository.checkout import Checkout


def test_a_file_that_is_not_there_holds_nothing(notes: Notes) -> None:
    path = f"{notes.series}/series.yaml"
    with closing(Checkout(notes.top)) as repository:
        assert read_working_file(repository, path) == notes.read(path).encode()
        assert read_working_file(repository, "gone.md") is None
        assert read_working_file(repository, f"{path}/deeper.md") is None


def test_a_file_far_too_large_for_minutes_is_refused_and_not_read(notes: Notes) -> None:
    path = notes.write(notes.minutes("2020-10-26"), "")
    os.truncate(notes.top / path, 10**12)
    with closing(Checkout(notes.top)) as repository, pytest.raises(Refused) as refused:
        read_working_file(repository, path)
    assert "far too large" in refused.value.problems[0].message


def test_a_text_is_written_in_the_newlines_of_the_file() -> None:
    assert to_bytes("a\nb\n", b"x\r\n") == b"a\r\nb\r\n"
    assert to_bytes("a\r\nb\n", b"x\n") == to_bytes("a\nb\n", None) == b"a\nb\n"
    assert to_bytes(None, b"x\n") is None


def test_newlines_are_no_difference() -> None:
    assert holds_text(b"a\r\n", "a\n")
    assert holds_text(b"a\n", "a\r\n")
    assert not holds_text(b"a\n", "a")
    assert not holds_text(None, "")


@given(st.text(st.sampled_from("ab\n")), st.sampled_from([b"\n", b"\r\n", None]))
def test_what_is_written_is_read_back(text: str, disk: bytes | None) -> None:
    assert plain_text(to_bytes(text, disk)) == text
