"""Near twins: names that were likely meant to be one."""

import pytest

from minutebook.records.likeness import twin


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("In Progress", ["in progress"], "in progress"),
        ("InProgress", ["In  Progress"], "In  Progress"),
        ("Ready for Relese", ["Ready for Testing", "Ready for Release"], "Ready for Release"),
        ("open ticket", ["open tickets", "closed tickets"], "open tickets"),
        ("Open", ["Done", "Ready"], None),
        ("Open", [], None),
    ],
)
def test_a_near_twin_is_the_same_but_for_case_blanks_or_a_few_letters(
    name: str, others: list[str], expected: str | None
) -> None:
    assert twin(name, others) == expected
