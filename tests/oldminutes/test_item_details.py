"""What lists of actions say of an action in lines and items of their own."""

import pytest
from support.oldminutes.sheets import sheet_of

from minutebook.records.meeting import Action


def actions_of(*lines: str) -> list[Action]:
    """Return the actions of a list."""
    text = "\n".join(("# Club", "", "We met.", "", "## Actions", "", *lines, ""))
    return list(sheet_of(text).meeting.actions)


@pytest.mark.parametrize(
    "lines",
    [
        ("- oil the door", "Assigned to: Ada", "Due: 2026-11-09"),
        ("- oil the door", "- Assigned to: Ada", "- Due: 2026-11-09"),
        ("- oil the door", "  - Assigned to: Ada", "  Due: 2026-11-09"),
        ("- oil the door", "", "- **Owner:** Ada", "- **Deadline:** 9 November 2026"),
    ],
)
def test_lines_and_items_behind_an_action_say_whose_it_is_and_until_when(lines: tuple[str, ...]) -> None:
    (action,) = actions_of(*lines)
    assert (action.owners, action.task, str(action.due)) == (("Ada",), "oil the door", "2026-11-09")


def test_a_status_below_an_action_closes_it() -> None:
    assert [action.status for action in actions_of("- oil it", "- Status: done", "- call Ben")] == [
        "done",
        "open",
    ]


def test_each_action_has_the_details_below_it() -> None:
    actions = actions_of("- oil it", "Owner: Ada", "- call Kim", "- Owner: Ben")
    assert [(action.owners, action.task) for action in actions] == [
        (("Ada",), "oil it"),
        (("Ben",), "call Kim"),
    ]


@pytest.mark.parametrize(
    "line", ["Update: the page", "Due: soon", "Status: we talk", "Owner: the one who came"]
)
def test_what_looks_like_a_detail_but_is_none_is_an_action(line: str) -> None:
    assert len(actions_of("- oil it", f"- {line}")) > 1


def test_a_detail_without_an_action_above_stays_where_it_is() -> None:
    assert len(actions_of("- Due: 2026-11-09", "- oil it")) > 1
