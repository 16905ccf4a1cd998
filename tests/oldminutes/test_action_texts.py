"""The text of an action, with its owner where the grammar looks for it."""

from datetime import date

import pytest
from support.oldminutes.sheets import DAY

from minutebook.oldminutes.action_texts import ActionText, read_due, read_text

DUE = date(2026, 10, 20)


def read(text: str, *, is_placed: bool = True) -> ActionText:
    """Return the text of a line in minutes of a team of two."""
    return read_text(text, DAY, lambda name: name in {"Ada", "@ada", "ada", "Ben"}, is_placed=is_placed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oil it **Ada**", ActionText("oil it (Ada)")),
        ("oil it **Ada** [DONE]", ActionText("oil it (Ada) [DONE]")),
        ("oil it **Ada** (due 2026-10-20)", ActionText("oil it (Ada) (due 2026-10-20)")),
        ("oil it - *(Ada/Ben)*", ActionText("oil it (Ada/Ben)")),
        ("oil it | Ada", ActionText("oil it (Ada)")),
        ("oil it - Ada - 20 October", ActionText("oil it - Ada", DUE)),
        ("oil it | Ada | due 20 October 2026", ActionText("oil it (Ada)", DUE)),
        ("oil it (20 Oct)", ActionText("oil it", DUE)),
        ("oil it - @ada - https://example.org/1", ActionText("oil it - @ada", address="https://example.org/1")),
        ("[@ada](https://example.org/ada): oil it", ActionText("@ada: oil it", links=("https://example.org/ada",))),
        ("`ada`: oil it", ActionText("ada: oil it")),
        ("\U0001f539 Ada: oil it", ActionText("Ada: oil it")),
    ],
)  # fmt: skip
def test_an_owner_stands_where_the_grammar_looks_for_it(text: str, expected: ActionText) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["oil **it**", "oil 3/4", "see [the door](https://example.org/door)", "oil the `door`", "oil it | Cy", "\u2610 oil it"],
)  # fmt: skip
def test_other_texts_stay(text: str) -> None:
    assert read(text) == ActionText(text)


def test_outside_of_a_list_of_actions_only_a_name_in_bold_brackets_is_an_owner() -> None:
    assert read("oil it **[Ada]**", is_placed=False) == ActionText("oil it **AI: Ada**")
    assert read("oil it **Ada**", is_placed=False) == ActionText("oil it **Ada**")
    assert read("oil it - Ada - 20 October", is_placed=False) == ActionText("oil it - Ada - 20 October")


@pytest.mark.parametrize(
    ("text", "due"),
    [("2026-10-20", (DUE, "")), ("20 Oct", (DUE, "")), ("after 20 Oct", (DUE, "after 20 Oct")), ("soon", (None, "soon"))],
)  # fmt: skip
def test_a_text_may_name_a_day(text: str, due: tuple[date | None, str]) -> None:
    assert read_due(text, DAY, day_first=False) == due
