"""`schema`: prints a schema."""

import json

import pytest
from support.notes import Notes


@pytest.mark.parametrize("kind", ["meeting", "series"])
def test_a_schema_is_printed_as_it_is_stored(notes: Notes, kind: str) -> None:
    assert json.loads(notes.run("schema", kind).stdout)["$id"].endswith(f"{kind}:1")
