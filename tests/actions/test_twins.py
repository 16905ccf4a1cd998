"""Of two actions that are one the first says all that both said, unless they contradict each other."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutebook.actions.twins import joined
from minutebook.records.meeting import Action

ITEM = Action((), "k7q2m4", ("Ann",), "call the bank")
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("kept", "extra", "fields"),
    [
        ({}, {}, {}),
        ({}, {"due": MAY}, {"due": "2026-05-01"}),
        ({"due": MAY}, {}, {}),
        ({"due": MAY}, {"due": JUNE}, None),
        ({}, {"status": "done"}, {"status": "done"}),
        ({"status": "done"}, {}, {}),
        ({"status": "done"}, {"status": "lapsed"}, None),
        ({}, {"status": "dropped", "reason": "late"}, {"status": "dropped", "reason": "late"}),
        ({"status": "dropped", "reason": "late"}, {"status": "dropped", "reason": "never"}, None),
        ({"since": JUNE}, {"since": MAY}, {"since": "2026-05-01"}),
        ({"since": MAY}, {"since": JUNE}, {}),
        ({}, {"x_keys": (("x-ticket", 4),)}, None),
        ({"x_keys": (("x-ticket", 4),)}, {"x_keys": (("x-ticket", 4),)}, {}),
        ({}, {"notes": ("asked",)}, {"note": "asked"}),
        ({"notes": ("asked",)}, {"notes": ("asked",)}, {}),
        ({"notes": ("asked",)}, {"notes": ("paid",)}, {"note": ["asked", "paid"]}),
    ],
)
def test_what_the_second_says_more_is_kept(
    kept: dict[str, Any], extra: dict[str, Any], fields: dict[str, str] | None
) -> None:
    assert joined(replace(ITEM, **kept), replace(ITEM, **extra)) == fields
