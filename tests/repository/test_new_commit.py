"""A commit of some files, as in the shell."""

import os
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.repository.new_commit import create_commit, find_unfinished


def test_only_the_paths_are_committed_also_with_signs_that_patterns_have(notes: Notes) -> None:
    paths = [notes.write(name, "text\n") for name in ("a*.md", "ab.md", "é [1].md")]
    notes.git("add", ".")
    shown: list[str] = []
    assert create_commit(notes.top, [paths[0], paths[2]], "é: two\n\nmore", shown.append)
    assert shown == []
    assert notes.git("-c", "core.quotePath=false", "show", "--format=%B", "--name-only").stdout.split(
        "\n"
    ) == [*("é: two", "", "more", "", ""), *("a*.md", "é [1].md", "")]
    assert notes.git("status", "--porcelain", "--", "ab.md").stdout == "A  ab.md\n"


def test_what_git_says_is_shown_where_it_refuses(notes: Notes) -> None:
    shown: list[str] = []
    assert not create_commit(notes.top, ["gone.md"], "x", shown.append)
    assert "gone.md' did not match any file" in shown[0]


@pytest.mark.skipif(os.name == "nt", reason="a hook is a shell script here")
def test_what_a_hook_says_is_shown_while_it_runs(notes: Notes) -> None:
    waits = "for _ in $(seq 300); do test -e go && exit 0; sleep 0.1; done; exit 1"
    hook = notes.top / notes.write(".git/hooks/pre-commit", f"#!/bin/sh\necho first\n{waits}\n")
    hook.chmod(0o755)
    path = notes.write("a.md", "text\n")
    notes.git("add", path)

    def go(line: str) -> None:
        notes.write("go", line)

    assert create_commit(notes.top, [path], "x", go)
    assert notes.read("go") == "first"


@pytest.mark.parametrize(
    ("name", "word"), [("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("HEAD", "")]
)
def test_what_git_is_in_the_midst_of_lies_in_its_directory(tmp_path: Path, name: str, word: str) -> None:
    (tmp_path / name).touch()
    assert find_unfinished(tmp_path) == word
