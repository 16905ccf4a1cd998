"""Repositories that the tests of several commands begin with."""

from pathlib import Path

import pytest
from support.actionmeetings import write_meetings
from support.notes import Notes

WITH_ITEMS = """\
  - title: Talk
    counters: {{open calls: {calls}}}
    actions:
      - {{id: a1bcde, owner: Mat, task: write the page, due: 2020-10-20, status: {status}}}
      - {{id: b1bcde, owner: [Mat, Diego], task: ask around{since}}}
"""


@pytest.fixture
def two_meetings(notes: Notes) -> None:
    """Write two meetings with action items."""
    write_meetings(notes)


@pytest.fixture
def held(notes: Notes) -> Notes:
    """Return a repository with two meetings that are committed."""
    notes.meeting("2020-10-19", Open=11, Done=3, extra=WITH_ITEMS.format(calls=4, status="open", since=""))
    extra = WITH_ITEMS.format(calls=6, status="done", since=", since: 2020-10-19")
    notes.meeting("2020-10-26", Open=9, Done=3, extra=extra)
    notes.run("sync")
    notes.commit()
    return notes


@pytest.fixture
def empty(tmp_path: Path) -> Notes:
    """Return a folder with nothing in it, which is no repository either."""
    (tmp_path / "new").mkdir()
    return Notes(tmp_path / "new")


@pytest.fixture
def existing(empty: Notes) -> Notes:
    """Return a repository with a commit, and no notes."""
    empty.git("init", "--quiet", "--initial-branch=main")
    empty.write("code.py", "print()\n")
    empty.commit()
    return empty
