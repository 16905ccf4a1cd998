"""Action items are read in the ways in which people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.actions.words import CLOSING_WORDS
from minutebook.oldminutes.handwritten.minutes_reader import read_minutes
from minutebook.oldminutes.handwritten.written_actions import (
    group_owners,
    normalize_mark,
    parse_action,
    split_names,
)

NAMES = st.sampled_from(["Ada", "Ben Cole", "BrianL", "\u00c9mile"])


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("-   AI (Mat): oil it", ["Mat"], "oil it"),
        ("-   AI (BrianL, Mat): oil it", ["BrianL", "Mat"], "oil it"),
        ("-   AI (Edgar/Diego): oil it", ["Edgar", "Diego"], "oil it"),
        ("AI (Mat) - oil it", ["Mat"], "oil it"),
        ("-   AI (Mat) oil it", ["Mat"], "oil it"),
        ("-   AI(Mat): oil it", ["Mat"], "oil it"),
        ("* AI: Mat - oil it", ["Mat"], "oil it"),
        ("- AI: oil it", [], "oil it"),
        ("-   Mat (AI): oil it", ["Mat"], "oil it"),
        ("-   (Mat) AI: oil it", ["Mat"], "oil it"),
        ("-   (Action item: Mat) oil it", ["Mat"], "oil it"),
        ("-   Action item (Mat): oil it", ["Mat"], "oil it"),
        ("Action Item (Mat): oil it", ["Mat"], "oil it"),
        ("- **AI (Mat):** oil it", ["Mat"], "oil it"),
        ("- ACTION: Mat - oil it", ["Mat"], "oil it"),
        ("- [ ] Mat: oil it", ["Mat"], "oil it"),
        ("## Action items\n\n* Mat: oil it", ["Mat"], "oil it"),
        ("- [ ] @mat oil it", ["mat"], "oil it"),
        ("- [ ] the dog: oil it", [], "the dog: oil it"),
        ("Present: Mat\n\n- AI Mat - oil it", ["Mat"], "oil it"),
        ("Present: Mat\n\n- AI: Mat to oil it", ["Mat"], "to oil it"),
        ("Present: Mat\n\n- [ ] Mat - oil it", ["Mat"], "oil it"),
        ("Present: Mat\n\n- [ ] **Mat** oil it", ["Mat"], "oil it"),
        ("Present: Mat\n\n- [ ] oil it (Mat)", ["Mat"], "oil it"),
        ("-   Topic\n    -   AI (Mat): oil it", ["Mat"], "oil it"),
        ("-   AI (Mat):\n    -   oil it", ["Mat"], "oil it"),
        ("AI (Mat):\n\n-   oil it", ["Mat"], "oil it"),
        ("-   Mat (AI)  \n    -   oil it", ["Mat"], "oil it"),
    ],
)
def test_an_action_item_is_read_in_any_syntax(text: str, owners: list[str], task: str) -> None:
    (action,) = read_minutes(text).actions
    assert ([owner.text for owner in action.owners], action.task, action.closed) == (owners, task, False)


@pytest.mark.parametrize("text", ["## Actions\n\n- None", "## Action items\n\n* N/A", "- [ ] None"])
def test_a_word_for_none_is_no_action_item(text: str) -> None:
    assert read_minutes(text).actions == ()


def test_an_owner_with_a_list_has_an_action_for_each_line_of_it_but_not_for_what_lies_deeper() -> None:
    text = "- AI (Mat):\n    - one\n        - about it\n    - two\n      goes on\n- AI (Ada): three\n- four\n"
    actions = read_minutes(text).actions
    assert [(action.task, action.owners[0].text, action.line) for action in actions] == [
        *(("one", "Mat", 2), ("two", "Mat", 4)),
        ("three", "Ada", 6),
    ]


def test_an_action_item_in_progress_is_open() -> None:
    assert [action.closed for action in read_minutes("- AI (Mat): oil it [IN PROGRESS]").actions] == [False]


@pytest.mark.parametrize("word", CLOSING_WORDS)
@pytest.mark.parametrize("form", ["{}: AI (Mat): oil it", "[{}] AI (Mat): oil it", "{} - AI (Mat): oil it"])
def test_a_mark_before_an_action_item_closes_it(form: str, word: str) -> None:
    action = parse_action(form.format(word.upper()), listed=False)
    assert action
    assert (action.owners, action.task, action.mark) == (("Mat",), "oil it", word)


@pytest.mark.parametrize(
    "text", ["AI models are slow", "Done: all of it", "Mat: oil it", "- [x]", "AI (done): oil it"]
)
def test_what_only_looks_like_an_action_item_is_none(text: str) -> None:
    assert parse_action(text, listed=False) is None


def test_an_owner_without_brackets_is_a_guess_until_somebody_has_that_name() -> None:
    guess = parse_action("AI Mat: oil it", listed=False)
    known = parse_action("AI Mat: oil it", listed=False, is_known=lambda name: name == "Mat")
    assert guess
    assert known
    assert (guess.guessed, known.guessed) == (True, False)


def test_in_a_list_of_action_items_every_line_is_one() -> None:
    action = parse_action("oil the door", listed=True)
    assert action
    assert (action.owners, action.task) == ((), "oil the door")


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        *(("AI (Ada, Ben):", ("Ada", "Ben")), ("(Ada) AI", ("Ada",)), ("**Ada (AI)**", ("Ada",))),
        *(("AI (done):", ()), ("AI (Ada): oil it", ()), ("Ada:", ())),
    ],
)
def test_owners_may_stand_alone_above_their_list(line: str, owners: tuple[str, ...]) -> None:
    assert group_owners(line) == owners


@given(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from([", ", "/", " & ", " and ", " + "]))
def test_names_are_split_at_any_sign_between_them(names: list[str], separator: str) -> None:
    assert split_names(separator.join(names)) == tuple(names)


@given(st.text())
def test_a_mark_once_made_the_usual_one_stays_so(text: str) -> None:
    assert normalize_mark(f"AI: {text}") == f"AI: {text}".strip().replace("**", "")
