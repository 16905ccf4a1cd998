"""A meeting, and what two people make of it at the same time."""

import copy
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from minutebook.merge.conflicts import Conflict, MergedLine
from minutebook.merge.meeting_file import Texts, merge_by_meaning
from minutebook.source.write import write_file
from minutebook.source.yaml.loader import read

Data = dict[str, Any]
Edit = tuple[str, Callable[[Data, int], None]]
"""What an edit is about, and how it is done with a number that no other edit has."""

MEETING: Data = {
    "title": "Weekly",
    "date": "2020-10-26",
    "attending": ["Mat", "Anna", "Bjorn Lee"],
    "sections": [
        {
            "title": "Announcements",
            "notes": "-   first about Mat\n-   second about Anna\n    with more of it\n-   third about Bjorn\n"
            "-   fourth\n    -   within about Mat\n\n| a | b |\n| - | - |\n| row one | 1 |\n| row two | 2 |\n",
            "counters": {"open tickets": 11, "closed tickets": 4},
        },
        {
            "title": "JIRA",
            "table": {"id": "jira", "columns": ["a", "b"], "rows": {"Open": [1, 1], "Closed": [3, 4]}},
            "actions": [
                {"id": "k7q2m4", "owner": "Mat", "task": "order parts"},
                {"id": "m3x8d0", "owner": "Anna", "task": "call the bank"},
            ],
        },
        {"title": "Work", "actions": [{"id": "q2w3e4", "owner": "Bjorn Lee", "task": "write it up"}]},
        {"title": "End", "notes": "-   we met at noon\n"},
    ],
}


def section(data: Data, title: str) -> Data:
    """Return a section of a meeting."""
    return next(part for part in data["sections"] if part["title"] == title)


def action(data: Data, identifier: str) -> Data:
    """Return an action, wherever it stands."""
    return next(
        listed
        for part in data["sections"]
        for listed in part.get("actions", [])
        if listed["id"] == identifier
    )


def _say(title: str, former: str, words: str) -> Callable[[Data, int], None]:
    def edit(data: Data, number: int) -> None:
        part = section(data, title)
        part["notes"] = part["notes"].replace(former, words.format(number))

    return edit


def _put(find: Callable[[Data], Data], key: str, value: Callable[[int], Any]) -> Callable[[Data, int], None]:
    def edit(data: Data, number: int) -> None:
        find(data)[key] = value(number)

    return edit


def _set_cell(row: str, column: int) -> Callable[[Data, int], None]:
    def edit(data: Data, number: int) -> None:
        section(data, "JIRA")["table"]["rows"][row][column] = number

    return edit


def _move(data: Data, _number: int) -> None:
    """Move an action into the section Work."""
    moved = action(data, "m3x8d0")
    section(data, "JIRA")["actions"].remove(moved)
    section(data, "Work")["actions"].append(moved)


def _add_note(data: Data, number: int) -> None:
    section(data, "Announcements")["notes"] += f"-   added {number}\n"


def _add_within(data: Data, number: int) -> None:
    part = section(data, "Announcements")
    part["notes"] = part["notes"].replace("-   fourth\n", f"-   fourth\n    -   inside {number}\n")


def _add_note_at_the_end(data: Data, number: int) -> None:
    data["sections"][-1]["notes"] += f"-   last {number}\n"


def _add_action(data: Data, number: int) -> None:
    section(data, "Work")["actions"].insert(0, {"id": f"n{number}", "owner": "Mat", "task": f"new {number}"})


def _add_section(data: Data, number: int) -> None:
    data["sections"].insert(1, {"title": f"Section {number}", "notes": f"-   said {number}\n"})


EDITS: Sequence[Edit] = (
    ("first", _say("Announcements", "first about", "first {} about")),
    ("second", _say("Announcements", "with more of it", "with more of it {}")),
    ("third", _say("Announcements", "-   third about Bjorn\n", "")),
    ("within", _say("Announcements", "within about", "within {} about")),
    ("drawn row", _say("Announcements", "| row one | 1 |", "| row one | {} |")),
    ("title of the end", _put(lambda data: data["sections"][-1], "title", "End {}".format)),
    *((f"{row} {column}", _set_cell(row, column)) for row in ("Open", "Closed") for column in (0, 1)),
    ("open tickets", _put(lambda data: section(data, "Announcements")["counters"], "open tickets", int)),
    ("closed tickets", _put(lambda data: section(data, "Announcements")["counters"], "closed tickets", int)),
    ("title", _put(lambda data: data, "title", "Title {}".format)),
    ("leaves", lambda data, _number: data["attending"].remove("Anna")),
    ("status", _put(lambda data: action(data, "m3x8d0"), "status", lambda _number: "done")),
    ("due", _put(lambda data: action(data, "m3x8d0"), "due", lambda _number: "2020-11-09")),
    ("task", _put(lambda data: action(data, "k7q2m4"), "task", "task {}".format)),
    ("move", _move),
)
"""Edits of which each is about something else."""
ADDITIONS: Sequence[Edit] = (
    ("note", _add_note),
    ("note within", _add_within),
    ("note at the end", _add_note_at_the_end),
    ("action", _add_action),
    ("section", _add_section),
    ("comes", lambda data, number: data["attending"].append(f"Guest {number}")),
    ("counter", lambda data, number: section(data, "Announcements")["counters"].update({f"new {number}": 5})),
    ("row", lambda data, number: section(data, "JIRA")["table"]["rows"].update({f"row {number}": [1, 2]})),
)
"""Edits that two people can make in the same place without a disagreement."""


def edited(data: Data, edits: Sequence[Edit], start: int) -> Data:
    """Return a meeting after some edits, whose numbers begin with `start`."""
    changed = copy.deepcopy(data)
    for number, (_name, edit) in enumerate(edits, start):
        edit(changed, number)
    return changed


@st.composite
def two_people(draw: st.DrawFn) -> tuple[list[Edit], list[Edit]]:
    """Draw what two people do who disagree about nothing."""
    edits = draw(st.permutations(EDITS))
    middle, end = draw(st.integers(0, 5)), draw(st.integers(0, 5))
    both = [draw(st.lists(st.sampled_from(ADDITIONS), max_size=3)) for _ in range(2)]
    return [*edits[:middle], *both[0]], [*edits[middle : middle + end], *both[1]]


def merged(base: Data, ours: Data, theirs: Data) -> Data:
    """Return the merge of meetings, which must have no conflict."""
    merged_lines = merge_texts_by_meaning(*(write_file(version) for version in (base, ours, theirs)))
    assert not [line for line in merged_lines if isinstance(line, Conflict)]
    data: Data = read("m.yaml", "".join(f"{line}\n" for line in merged_lines).encode()).data
    return data


def merge_texts_by_meaning(base: str, ours: str, theirs: str) -> Sequence[MergedLine]:
    """Return the merge of texts by meaning."""
    merged_lines = merge_by_meaning(Texts(base, ours, theirs))
    assert merged_lines is not None
    return merged_lines


def without_order(value: Any) -> Any:
    """Return data in which the order of records and paragraphs counts for nothing."""
    if isinstance(value, dict):
        return {key: without_order(inner) for key, inner in value.items()}
    if isinstance(value, list) and not all(isinstance(inner, int) for inner in value):
        return sorted((without_order(inner) for inner in value), key=repr)
    return sorted(value.split("\n")) if isinstance(value, str) and "\n" in value else value
