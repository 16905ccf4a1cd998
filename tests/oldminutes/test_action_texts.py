"""The text of an action, with its owner where the grammar looks for it."""

from datetime import date

import pytest
from support.oldminutes.sheets import DAY

from minutebook.oldminutes.action_texts import read_due, read_text

DUE = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@ada](https://example.org/ada): oil it", ("@ada: oil it", ("https://example.org/ada",))),
        ("`ada`: oil it", ("ada: oil it", ())),
        ("\U0001f539 Ada: oil it", ("Ada: oil it", ())),
        *((text, (text, ())) for text in ("see [the door](https://example.org/door)", "oil the `door`", "\u2610 oil it")),
    ],
)  # fmt: skip
def test_people_stand_as_the_grammar_takes_them(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert read_text(text, lambda name: name in {"Ada", "@ada", "ada", "Ben"}, is_placed=True) == expected


@pytest.mark.parametrize(
    ("text", "due"),
    [("2026-10-20", (DUE, "")), ("20 Oct", (DUE, "")), ("after 20 Oct", (DUE, "after 20 Oct")), ("soon", (None, "soon"))],
)  # fmt: skip
def test_a_text_may_name_a_day(text: str, due: tuple[date | None, str]) -> None:
    assert read_due(text, DAY, day_first=False) == due
