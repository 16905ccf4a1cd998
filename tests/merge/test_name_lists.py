"""A list of names to which two people added some, or took some away."""

import pytest

from minutebook.merge.name_lists import merge_names


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("Present: Mat", "Present: Mat, Ann", "Present: Mat, Bo", "Present: Mat, Ann, Bo"),
        ("Mat, Ann", "Mat, Ann, Bo, Cy", "Mat, Ann, Bo, Di", "Mat, Ann, Bo, Cy, Di"),
        ("Mat and Ann", "Mat, Ann and Bo", "Mat, Ann and Cy", "Mat, Ann, Bo and Cy"),
        (
            "**Regrets**: Mat; Ann.",
            "**Regrets**: Ann.",
            "**Regrets**: Mat; Ann; Bo.",
            "**Regrets**: Ann; Bo.",
        ),
        ("'Mat, Ann'", "'Mat, Ann, Bo'", "'Cy, Mat, Ann'", "'Cy, Mat, Ann, Bo'"),
        ("Mat, Ann, Bo", "Matt, Ann, Bo", "Mat, Ann, Bo, Cy", "Matt, Ann, Bo, Cy"),
        ("Mat、Ann", "Mat、Ann、Bo", "Mat、Ann、Cy", "Mat、Ann、Bo、Cy"),
    ],
)
def test_names_of_both_are_there(base: str, ours: str, theirs: str, merged: str) -> None:
    assert merge_names(base, ours, theirs) == merged


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("Mat, Ann", "Mat, Bo", "Mat, Cy"),
        ("Monday, noon, hall, Mat", "Friday, noon, hall, Mat", "Monday, ten, hall, Mat"),
        ("Mat, Ann", "Bo, Cy", "Mat, Ann, Di"),
        ("Mat, Ann, Bo", "Mat, Cy, Di", "Mat, Ann, Bo, Eve"),
        ("Thursday", "Thursday, 1pm", "Thursday, 2pm"),
        ("Present: Mat", "Here: Mat, Ann", "Present: Mat, Bo"),
        ("Mat, Ann", "Mat, Ann, Ann", "Mat, Ann, Bo"),
        ("Mat, Ann", "Mat, Ann, because she has paid for it", "Mat, Ann, Bo"),
    ],
)
def test_other_lines_are_for_people_to_decide(base: str, ours: str, theirs: str) -> None:
    assert merge_names(base, ours, theirs) is None
