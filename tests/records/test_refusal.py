"""The refusal of a file that can't be read as notes."""

import pytest

from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused, refuse


def test_a_refusal_has_all_that_stands_in_the_way() -> None:
    with pytest.raises(Refused) as refused:
        raise refuse("a.yaml", Location(3, 1), "tab", "a tab can't stand here", "Indent with spaces.")
    assert refused.value.problems == (
        Problem("a.yaml", Location(3, 1), "tab", "a tab can't stand here", "Indent with spaces."),
    )
