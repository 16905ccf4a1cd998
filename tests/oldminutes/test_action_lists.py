"""Lists of actions made of others: lines without bullets, and what is said of an action in lines of its own."""

import pytest
from support.oldminutes.sheets import sheet_of

from minutebook.oldminutes.action_lists import lines_as_list
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.records.meeting import Action


def items(text: str) -> list[str] | None:
    """Return the items of a paragraph that is a list."""
    document = read_markdown(text)
    read = lines_as_list(document.blocks[0], document)
    return [document.text(item) for item in read.children] if read else None


@pytest.mark.parametrize("end", ["", "\\", "  ", "<br>"])
def test_lines_may_be_items(end: str) -> None:
    assert items(f"Oil the door{end}\ncall Ben\n") is not None


def test_each_line_is_an_item() -> None:
    assert items("Oil the door\ncall Ben\n") == ["Oil the door", "call Ben"]


@pytest.mark.parametrize(
    "text",
    [
        "Oil the door\n",
        "Oil the door.\nCall Ben\n",
        "We talked for a long time about whether one can\nstill oil the door\n",
        "Oil the door\n[Minutes](minutes.md)\n",
        "Date: 5 October 2026\nPlace: Mill\n",
        "Present: Ada\nOil the door\n",
        f"Oil the door\n{'very ' * 50} well\n",
    ],
)
def test_other_lines_are_text(text: str) -> None:
    assert items(text) is None


def test_hard_breaks_make_items_of_long_lines() -> None:
    line = "Oil the door of the mill with the oil of the shop\\"
    assert items(f"{line}\nand call Ben\n") == [line, "and call Ben"]


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
