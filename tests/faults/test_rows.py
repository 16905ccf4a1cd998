"""Each row of the list in rows.toml is tried by a test that is there, or has a reason why it does not apply."""

import tomllib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
SECTIONS = tomllib.loads((FOLDER / "rows.toml").read_text(encoding="utf-8"))
ROWS = {row: told for section in SECTIONS.values() for row, told in section.items()}
LENGTHS = {"Y": 33, "S": 10, "M": 17, "G": 26, "C": 9, "I": 13, "R": 14, "X": 12}


def test_every_row_is_there_once() -> None:
    assert {letter: list(section) for letter, section in SECTIONS.items()} == {
        letter: [f"{letter}{number:02}" for number in range(1, length + 1)]
        for letter, length in LENGTHS.items()
    }


@pytest.mark.parametrize("row", ROWS)
def test_its_test_is_there_or_it_does_not_apply(row: str) -> None:
    told = ROWS[row]
    if not told.startswith("not: "):
        file, _, name = told.partition("::")
        assert f"def {name}(" in (FOLDER.parent / file).read_text(encoding="utf-8")
