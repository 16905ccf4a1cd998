"""What tests of repositories share."""

import pytest
from support.notes import Notes


@pytest.fixture
def kept(notes: Notes) -> Notes:
    """Return a repository where a meeting and its minutes are committed."""
    notes.meeting("2020-10-19", Open=10, Done=3)
    notes.run("sync")
    notes.commit()
    return notes


@pytest.fixture
def bare(kept: Notes) -> str:
    """Return the folder of a bare repository in which the last meeting is not in order."""
    kept.meeting("2020-10-26", Open=12, done=3)
    kept.commit()
    kept.git("clone", "--quiet", "--bare", ".", "../bare")
    return "../bare"
