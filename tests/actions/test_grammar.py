"""Action items as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.actions.grammar import TypedAction, parse, parse_marked


@pytest.mark.parametrize(
    "line",
    [
        "AI (Mat): update the docs",
        "AI(Mat): update the docs",
        "AI (Mat) : update the docs",
        "AI (Mat):update the docs",
        "AI(Mat) - update the docs",
        "AI (Mat) \u2013 update the docs",
        "AI (Mat) \u2014 update the docs",
        "AI (Mat) update the docs",
        "ai (Mat): update the docs",
        "Mat (AI): update the docs",
        "Mat (AI) - update the docs",
        "(Mat) AI: update the docs",
        "(Mat) AI - update the docs",
        "AI: Mat - update the docs",
        "AI: Mat: update the docs",
        "AI: Mat \u2014 update the docs",
        "Mat: update the docs",
        "@Mat: update the docs",
        "- Mat: update the docs",
        "-   AI (Mat): update the docs",
        "* AI (Mat): update the docs",
        "+ Mat (AI): update the docs",
        "  AI (Mat):   update the docs  ",
        "AI (Mat (not here)): update the docs",
        "AI (Mat, ): update the docs",
    ],
)
def test_who_and_what_are_told_apart(line: str) -> None:
    assert parse(line) == TypedAction(("Mat",), "update the docs")


@pytest.mark.parametrize(
    "line",
    [
        "AI (Brian, Marco Mambelli): update the docs",
        "AI (Brian/Marco Mambelli): update the docs",
        "AI (Brian & Marco Mambelli) update the docs",
        "AI (Brian + Marco Mambelli): update the docs",
        "AI (Brian and Marco Mambelli): update the docs",
        "AI (Brian (not here), Marco Mambelli): update the docs",
        "AI: Brian, Marco Mambelli - update the docs",
        "Brian and Marco Mambelli (AI) - update the docs",
        "(Brian/Marco Mambelli) AI: update the docs",
        "Brian, Marco Mambelli: update the docs",
    ],
)
def test_several_people_are_told_apart(line: str) -> None:
    assert parse(line) == TypedAction(("Brian", "Marco Mambelli"), "update the docs")


@pytest.mark.parametrize(
    "line",
    ["AI: update the docs", "AI (): update the docs", "AI ( ): update the docs", "- AI: update the docs"],
)
def test_an_action_may_be_nobodys_yet(line: str) -> None:
    assert parse(line) == TypedAction((), "update the docs")


@pytest.mark.parametrize(
    ("line", "owners", "task"),
    [
        ("AI (Mat): ask: who: what", ("Mat",), "ask: who: what"),
        ("AI: ask Brian - he knows", (), "ask Brian - he knows"),
        ("AI: Mat to ask Brian", (), "Mat to ask Brian"),
        ("AI (Mat): fix #445 (AI of last week)", ("Mat",), "fix #445 (AI of last week)"),
        ("AI (Mat): -v is not known", ("Mat",), "-v is not known"),
        ("AI (Mat) - see <https://example.org/a:b>", ("Mat",), "see <https://example.org/a:b>"),
        ("Zo\u00eb: \u65e5\u672c \U0001f600", ("Zo\u00eb",), "\u65e5\u672c \U0001f600"),
        ("Ai: one", ("Ai",), "one"),
        ("AI (unassigned): one", ("unassigned",), "one"),
    ],
)
def test_the_task_is_kept_as_it_is(line: str, owners: tuple[str, ...], task: str) -> None:
    assert parse(line) == TypedAction(owners, task)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "AI",
        "update the docs",
        "Mat:",
        "AI (Mat)",
        "AI (Mat):",
        "AI (Mat) -",
        "AI:",
        "see https://example.org",
        "AI - x",
    ],
)
def test_what_does_not_say_who_must_do_what_is_no_item(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize(
    "line", ["AI (Mat): update the docs", "  -   AI (Mat): update the docs", "AI(Mat) :update the docs  "]
)
def test_a_mark_makes_an_action_of_a_line_of_prose(line: str) -> None:
    assert parse_marked(line) == TypedAction(("Mat",), "update the docs")


def test_a_marked_line_names_several_people_as_a_typed_one_does() -> None:
    assert parse_marked("AI (Mat and Bea): call them") == TypedAction(("Mat", "Bea"), "call them")


@pytest.mark.parametrize("line", ["Mat: update the docs", "the AI (Mat): x", "AI (Mat)", "AI: x", ""])
def test_without_a_mark_a_line_of_prose_is_no_action(line: str) -> None:
    assert parse_marked(line) is None


WORDS = st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,5}", fullmatch=True)
NAMES = st.lists(
    st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True).filter(lambda name: name != "And"),
    min_size=1,
    max_size=3,
)


@given(NAMES, WORDS, st.sampled_from([", ", "/", " & ", " and "]))
def test_all_syntaxes_mean_the_same(names: list[str], task: str, between: str) -> None:
    who = between.join(names)
    forms = (
        "AI ({}): {}",
        "AI({}) - {}",
        "{} (AI): {}",
        "({}) AI: {}",
        "AI: {} - {}",
        "{}: {}",
        "- AI ({}) {}",
    )
    assert {parse(form.format(who, task)) for form in forms} == {TypedAction(tuple(names), task)}


@pytest.mark.parametrize(
    "line", ["AI (" * 5000, "(" * 5000 + ":", "A, " * 5000 + ": x", "a " * 5000, "AI: " + "A " * 5000]
)
def test_a_long_line_is_read_at_once(line: str) -> None:
    parse(line)
