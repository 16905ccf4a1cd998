"""One list of labels says who attended, who was absent, and who was a guest."""

import re

import pytest
from support.oldminutes.sheets import sheet_of

from minutebook.oldminutes.handwritten.attendance_boxes import is_attendance_title
from minutebook.oldminutes.handwritten.attendance_labels import (
    LABELS,
    Attendance,
    attendance_of_label,
    pattern_of_labels,
)
from minutebook.oldminutes.handwritten.minutes_reader import read_minutes

ATTENDING = [label for label, attendance in LABELS.items() if attendance == "attending"]


@pytest.mark.parametrize(
    ("label", "attendance"),
    [
        *(("**Attending:**", "attending"), ("ROLL  CALL", "attending"), ("Members present", "attending")),
        *(("Regrets", "absent"), ("_Not attending_", "absent"), ("Guests:", "guests"), ("Agenda", None)),
    ],
)
def test_a_label_says_which_list_it_stands_before(label: str, attendance: Attendance | None) -> None:
    assert attendance_of_label(label) == attendance


@pytest.mark.parametrize("label", LABELS)
def test_a_heading_with_any_label_is_one_of_attendance(label: str) -> None:
    assert is_attendance_title(label.title())


@pytest.mark.parametrize("label", LABELS)
def test_the_pattern_of_a_list_has_its_labels_whole_and_no_others(label: str) -> None:
    assert bool(re.fullmatch(pattern_of_labels("attending"), label)) == (label in ATTENDING)


@pytest.mark.parametrize("label", ATTENDING)
def test_audit_and_import_know_the_same_labels(label: str) -> None:
    text = f"# Weekly\n\n## {label.title()}\n\n- Ada\n- Ben\n"
    assert [name.text for name in read_minutes(text).attending] == ["Ada", "Ben"]
    assert sheet_of(text).head.attending == ("Ada", "Ben")
