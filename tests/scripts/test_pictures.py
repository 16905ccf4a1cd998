"""The pictures of the README show what minutebook prints today; whoever changes that draws them anew."""

import html
import re
from pathlib import Path

import pytest

pictures = pytest.importorskip("pictures", reason="this system has no terminals of its own to draw")
DRAW = "draw it anew: .venv/bin/python scripts/pictures.py"


def test_the_terminal_shows_what_is_printed(tmp_path: Path) -> None:
    svg = pictures.TERMINAL.read_text(encoding="utf-8")
    shown = html.unescape("".join(re.findall(r"<text [^>]*clip-path[^>]*>([^<]*)</text>", svg)))
    printed = re.sub(r"\x1b\[[0-9;]*m", "", pictures.terminal_text(tmp_path))
    assert "".join(shown.split()) == "".join(printed.split()), DRAW


def test_the_minutes_are_those_of_the_meeting_in_the_readme(tmp_path: Path) -> None:
    assert pictures.text_in(pictures.MINUTES.read_bytes()) == pictures.readme_minutes(tmp_path), DRAW


def test_pictures_are_small_and_fetch_nothing() -> None:
    assert all(path.stat().st_size < 60_000 for path in (pictures.TERMINAL, pictures.MINUTES))
    svg = pictures.TERMINAL.read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\"\s)]+", svg)) <= {
        "http://www.w3.org/2000/svg",
        "https://www.textualize.io",
    }
