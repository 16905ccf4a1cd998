"""What became of an action item, by its id, wherever and however it is written."""

from typing import Any

import pytest

from minutebook.merge.action_diff import compare_actions

ACTION = {"id": "k7q2m4", "owner": "Diego", "task": "call the bank"}


def said(former: list[Any], current: list[Any]) -> list[str]:
    """Return what is said of the actions of a section."""
    meetings = [{"sections": [{"title": "Work", "actions": actions}]} for actions in (former, current)]
    return [difference.sentence for difference in compare_actions(*meetings)]


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"status": "done"}, "Diego's k7q2m4 done: call the bank"),
        ({"status": "lapsed"}, "Diego's k7q2m4 lapsed: call the bank"),
        (
            {"status": "dropped", "reason": "no longer needed"},
            "Diego's k7q2m4 dropped (no longer needed): call the bank",
        ),
        ({"owner": ["Ada", "Mat"]}, "Diego's k7q2m4 given to Ada and Mat: call the bank"),
        ({"task": "call the shop"}, 'Diego\'s k7q2m4 reworded: "call the bank" -> "call the shop"'),
        ({"due": "2020-11-09"}, "Diego's k7q2m4 due 2020-11-09: call the bank"),
        ({"note": "nobody there"}, 'Diego\'s k7q2m4 noted "nobody there": call the bank'),
        ({"x-ticket": 445}, "Diego's k7q2m4: x-ticket 445"),
    ],
)
def test_each_key_has_its_words(keys: dict[str, Any], sentence: str) -> None:
    assert said([ACTION], [ACTION | keys]) == [sentence]


def test_a_closed_one_can_be_reopened() -> None:
    dropped = ACTION | {"status": "dropped", "reason": "not needed"}
    assert said([dropped], [ACTION]) == ["Diego's k7q2m4 reopened: call the bank"]


def test_a_new_one_is_opened_and_a_carried_one_carried() -> None:
    assert said([], [ACTION | {"due": "2020-11-09"}]) == [
        "Diego's k7q2m4 opened: call the bank, due 2020-11-09"
    ]
    assert said([], [ACTION | {"since": "2020-10-19"}]) == ["Diego's k7q2m4 carried: call the bank"]
    assert said([], [ACTION | {"status": "done"}]) == ["Diego's k7q2m4 added as done: call the bank"]


def test_one_that_is_gone_is_removed() -> None:
    assert said([ACTION], []) == ["Diego's k7q2m4 removed: call the bank"]


def test_one_that_is_nobodys_is_unassigned() -> None:
    assert said([], [ACTION | {"owner": "unassigned"}]) == ["unassigned k7q2m4 opened: call the bank"]


@pytest.mark.parametrize("typed", [{"Diego": "call the bank"}, "- [ ] Diego: call the bank"])
def test_one_that_was_typed_in_a_hurry_only_gets_its_id(typed: Any) -> None:
    assert said([typed], [ACTION]) == ["Diego's k7q2m4 has the id k7q2m4 now: call the bank"]


def test_one_whose_owner_got_the_full_name_with_its_id_is_no_new_one() -> None:
    assert said(["Die: call the bank"], [ACTION]) == [
        "Die's k7q2m4 given to Diego: call the bank",
        "Diego's k7q2m4 has the id k7q2m4 now: call the bank",
    ]


def test_one_in_another_section_is_moved() -> None:
    former = {"sections": [{"title": "Work", "actions": [ACTION]}, {"title": "Web"}]}
    current = {
        "sections": [{"title": "Work"}, {"title": "Web", "actions": [{"topic": "Shop", "actions": [ACTION]}]}]
    }
    (difference,) = compare_actions(former, current)
    assert difference.sentence == "Diego's k7q2m4 moved from Work to Web, Shop: call the bank"


def test_the_spelling_of_a_list_of_one_says_nothing() -> None:
    assert said([ACTION], [ACTION | {"owner": ["Diego"], "status": "open"}]) == []
