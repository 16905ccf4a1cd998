"""The action items of old minutes against those of the new ones: what differs in each, and in their order."""

import pytest
from support.oldminutes.comparisons import HEAD, reported


def test_an_action_in_the_usual_form_does_not_differ() -> None:
    assert reported(f"{HEAD}-   AI (Ana): fix it\n-   AI (Ben): call [DONE]\n") == []


def test_of_an_action_in_another_form_only_that_form_is_reported() -> None:
    assert reported(f"{HEAD}- (Ana) AI: fix it\n") == [(3, "item rewritten", "(Ana) AI:", "AI (Ana):")]
    assert reported(f"{HEAD}-   AI (Ana): fix it (done)\n") == [(3, "item rewritten", "(done)", "[DONE]")]


def test_an_action_of_which_nothing_stays_is_reported_as_the_line_that_it_becomes() -> None:
    assert reported(f"{HEAD}\u2713 AI (Ana): fix it\n") == [
        (3, "item rewritten", "\u2713 AI (Ana): fix it", "-   AI (Ana): fix it [DONE]")
    ]


@pytest.mark.parametrize(
    ("line", "stated", "now"),
    [
        ("[ ] Ana - fix it", "[ ] Ana -", "AI (Ana):"),
        ("[ ] **Ana** fix it", "[ ] **Ana**", "AI (Ana):"),
        ("[ ] fix it (Ben)", "[ ] fix it (Ben)", "AI (Ben): fix it"),
    ],
)
def test_of_an_action_with_its_owner_elsewhere_what_differs_is_reported(
    line: str, stated: str, now: str
) -> None:
    assert reported(f"{HEAD}- {line}\n") == [(3, "item rewritten", stated, now)]


def test_an_action_whose_mark_says_more_is_reported_with_the_line_below_it() -> None:
    assert reported(f"{HEAD}-   AI (Ana): fix it (cancelled)\n") == [
        (
            3,
            "item rewritten",
            "-   AI (Ana): fix it (cancelled)",
            "-   AI (Ana): fix it [DROPPED] -   cancelled",
        )
    ]


def test_an_owner_above_a_list_is_reported_and_so_are_its_actions() -> None:
    assert reported(f"{HEAD}- AI (Ana):\n  - fix it\n  - call\n") == [
        (3, "owner repeated", "- AI (Ana):", "named in each item of the list below"),
        (4, "item rewritten", "fix it", "AI (Ana): fix it"),
        (5, "item rewritten", "call", "AI (Ana): call"),
    ]


def test_an_action_of_several_lines_is_reported_as_one() -> None:
    assert reported(f"{HEAD}-   AI (Ana): fix\n    it\n") == [
        (3, "item regrouped", "2 lines: -   AI (Ana): fix", "one line")
    ]
    assert reported(f"{HEAD}-   (Ana) AI: fix\n    it\n") == [
        (3, "item regrouped", "2 lines: -   (Ana) AI: fix", "-   AI (Ana): fix it")
    ]


def test_the_notes_of_an_action_are_reported_as_one() -> None:
    assert reported(f"{HEAD}-   AI (Ana): fix it\n    -   one\n    -   two\n") == [
        (4, "item regrouped", "2 lines: -   one", "one line")
    ]


CARRIED = "date: 2020-10-19\nactions: [{id: a111, owner: Ana, task: fix it}]\n"


def test_an_action_that_stands_above_those_of_earlier_meetings_is_reported() -> None:
    text = f"{HEAD}-   AI (Ana): fix it\n-   AI (Ana): fix all of it\n-   AI (Ben): call\n"
    before = CARRIED.replace("fix it}]", "fix it}, {id: b222, owner: Ana, task: fix all of it}]")
    assert reported(text, before, carried=True) == [
        (5, "item moved", "-   AI (Ben): call", "above the items of earlier meetings")
    ]


def test_a_topic_moves_with_all_its_lines() -> None:
    text = (
        f"{HEAD}-   Build\n    -   is red\n    -   AI (Ana): fix it\n-   AI (Ben): call\n-   AI (Ben): buy\n"
    )
    assert reported(text, CARRIED, carried=True) == [
        (3, "item moved", "3 lines: -   Build", "below the new items")
    ]


def test_actions_in_the_order_of_the_minutes_have_not_moved() -> None:
    text = f"{HEAD}-   AI (Ben): call\n-   AI (Ana): fix it\n"
    assert reported(text, CARRIED, carried=True) == []


def test_an_action_that_lapsed_is_reported() -> None:
    differences = reported(f"{HEAD}- AI (Ana): fix it\n", goes_on=False)
    assert (3, "item lapsed", "fix it", "neither open nor closed in the next minutes") in differences


def test_the_number_of_a_topic_or_an_action_is_a_bullet() -> None:
    assert reported(f"{HEAD}1.  Build\n    1)  AI (Ana): fix it\n") == [
        (3, "bullets rewritten", "2 lines: 3, 4", '"-   "')
    ]


def test_the_notes_of_a_topic_stand_above_its_actions() -> None:
    text = f"{HEAD}-   Build\n    -   AI (Ana): fix it\n    -   red\n"
    assert reported(text) == [(5, "item regrouped", "-   red", "above the action items of its topic")]


def test_the_notes_of_a_topic_are_indented_as_its_actions_are() -> None:
    text = f"{HEAD}-   Build\n     - red\n     - AI (Ana): fix it\n"
    assert reported(text) == [
        (4, "indented anew", "5 spaces: - red", "4 spaces"),
        (5, "bullets rewritten", "line 5", '"-   "'),
    ]
