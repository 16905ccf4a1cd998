"""How `diff` and `log` show what changed in a meeting."""

from collections.abc import Iterator

from minutebook.merge.difference import Change, Difference
from minutebook.merge.meeting_changes import Fate, MeetingChange
from minutebook.reports.looks import Look, Paint

_FATES: dict[Fate, Look] = {
    "added": "added",
    "removed": "removed",
    "orphaned": "removed",
    "unreadable": "error",
}
_CHANGES: dict[Change, Look] = {
    "added": "added",
    "opened": "added",
    "reopened": "added",
    "removed": "removed",
    "done": "done",
    "dropped": "closed",
    "lapsed": "closed",
}


def change_lines(change: MeetingChange, paint: Paint) -> Iterator[str]:
    """Yield what is printed of a meeting: its path, and below it a sentence for each difference."""
    fate = change.headline.removeprefix(change.path)
    yield paint(change.path, "strong") + paint(fate, _FATES.get(change.fate, "plain"))
    for difference in change.differences:
        yield f"    {paint(difference.sentence, _look(difference))}"


def _look(difference: Difference) -> Look:
    former, value = difference.former, difference.value
    if difference.subject == "count" and isinstance(former, int) and isinstance(value, int):
        return "grown" if value > former else "shrunk"
    # What was added to an action item is no new one.
    if difference.subject == "action" and difference.change == "added":
        return "plain"
    return _CHANGES.get(difference.change, "plain")
