"""What tests of repositories share."""

import pytest
from support.notes import Notes


@pytest.fixture
def bare(kept: Notes) -> str:
    """Return the folder of a bare repository in which the last meeting is not in order."""
    kept.meeting("2020-10-26", Open=12, done=3)
    kept.commit()
    kept.git("clone", "--quiet", "--bare", ".", "../bare")
    return "../bare"
