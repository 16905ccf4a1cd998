"""The line of an action item: how it is written, and that what is written is recognised."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.actions.standings import Standing
from minutebook.minutes import action_line
from minutebook.minutes.action_line import ActionLine
from minutebook.minutes.markdown import escape
from minutebook.records.meeting import Status

DAYS = st.dates(date(1000, 1, 1))
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20).filter(
    lambda text: text == text.strip()
)
NAMES = TEXTS.filter(lambda name: not {*"(),"} & {*name})
STATUSES = st.sampled_from(["open", "done", "dropped", "lapsed"])
AGES = st.none() | st.integers(2, 9999)
STANDINGS = st.builds(Standing, AGES, st.none() | DAYS, st.booleans()) | st.builds(
    Standing, AGES, DAYS, st.just(False), st.just(True)
)


@given(st.lists(NAMES, min_size=1, max_size=3), TEXTS, STANDINGS, STATUSES)
def test_an_action_item_is_recognised(
    owners: list[str], task: str, standing: Standing, status: Status
) -> None:
    action = ActionLine(tuple(map(escape, owners)), task, standing, status)
    assert action_line.read_action(action_line.action_text(action)) == action


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (ActionLine(("Mat",), "order parts"), "AI (Mat): order parts"),
        (ActionLine(("Mat", "Ann"), "order parts", status="done"), "AI (Mat, Ann): order parts [DONE]"),
        (
            ActionLine(("Mat",), "order parts", Standing(2, date(2020, 11, 9), lapsing=True), "dropped"),
            "AI (Mat): order parts (2nd meeting, due 2020-11-09, lapses next time) [DROPPED]",
        ),
        (
            ActionLine(("Mat",), "order parts (5)", Standing(lapsing=True)),
            "AI (Mat): order parts (5) (lapses next time)",
        ),
        (
            ActionLine(("Mat",), "order parts", Standing(2, date(2020, 11, 9), overdue=True)),
            "AI (Mat): order parts (2nd meeting, overdue since 2020-11-09)",
        ),
    ],
)
def test_an_action_item_says_how_it_stands(action: ActionLine, text: str) -> None:
    assert action_line.action_text(action) == text
    assert action_line.read_action(text) == action


@pytest.mark.parametrize("text", ["", "Mat: order parts", "AI (): order parts", "AI (Mat):", "(AI Mat): x"])
def test_other_texts_are_no_action_items(text: str) -> None:
    assert action_line.read_action(text) is None
