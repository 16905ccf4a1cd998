"""A commit of some files, as in the shell."""

from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.repository.new_commit import create_commit, find_unfinished


def test_only_the_paths_are_committed_also_with_signs_that_patterns_have(notes: Notes) -> None:
    paths = [notes.write(name, "text\n") for name in ("a*.md", "ab.md", "é [1].md")]
    notes.git("add", ".")
    assert create_commit(notes.top, [paths[0], paths[2]], "é: two\n\nmore") == (True, "")
    assert notes.git("-c", "core.quotePath=false", "show", "--format=%B", "--name-only").stdout.split(
        "\n"
    ) == [
        *("é: two", "", "more", "", ""),
        *("a*.md", "é [1].md", ""),
    ]
    assert notes.git("status", "--porcelain", "--", "ab.md").stdout == "A  ab.md\n"


def test_what_git_says_is_returned_where_it_refuses(notes: Notes) -> None:
    done, said = create_commit(notes.top, ["gone.md"], "x")
    assert not done
    assert "gone.md' did not match any file" in said


@pytest.mark.parametrize(
    ("name", "word"), [("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("HEAD", "")]
)
def test_what_git_is_in_the_midst_of_lies_in_its_directory(tmp_path: Path, name: str, word: str) -> None:
    (tmp_path / name).touch()
    assert find_unfinished(tmp_path) == word
