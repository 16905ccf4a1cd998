"""A file on disk is read for the name of its content once, and again when it has changed."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from support.notes import Notes

from minutebook.repository import content_names
from minutebook.repository.checkout import Checkout
from minutebook.repository.content_names import ContentNames, state_of
from minutebook.repository.objects import blob_name
from minutebook.repository.snapshot import Snapshot

PATH = "meetings/team/2020-10-05.yaml"
NAMED = f"{PATH}", state_of(5, 5, 20, 1), "abc"


def working_tree(notes: Notes) -> Snapshot:
    """Return the files on disk as a new process sees them."""
    checkout = Checkout(notes.top)
    snapshot = checkout.working_tree()
    checkout.close()
    return snapshot


def next_process(notes: Notes, snapshot: Snapshot) -> Snapshot:
    """Return the files on disk as a process sees them that knows what the one before has written down."""
    following = working_tree(notes)
    with patch.object(content_names, "_SETTLED", 0):
        following.names.recall(snapshot.names.news(snapshot.files) or b"[]")
    return following


def name_of(text: str) -> str:
    """Return the name that git has for a text."""
    return blob_name(text.encode(), "")


def test_what_has_not_changed_is_not_read_again(notes: Notes) -> None:
    notes.write(PATH, "date: 2020-10-05\n")
    first = working_tree(notes)
    name = first.blob(PATH)
    assert name == name_of("date: 2020-10-05\n")
    following = next_process(notes, first)
    with (
        patch.object(Path, "open", side_effect=AssertionError),
        patch("builtins.open", side_effect=AssertionError),
    ):
        assert following.blob(PATH) == name


@pytest.mark.parametrize("text", ["date: 2020-10-05\ntitle: Weekly\n", "date: 2020-10-06\n"])
def test_what_has_changed_is_read_again(notes: Notes, text: str) -> None:
    notes.write(PATH, "date: 2020-10-05\n")
    first = working_tree(notes)
    first.blob(PATH)
    before = (notes.top / PATH).stat()
    notes.write(PATH, text)
    # As a program does that copies files with their times.
    os.utime(notes.top / PATH, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert next_process(notes, first).blob(PATH) == name_of(text)


@pytest.mark.parametrize(("later", "is_written"), [(1, False), (content_names._SETTLED + 1, True)])
def test_what_has_changed_a_moment_ago_is_not_written_down(later: int, *, is_written: bool) -> None:
    names = ContentNames()
    names.learn(*NAMED)
    with patch("time.time_ns", return_value=5 + later):
        assert (names.news({PATH}) != b"[]") is is_written


def test_what_is_known_already_is_no_news() -> None:
    names = ContentNames()
    names.learn(*NAMED)
    following = ContentNames()
    following.recall(names.news({PATH}) or b"")
    following.learn(*NAMED)
    assert following.news({PATH}) is None
    assert following.of(*NAMED[:2]) == "abc"


def test_files_that_are_gone_are_forgotten() -> None:
    names = ContentNames()
    names.learn(*NAMED)
    assert names.news({}) == b"[]"


def test_a_file_of_which_the_system_says_nothing_is_not_known() -> None:
    names = ContentNames()
    names.learn(PATH, "", "abc")
    assert names.of(PATH, "") is None
