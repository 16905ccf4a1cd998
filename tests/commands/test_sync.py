"""`sync`: what it writes in the files of a series."""

import os
import sys

import pytest
from support.notes import Notes


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_folder_whose_name_is_no_utf8_is_kept_up_to_date(notes: Notes) -> None:
    folder = notes.top / os.fsdecode(b"m/caf\xe9/caf\xe9")
    folder.mkdir(parents=True)
    (folder.parent / "series.yaml").write_text("title: Team\n")
    (folder / "2020-10-26.yaml").write_text("date: 2020-10-26\nattending: [Mat]\nactions: [Mat: zero]\n")
    # A process of its own, because its output is no UTF-8 either.
    notes.minutebook("sync", errors="replace")
    assert "(caf%E9/2020-10-26.md)" in (folder.parent / "README.md").read_text()
