"""A comma for thousands between brackets parts two counts, which is told."""

import pytest

from minutebook.source.unclear_counts import unclear_counts
from minutebook.source.yaml.loader import read


def findings(row: str) -> list[tuple[str, str, str]]:
    text = (
        f"date: 2020-10-05\ntable:\n  id: a\n  columns: [A, B]\n  rows:\n    Open: {row}\nx-list: [1,234]\n"
    )
    found = unclear_counts(text, lambda: read("m.yaml", text.encode()))
    return [(finding.severity, finding.message, finding.hint) for finding in found]


def test_a_comma_before_three_digits_may_be_one_for_thousands() -> None:
    hint = "Write a space after each comma, or 1234 if it is one count."
    assert findings("[1,234]") == [("warning", "1,234 is read as 2 counts: 1 and 234", hint)]
    assert len(findings("[7, 1,234]")) == 1
    assert len(findings("{counts: [1,234], continues: none}")) == 1


@pytest.mark.parametrize(
    "row",
    ["[1, 234]", "[0,100]", "[1,5]", "[1,2345]", "[12,345,6]", "[1234]", "[1 ,234]", "[1, 234]  # 1,234"],
)
def test_what_can_be_meant_in_one_way_is_not_told(row: str) -> None:
    assert findings(row) == []
