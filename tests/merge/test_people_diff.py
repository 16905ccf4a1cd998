"""Who was there, and who has a duty."""

from typing import Any

import pytest

from minutebook.merge.difference import Heading
from minutebook.merge.people_diff import compare_attendance, compare_duty, compare_header


@pytest.mark.parametrize(
    ("former", "current", "sentences"),
    [
        ({"attending": ["Ada"]}, {"attending": ["Ada", "Ben"]}, ["Ben attending"]),
        ({"attending": ["Ada"]}, {"attending": ["Ada?"]}, ["Ada attending?, was attending"]),
        ({"attending": ["Ada"]}, {"absent": ["Ada"]}, ["Ada absent, was attending"]),
        ({"guests": ["Ann"]}, {}, ["Ann no longer a guest"]),
        ({"attending": None}, {"attending": []}, []),
        ({"attending": ["Ada", "Ben"]}, {"attending": ["Ben", "Ada"]}, ["attending in another order"]),
        ({}, {"attending": "all"}, ["all attending"]),
        ({"attending": "all"}, {"attending": {"all but": ["Ben"]}}, ["Ben left out of all"]),
        ({"attending": {"all but": ["Ben"]}}, {"attending": {"all but": ["Ben"], "x-a": 1}}, ["x-a 1"]),
    ],
)
def test_each_person_is_told_by_their_list(former: Any, current: Any, sentences: list[str]) -> None:
    differences = compare_attendance(Heading((), ""), former, current)
    assert [difference.sentence for difference in differences] == sentences


def test_a_duty_is_told_with_who_had_it() -> None:
    former = {"This week": "Ada", "Next week": None, "Later": "Cy"}
    current = {"This week": ["Ada", "Ben?"], "Next week": "Ben", "Then": None}
    differences = compare_duty(Heading(("Triage",), "Triage"), former, current)
    assert [difference.sentence for difference in differences] == [
        "Triage, This week: Ada -> Ada, Ben?",
        "Triage, Next week: ? -> Ben",
        "Triage, Then: ?",
        "Triage, Later: Cy removed",
    ]


def test_a_line_of_the_header_is_told_by_its_label() -> None:
    differences = compare_header({"Room": "12", "Phone": "call us"}, {"Room": "13"})
    assert [difference.sentence for difference in differences] == ["Room 12 -> 13", 'Phone "call us" removed']
