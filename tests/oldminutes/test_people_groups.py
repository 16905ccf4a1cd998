"""Groups before the names of those who came."""

import pytest

from minutebook.oldminutes.people_groups import names_alone


@pytest.mark.parametrize(
    ("names", "alone"),
    [
        ("The mill: Ada, Ben", ("Ada, Ben", ["The mill"])),
        ("Mill: Ada; Hub: Ben", ("Ada;Ben", ["Mill", "Hub"])),
        ("2 guests (Ada, Ben)", ("Ada, Ben", ["2 guests"])),
        ("Ada, Ben", ("Ada, Ben", [])),
    ],
)
def test_names_may_stand_behind_those_of_their_groups(names: str, alone: tuple[str, list[str]]) -> None:
    assert names_alone(names) == alone
