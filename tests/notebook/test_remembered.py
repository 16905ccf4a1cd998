"""What was read once is not read again."""

import pytest

from minutebook.notebook.remembered import remembered
from minutebook.records.problem import Location
from minutebook.records.refusal import Refused, refuse


def test_a_refused_file_is_read_once_and_refused_each_time() -> None:
    reads = []

    def read(path: str) -> str:
        reads.append(path)
        if path == "good.yaml":
            return path
        raise refuse(path, Location(1, 1), "yaml-syntax", "it is broken")

    ask = remembered(read, None)
    for _ in range(2):
        assert ask("good.yaml") == "good.yaml"
        with pytest.raises(Refused, match="it is broken"):
            ask("bad.yaml")
    assert reads == ["good.yaml", "bad.yaml"]
