"""The files of one state, whichever it is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from support.sharednotes import FIRST, SECOND, break_first

from minutebook.repository.checkout import Checkout

if TYPE_CHECKING:
    from support.notes import Notes


def test_the_working_tree_the_index_and_a_commit_are_told_apart(kept: Notes) -> None:
    break_first(kept)
    kept.git("add", ".")
    kept.write(f"{kept.series}/{FIRST}.yaml", "")
    found = {words: kept.rules(*words) for words in ((), ("--staged",), ("--rev", "HEAD"))}
    assert found == {(): ["empty-file"], ("--staged",): ["unknown-key"], ("--rev", "HEAD"): []}


@pytest.mark.parametrize("words", [(), ("--staged",), ("--rev", "HEAD")])
def test_a_link_is_refused(words: tuple[str, ...], kept: Notes) -> None:
    outside = kept.top.parent / "outside.yaml"
    outside.write_text("secret: text\n", encoding="utf-8")
    meeting = kept.top / f"{kept.series}/{SECOND}.yaml"
    try:
        meeting.symlink_to(outside)
    except OSError:
        pytest.skip("this system lets nobody make links")
    kept.commit()
    found = kept.run("check", *words)
    assert f"{kept.series}/{SECOND}.yaml:1:1: file-kind: this is a symbolic link" in found.stdout
    assert "secret" not in found.stdout + found.stderr


def test_a_file_of_a_commit_is_known_by_its_content(kept: Notes) -> None:
    repository = Checkout(kept.top)
    path = kept.minutes("2020-10-19")
    commit = repository.commit("HEAD")
    assert (commit.holds(path, commit.read(path)), commit.holds(path, b"x")) == (True, False)
    repository.close()


@pytest.mark.parametrize(
    "name", ["Überblick für Öl", "两周例会", "a b", "it's", "x[1]*", "-dash", "tab\there"]
)
def test_a_folder_may_have_any_name(name: str, notes: Notes) -> None:
    if os.name == "nt" and set(name) & set("*\t"):
        pytest.skip("no file has this name on Windows")
    before, notes.series = notes.series, f"{name}/{name}"
    notes.write(f"{notes.series}/series.yaml", notes.read(f"{before}/series.yaml"))
    (notes.top / before / "series.yaml").unlink()
    meeting = notes.meeting(FIRST, Open=10, Done=3)
    notes.git("add", "--all")
    notes.run("sync", "--stage")
    notes.git("commit", "--quiet", "--message", "Notes")
    assert notes.git("status", "--porcelain").stdout == ""
    # That Windows can't have some of them is told.
    told = [{*notes.rules(*words)} for words in ((), ("--staged",), ("--rev", "HEAD"))]
    assert told == 3 * [{"path-unusable"} if set(name) & set("*\t") else set()]
    rendered = notes.run("render", "--rev", "HEAD", f"./{meeting}")
    assert rendered.stdout == notes.read(notes.minutes(FIRST))
