"""Actions that begin in the middle of a line."""

from support.people import TEAM

from minutebook.actions.grammar import TypedAction
from minutebook.actions.inner_actions import find_marked, find_within


def test_a_tick_before_a_mark_in_the_middle_of_a_line_closes_what_begins_there() -> None:
    action = TypedAction(("Mat",), "fix it", status="done")
    assert find_within("The roof leaks. ✓ AI (Mat): fix it", TEAM) == ("✓ AI (Mat): fix it", action)


def test_a_line_that_is_an_action_as_a_whole_is_found_whole() -> None:
    assert find_marked("  AI (Mat): fix it", TEAM) == ("AI (Mat): fix it", TypedAction(("Mat",), "fix it"))


def test_the_owner_of_what_begins_in_the_middle_must_be_known() -> None:
    assert find_within("The roof leaks. AI (Nobodyelse): fix it", TEAM) is None
    assert find_within("We asked the AI (Mat) again", TEAM) is None
