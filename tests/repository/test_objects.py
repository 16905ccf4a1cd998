"""What git keeps is read to its end, and where git ends too soon that is said."""

import os
import shutil
import zlib
from pathlib import Path

import pytest
from support.notes import Notes

MEETING = "meetings/team/2020-10-19.yaml"


@pytest.fixture
def kept(notes: Notes) -> Notes:
    """Return notes with one committed meeting that nothing has packed."""
    notes.meeting("2020-10-19", Open=1)
    notes.commit()
    return notes


def loose_object(notes: Notes, name: str) -> Path:
    """Return the file in which git keeps an object."""
    oid = notes.git("rev-parse", name).stdout.strip()
    file = notes.top / ".git/objects" / oid[:2] / oid[2:]
    file.chmod(0o644)
    return file


def refuses(notes: Notes, *words: str) -> str:
    """Run a command in a process that must end, and return what it says."""
    done = notes.minutebook(*words, code=2, timeout=60)
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_truncated_object_is_named(kept: Notes) -> None:
    file = loose_object(kept, f"HEAD:{MEETING}")
    file.write_bytes(file.read_bytes()[:20])
    assert "`git fsck`" in refuses(kept, "check", "--rev", "HEAD")


def test_a_lost_last_commit_is_not_taken_for_none(kept: Notes) -> None:
    loose_object(kept, "HEAD").unlink()
    for words in (["check"], ["sync"], ["log"], ["check", "--base", "HEAD"]):
        assert "this clone is not complete; `git fsck`" in kept.refusal(*words)


def test_an_object_whose_content_is_damaged_is_named(kept: Notes) -> None:
    file = loose_object(kept, f"HEAD:{MEETING}")
    content = zlib.decompress(file.read_bytes())
    file.write_bytes(zlib.compress(content)[:-10] + b"0123456789")
    assert "`git fsck` says what is damaged" in refuses(kept, "check", "--rev", "HEAD")


def test_an_object_that_is_shorter_than_it_says_is_not_waited_for(kept: Notes) -> None:
    loose_object(kept, f"HEAD:{MEETING}").write_bytes(zlib.compress(b"blob 99999999999\0abc"))
    assert "file-size" in kept.minutebook("check", "--rev", "HEAD", code=1, timeout=60).stdout


@pytest.mark.parametrize("answer", ["true", "printf 'x blob 100\\nabc'", "printf 'x blob'"])
def test_a_git_that_dies_while_it_sends_is_told(answer: str, kept: Notes, tmp_path: Path) -> None:
    real = shutil.which("git")
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin/git"
    fake.write_text(
        f'#!/bin/sh\ncase "$*" in\n*cat-file*) read name; {answer}; exit 1;;\nesac\nexec {real} "$@"\n'
    )
    fake.chmod(0o755)
    words = ["check", "--rev", "HEAD"]
    path = f"{fake.parent}{os.pathsep}{os.environ['PATH']}"
    done = kept.minutebook(*words, code=2, timeout=60, env={**os.environ, "PATH": path})
    assert "git could not send" in done.stderr
    assert "Traceback" not in done.stderr
