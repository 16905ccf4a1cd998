"""Boxes below a line or a heading that says who was there are no action items."""

import pytest

from minutebook.oldminutes.handwritten.attendance_boxes import find_boxes, is_attendance_title
from minutebook.oldminutes.handwritten.blocks import place_blocks


def lines_with_boxes(text: str) -> list[int]:
    """Return the lines of a text whose boxes say who was there."""
    return sorted(find_boxes(tuple(place_blocks(text))))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Attendees:\n- [x] Ada\n- [ ] Ben\n", [2, 3]),
        ("- Attendees:\n  - [x] Ada\n- [ ] oil it\n", [2]),
        ("## Roll call\n\n- [x] Ada\n\n## Tasks\n\n- [ ] oil it\n", [3]),
        ("## Attendees\n\n### Action items\n\n- [ ] oil it\n", []),
        ("Attendees:\n\nAll of us.\n\n- [ ] oil it\n", []),
        ("Attendees:\n\n| a |\n|---|\n\n- [ ] oil it\n", []),
    ],
)
def test_the_boxes_of_a_list_end_with_it(text: str, lines: list[int]) -> None:
    assert lines_with_boxes(text) == lines


@pytest.mark.parametrize(
    "title", ["Attending", "TSC members present", "**Present / absent**", "Guests (of ten):"]
)
def test_a_title_of_attendance_may_say_more_of_whose(title: str) -> None:
    assert is_attendance_title(title)


@pytest.mark.parametrize("title", ["Present findings", "Everyone was here", "Attendance of the fair in May"])
def test_a_title_that_goes_on_behind_the_label_is_another(title: str) -> None:
    assert not is_attendance_title(title)
