"""The words before or above a list of people that say whether they attended, were absent, or were guests."""

from typing import Literal

Attendance = Literal["attending", "absent", "guests"]
LABELS: dict[str, Attendance] = {
    **dict.fromkeys(("attending", "attendee", "attendees", "attended"), "attending"),
    **dict.fromkeys(("attendance", "in attendance", "present"), "attending"),
    **dict.fromkeys(("participant", "participants", "members present", "members attending"), "attending"),
    **dict.fromkeys(("roll call", "roll-call", "rollcall"), "attending"),
    **dict.fromkeys(("absent", "absentees", "regrets", "apologies"), "absent"),
    **dict.fromkeys(("not present", "not attending", "members absent"), "absent"),
    **dict.fromkeys(("guests", "guest"), "guests"),
}


def pattern_of_labels(*attendances: Attendance) -> str:
    """Return a pattern of the labels of some lists."""
    # The longer ones first, for an alternation takes the first that fits.
    labels = [label for label, attendance in LABELS.items() if attendance in attendances]
    return "|".join(label.replace(" ", "[ \\t]+") for label in sorted(labels, key=len, reverse=True))


def attendance_of_label(label: str) -> Attendance | None:
    """Return which list of people a label stands before, or None where it stands before no such list."""
    return LABELS.get(" ".join(label.strip(" \t*_:").casefold().split()))
