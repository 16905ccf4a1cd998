"""What the tests of faults share."""

import pytest
from support.notes import Notes


@pytest.fixture
def kept(notes: Notes) -> Notes:
    """Return a repository where a meeting and its minutes are committed."""
    notes.meeting("2020-10-19", Open=10, Done=3)
    notes.run("sync")
    notes.commit()
    return notes
