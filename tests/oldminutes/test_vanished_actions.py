"""An open action item that the next minutes neither have nor close has vanished."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.audits import find_faults, weeks_of_june
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.actions.carry import filed_actions
from minutebook.oldminutes.continuity import is_same_task
from minutebook.oldminutes.vanished_actions import judge_vanished

TASKS = st.lists(st.sampled_from(["oil", "the", "door", "paint", "SOFT-12", "#7", "of", "a", "barn"])).map(
    " ".join
)


@pytest.mark.parametrize(
    "line",
    [
        *("- AI (Mat): oil it [DONE]", "- AI (Mat): oil it (done)", "- AI (Mat): oil it **done**"),
        *("- [x] Mat: oil it", "- ~~AI (Mat): oil it~~", "- AI (Mat): oil it - done.", "- AI (Mat): [Done] oil it"),
        *("- Done: AI (Mat): oil it", "- [DONE] AI (Mat): oil it", "- \u2705 AI (Mat): oil it"),
        *("- AI (Mat): oil\n  it [DONE on Friday]", "- AI (Mat): DONE: oil it", "- AI (Mat): oil it \u2713"),
    ],
)  # fmt: skip
def test_a_closed_action_item_may_go(line: str) -> None:
    assert find_faults(weeks_of_june(line, "- AI (Ada): another thing")) == ()


def test_an_action_item_that_the_next_minutes_do_not_have_has_vanished() -> None:
    (fault,) = find_faults(
        weeks_of_june("## Door\n\n- AI (Mat, Ada): oil it\n", "- AI (Ben): paint the wall\n")
    )
    assert (fault.path, fault.line, fault.fault) == ("2020-06-01.md", 3, "action-vanished")
    assert (fault.where, fault.stated) == ("Door, Mat, Ada", "AI (Mat, Ada): oil it")
    assert (fault.computed, str(fault.baseline)) == ("neither open nor closed on 2020-06-08", "2020-06-01")


@pytest.mark.parametrize(
    "later",
    [
        "- AI (Mat): oil the door of the barn",
        "- AI (Ada): Oil the old door of the barn, please [DONE]",
        "Mat (AI): the barn door: oil it",
    ],
)
def test_an_action_item_may_change_its_words_and_owner(later: str) -> None:
    assert find_faults(weeks_of_june("- AI (Mat): oil the door of the barn", later)) == ()


def test_an_action_item_that_prose_repeats_has_not_vanished() -> None:
    later = "## What was open\n\n- oil the door\n- paint the wall\n"
    assert find_faults(weeks_of_june("- AI (Mat): oil the door", later)) == ()


def test_an_action_item_that_a_title_repeats_has_not_vanished() -> None:
    later = "## Talk\n\n### Mat: oil the door\n\nThe oil is gone.\n"
    assert find_faults(weeks_of_june("- AI (Mat): oil the door", later)) == ()


@pytest.mark.parametrize("later", ["- **Red doors:** were oiled", "- Door – hangs again"])
def test_an_action_item_that_a_line_names_before_it_says_how_it_stands_has_not_vanished(later: str) -> None:
    faults = find_faults(weeks_of_june("- AI (Mat): oil the red door", later))
    assert len(faults) == ("Red" not in later)


@pytest.mark.parametrize(
    "line", ["[Mat] Oil all doors of the mill - **done**", "the old door of the mill: oil all of it"]
)
def test_an_action_item_has_not_vanished_if_a_line_of_prose_has_most_of_its_words(line: str) -> None:
    later = f"## What was open\n\n- {line}\n- paint the wall\n"
    assert find_faults(weeks_of_june("- AI (Mat): oil all old doors of the mill", later)) == ()


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("- No progress on the mill doors.", True),
        ("- Oiled all the doors", False),
        ("- Mat Quill: ill", False),
        ("- Doors and windows of the old mill and all the other houses", False),
    ],
)
def test_an_action_item_has_not_vanished_if_a_line_is_mostly_about_it(line: str, *, is_told: bool) -> None:
    week = "Present: Mat Quill, Ada\n\n- AI (Mat Quill): oil the heavy mill doors behind Mat Quill\n"
    assert (find_faults(weeks_of_june(week, f"## Talk\n\n{line}\n")) == ()) == is_told


@pytest.mark.parametrize("later", ["- shut: https://example.org/i/12", "- AI (Ada): sell SOFT-12"])
def test_an_action_item_has_not_vanished_if_its_ticket_or_that_above_it_is_named(later: str) -> None:
    week = "- [Door](https://example.org/i/12)\n    - it hangs\n    - AI (Mat): oil it, SOFT-12\n"
    assert find_faults(weeks_of_june(week, f"## Talk\n\n{later}\n")) == ()
    assert len(find_faults(weeks_of_june(week, "- https://example.org/i/1 is shut, SOFT-1\n"))) == 1


@pytest.mark.parametrize("end", ["", " [DONE]", " - the oil is still away"])
def test_an_action_item_that_stands_twice_in_its_minutes_vanishes_once(end: str) -> None:
    week = f"## Last time\n\n- AI (Mat): oil the door\n\n## Open\n\n- AI (Mat): oil the door{end}\n"
    faults = find_faults(weeks_of_june(week, "- AI (Ada): paint the wall"))
    assert [fault.line for fault in faults] == ([] if "DONE" in end else [7])


def test_an_action_item_of_the_same_ticket_is_the_same() -> None:
    texts = ("- AI (Mat): build it (SOFT-12)", "- AI (Ada): release everything, SOFT-12")
    assert find_faults(weeks_of_june(*texts)) == ()


def test_an_action_item_vanishes_once_also_where_no_minutes_have_any_after_it() -> None:
    faults = find_faults(weeks_of_june("- AI (Mat): oil it", "Text", "Text"))
    assert [fault.fault for fault in faults] == ["action-vanished"]


def test_the_open_action_items_of_the_last_minutes_have_not_vanished() -> None:
    assert find_faults(weeks_of_june("Text", "- AI (Mat): oil it")) == ()


@pytest.mark.parametrize(
    ("task", "later_task"), [("oil it", "paint it"), ("oil the door", "sell the door"), ("x #7", "y #70")]
)
def test_a_shared_word_makes_no_same_task(task: str, later_task: str) -> None:
    assert not is_same_task(task, later_task)


@given(TASKS, TASKS)
def test_a_task_is_the_same_as_itself_and_as_another_in_either_order(task: str, later_task: str) -> None:
    assert is_same_task(task, task)
    assert is_same_task(task, later_task) == is_same_task(later_task, task)


@pytest.mark.parametrize(
    ("line", "fault", "where"),
    [
        ("AI (Ada, Ben): oil", "action-vanished", "Door, Ada, Ben"),
        ("AI: oil", "action-vanished", "Door"),
        ("[ ] oil", "action-vanished", "Door"),
        ("oil", None, "Door"),
    ],
)
def test_an_action_that_vanished_is_a_fault_if_it_is_somebodys_or_marked(
    line: str, fault: str | None, where: str
) -> None:
    sheet = sheet_of(f"# Club\n\nx\n\n## Door\n\nActions:\n\n- {line}\n")
    next_day = date(2026, 10, 12)
    next_meeting = sheet_of("x\n", day=next_day).meeting
    (filed,) = filed_actions(sheet.meeting)
    told = judge_vanished(sheet, filed.titles, filed.action, next_meeting)
    assert (told.line, told.fault, told.where, told.stated) == (9, fault, where, line)
    assert (told.now, told.baseline, told.day) == (f"neither open nor closed on {next_day}", DAY, next_day)


def test_a_box_that_is_nobodys_and_stands_in_no_list_of_action_items_is_no_fault() -> None:
    sheet = sheet_of("# Club\n\n## Colours\n\n- [ ] choose a colour\n")
    (filed,), next_meeting = filed_actions(sheet.meeting), sheet_of("x\n").meeting
    assert judge_vanished(sheet, filed.titles, filed.action, next_meeting).fault is None


def test_an_action_below_no_heading_is_named_by_the_title() -> None:
    sheet = sheet_of("# Club\n\n- AI (Ada): oil\n")
    (filed,), next_meeting = filed_actions(sheet.meeting), sheet_of("x\n").meeting
    assert judge_vanished(sheet, filed.titles, filed.action, next_meeting).where == "Club, Ada"
