"""Which files can be of a series."""

import pytest

from minutebook.records.file_kinds import is_meant_as_notes, is_read


@pytest.mark.parametrize(
    ("path", "is_notes", "can_be_read"),
    [
        ("a/2020-10-26.yaml", True, True),
        ("A.YML", True, True),
        ("a.md", False, True),
        ("a.py", False, False),
        ("a/2020-10-26", False, True),
    ],
)
def test_the_end_of_a_name_tells_what_a_file_can_be(path: str, is_notes: bool, can_be_read: bool) -> None:
    assert (is_meant_as_notes(path), is_read(path)) == (is_notes, can_be_read)
