"""A week costs less than by hand."""

from pathlib import Path

import keystrokes
import pytest


def test_a_week_takes_fewer_characters_places_and_commands_than_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2026-12-08")
    by_hand, *ways = keystrokes.ways(tmp_path).values()
    for way in ways[:2]:
        assert way.in_all < by_hand.in_all
        assert way.places < by_hand.places
        assert len(way.commands) < len(by_hand.commands)


def test_typed_is_what_differs() -> None:
    assert keystrokes.typed("Open: 12 (+3)\n", "Open: 9 (-3)\n") == (2, 2)
