"""A title says whether action items stand below it, and a line that there are none."""

import pytest

from minutebook.oldminutes.handwritten.action_titles import is_action_list, is_possible_action_list, says_none


@pytest.mark.parametrize("title", ["Action items", "**ACTIONS:**", "To-do", "Open action items"])
def test_a_title_may_say_that_action_items_stand_below_it(title: str) -> None:
    assert is_action_list(title)


@pytest.mark.parametrize("title", ["Next steps", "Actions of last week", "Done"])
def test_another_title_does_not(title: str) -> None:
    assert not is_action_list(title)


@pytest.mark.parametrize("title", ["Next steps", "Follow-ups:", "**Tasks**"])
def test_a_title_may_leave_it_open(title: str) -> None:
    assert is_possible_action_list(title)
    assert not is_action_list(title)


@pytest.mark.parametrize("line", ["None", "n/a", "No action items this week", "\u2013"])
def test_a_line_may_say_that_there_are_none(line: str) -> None:
    assert says_none(line)


def test_a_task_says_no_such_thing() -> None:
    assert not says_none("none of the pumps was oiled")
