"""The demo: what its page shows is what happens, whatever the user has set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import week

HOSTILE_CONFIG = "[commit]\ngpgSign = true\n[core]\nhooksPath = /nowhere\n[user]\nuseConfigOnly = true\n"


def test_the_week_is_what_happens_whatever_the_user_has_set(tmp_path: Path) -> None:
    (tmp_path / "gitconfig").write_text(HOSTILE_CONFIG, encoding="utf-8")
    (tmp_path / "temporary").mkdir()
    hostile = {"GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"), "GIT_DIR": "/nowhere", "SKIP": "minutebook"}
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "temporary"))
    done = subprocess.run(
        [sys.executable, week.__file__],
        env=os.environ | hostile | folders | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\n| 10   | -4      |" in done.stdout
    assert len(done.stdout.splitlines()) <= 100
    assert "\x1b" not in done.stdout
    assert not list((tmp_path / "temporary").iterdir())


def test_what_comes_back_must_be_what_the_page_shows(tmp_path: Path) -> None:
    page = "Look:\n\n```console\n$ git --version\nhg …\n```\n"
    with pytest.raises(week.NotAsShownError, match="below '\\$ git --version' should stand\nhg …"):
        week.play(page, tmp_path)


def test_a_file_is_written_and_changed_as_the_page_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    week.play(
        "It is:\n\n`a/b.txt`:\n\n```text\none\ntwo\n```\n\n`a/b.txt`:\n\n```diff\n-two\n```\n", tmp_path
    )
    assert (tmp_path / "notes/a/b.txt").read_text(encoding="utf-8") == "one\n"
    assert capsys.readouterr().out == "# It is:\n$ cat a/b.txt\none\ntwo\n\n# In a/b.txt\n-two\n\n"
