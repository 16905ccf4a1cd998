"""A line without its bullet as an action item: every way in which people write one, and what is none."""

import pytest
from support.oldminutes.sheets import action_of, find_action

from minutebook.records.series import Person


@pytest.mark.parametrize(
    "text",
    [
        "AI (Ana, Ben): fix it",
        "AI (Ana and Ben) - fix it",
        "AI(Ana/Ben): fix it",
        "**AI (Ana, Ben):** fix it",
        "**AI** (Ana, Ben): fix it",
        "(Ana, Ben) AI: fix it",
        "Ana & Ben (AI): fix it",
        "(AI: Ana, Ben) fix it",
        "Action item (Ana, Ben): fix it",
        "ACTION ITEM (Ana, Ben): fix it",
        "Action (Ana, Ben): fix it",
        "TODO (Ana, Ben): fix it",
    ],
)
def test_an_action_action_names_its_owners_and_its_task(text: str) -> None:
    assert (action_of(text).owners, action_of(text).task) == (("Ana", "Ben"), "fix it")


def test_an_action_knows_its_line() -> None:
    assert (action_of("AI (Ana): fix it").line, action_of("AI (Ana): fix it").lines) == (7, (7,))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("@ana fix it", ("Ana",)),
        ("@ana: fix it", ("Ana",)),
        ("@Ana @Ben: fix it", ("Ana", "Ben")),
        ("@Ana, @Ben fix it", ("Ana", "Ben")),
        ("@Ana,@Ben: fix it", ("Ana", "Ben")),
    ],
)
def test_in_a_list_of_actions_a_handle_is_an_owner(text: str, owners: tuple[str, ...]) -> None:
    assert (action_of(text, listed=True).owners, action_of(text, listed=True).task) == (owners, "fix it")


def test_elsewhere_a_handle_is_none() -> None:
    assert find_action("@ana: fix it") is None


def test_a_checkbox_makes_an_action_of_a_handle() -> None:
    assert action_of("[ ] @Ana @Ben: fix it").owners == ("Ana", "Ben")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        *(("Ana: fix it", ("Ana",)), ("anna: fix it", ("Ana",)), ("Dora: fix it", ("Dora",))),
        *(("Ana, Dora Lee: fix it", ("Ana", "Dora Lee")), ("everyone: fix it", ("everyone",))),
        *(("the ops team: fix it", ("the ops team",)), ("Jean-Luc O'Hara: fix it", ("Jean-Luc O'Hara",))),
    ],
)
def test_in_a_list_of_actions_somebody_before_a_colon_is_the_owner(
    text: str, owners: tuple[str, ...]
) -> None:
    assert (action_of(text, listed=True).owners, action_of(text, listed=True).task) == (owners, "fix it")


@pytest.mark.parametrize(
    "text",
    [
        *("the dog: bark", "nobody in particular?: sing", "buy: milk", "Note: milk is out", "Done it: why"),
        *(
            "SOFT-12: fix it",
            "team building: fix it",
            "The door of the old barn: fix it",
            "Ana, milk: fix it",
            "Ask the team: fix it",
            "Update support: fix it",
        ),
    ],
)
def test_other_words_before_a_colon_are_part_of_the_task(text: str) -> None:
    assert (action_of(text, listed=True).owners, action_of(text, listed=True).task) == (("unassigned",), text)


@pytest.mark.parametrize(
    "text", ["None", "none.", "*None*", "N/A", "n/a", "Nothing", "[ ] None", "None this week", "-"]
)
def test_a_word_for_nothing_in_a_list_of_actions_is_no_action(text: str) -> None:
    assert find_action(text, listed=True) is None


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("[ ] Ana - fix it", ("Ana",), "fix it"),
        ("[ ] Ana, Ben \u2013 fix it", ("Ana", "Ben"), "fix it"),
        ("[ ] ana to fix it", ("Ana",), "to fix it"),
        ("[ ] Anna will fix it", ("Ana",), "will fix it"),
        ("[ ] **Ana** fix it", ("Ana",), "fix it"),
        ("[ ] **Ana and Ben:** fix *it* **soon**", ("Ana", "Ben"), "fix *it* **soon**"),
        ("[ ] fix those (Ben)", ("Ben",), "fix those"),
        ("[ ] fix **those** (Ana, Ben)", ("Ana", "Ben"), "fix **those**"),
    ],
)
def test_in_a_list_of_actions_somebody_known_is_the_owner(
    text: str, owners: tuple[str, ...], task: str
) -> None:
    assert (action_of(text).owners, action_of(text).task) == (owners, task)


@pytest.mark.parametrize(
    "text",
    [
        *("Dora - fix it", "dora to fix it", "**Dora** fix it", "fix those (Dora)", "fix those (Ana, soon)"),
        *("ana to be thanked", "**Now** fix it", "Ana fixes it", "fix those (Ben) soon", "fix those ()"),
    ],
)
def test_in_a_list_of_actions_all_else_is_the_task(text: str) -> None:
    assert (action_of(text, listed=True).owners, action_of(text, listed=True).task) == (("unassigned",), text)


@pytest.mark.parametrize("sign", [":", " -", " \u2013"])
@pytest.mark.parametrize("name", ["Ana", "ana", "@ana", "Anna"])
def test_somebody_known_may_follow_the_two_letters(name: str, sign: str) -> None:
    assert (action_of(f"AI {name}{sign} fix it").owners, action_of(f"AI {name}{sign} fix it").task) == (
        ("Ana",),
        "fix it",
    )


def test_a_first_name_may_follow_the_two_letters_if_one_person_has_it() -> None:
    people = (Person("Ana Lee"), Person("Ben Carter"), Person("Ben Cole"))
    assert action_of("AI Ana: fix it", people=people).owners == ("Ana Lee",)
    assert find_action("AI Ben: fix it", people=people) is None


@pytest.mark.parametrize(
    "text", ["AI News: it goes on", "AI Act - it goes on", "AI dora: fix it", "AI Ana, x: y"]
)
def test_what_else_follows_the_two_letters_makes_no_action(text: str) -> None:
    assert find_action(text) is None


def test_where_nobody_is_known_yet_a_name_behind_the_two_letters_is_guessed() -> None:
    assert (
        action_of("AI Dora: fix it", people=()).guessed,
        action_of("AI (Dora): fix it", people=()).guessed,
    ) == (
        True,
        False,
    )
    assert find_action("AI Dora - fix it", people=()) is None


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("AI: Ana to fix it", ("Ana",), "to fix it"),
        ("AI: Ana and Ben will fix it", ("Ana", "Ben"), "will fix it"),
        ("Action item: ana to fix it", ("Ana",), "to fix it"),
        ("AI: Dora to fix it", ("unassigned",), "Dora to fix it"),
        ("AI: Ana fixes it", ("unassigned",), "Ana fixes it"),
        ("AI: SOFT-12 - fix it", ("unassigned",), "SOFT-12 - fix it"),
    ],
)
def test_somebody_known_who_is_to_do_it_is_the_owner(text: str, owners: tuple[str, ...], task: str) -> None:
    assert (action_of(text).owners, action_of(text).task) == (owners, task)


@pytest.mark.parametrize(
    "text",
    ["Artificial minds (AI): a talk", "(see below) AI: a wide field", "AI (see there) is a wide field"],
)
def test_words_around_the_two_letters_are_no_owner(text: str) -> None:
    assert find_action(text) is None


def test_in_a_list_of_actions_a_line_without_owners_is_nobodys() -> None:
    assert (action_of("Fix it", listed=True).owners, action_of("Fix it", listed=True).task) == (
        ("unassigned",),
        "Fix it",
    )


@pytest.mark.parametrize(
    "text", ["Fix it", "AI is a wide field", "AIDS: a talk", "Ana: fix it", "", "AI (Ana):"]
)
def test_prose_is_no_action(text: str) -> None:
    assert find_action(text) is None


@pytest.mark.parametrize("text", ["AI (done): fix it", "TODO (Closed): fix it", "(Done) AI: fix it"])
def test_a_mark_is_no_owner(text: str) -> None:
    assert find_action(text) is None


@pytest.mark.parametrize("text", ["TODO: fix it", "**To do**: fix it", "ACTION: fix it"])
def test_a_heading_word_without_an_owner_is_no_action(text: str) -> None:
    assert find_action(text) is None


@pytest.mark.parametrize(
    "text",
    ["AI ([Ana](ana.html)): fix it", "AI (`ana`): fix it", "AI (#12): fix it", "AI (a" + "n" * 61 + "): x"],
)
def test_an_owner_that_is_no_name_makes_no_action(text: str) -> None:
    assert find_action(text) is None


def test_an_owner_has_the_spelling_of_the_roster() -> None:
    assert action_of("AI (Anna, Ana, Ben?): fix it").owners == ("Ana", "Ben?")


def test_the_owners_of_a_list_own_its_lines() -> None:
    action = action_of("fix *it*", owners=("Anna",))
    assert (action.owners, action.task) == (("Ana",), "fix *it*")


def test_emphasis_within_a_task_stays() -> None:
    assert action_of("**AI (Ana):** fix **it** [now](x.html)").task == "fix **it** [now](x.html)"


@pytest.mark.parametrize("text", ["**AI (Ana): fix it**", "**AI** **(Ana): fix it**"])
def test_emphasis_around_a_whole_action_goes(text: str) -> None:
    assert action_of(text).task == "fix it"
