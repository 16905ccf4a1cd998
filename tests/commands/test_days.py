"""Days as somebody types them."""

import pytest
from support.notes import Notes


@pytest.mark.parametrize("day", ["2020-02-31", "3500-01-01", "1899-12-31", "0000-01-01"])
@pytest.mark.parametrize("words", [["new", "--date"], ["actions", "--as-of"], ["deltas", "--base"]])
def test_a_day_that_is_none_is_refused(notes: Notes, words: list[str], day: str) -> None:
    notes.meeting("2020-10-19", Open=1)
    done = notes.run(*words, day)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{words[1]} must be a day such as 2020-10-26, from 1900 to 2999, not '{day}'" in done.stderr
