"""Real merges at which git gave up, by the meeting files that an import makes of their minutes."""

from pathlib import Path
from typing import Any

import pytest
from support.oldminutes.imports import import_texts

from minutebook.merge.conflicts import Labels
from minutebook.merge.meeting_diff import compare
from minutebook.merge.meeting_file import Texts, merge_files
from minutebook.source.yaml.loader import read

MERGES = Path(__file__).resolve().parents[3] / "shared" / "merges"

pytestmark = pytest.mark.skipif(not MERGES.is_dir(), reason="the real merges are not beside this checkout")


def imported(folder: str, version: str) -> str:
    """Return the meeting file of a version of minutes."""
    text = (MERGES / folder / f"{version}.md").read_text(encoding="utf-8")
    (notes,) = import_texts({f"{folder[:4]}-{folder[4:6]}-{folder[6:8]}.md": text}).notes.values()
    return notes


def data(text: str) -> Any:
    """Return what a meeting file says."""
    return read("meeting.yaml", text.encode()).data


@pytest.mark.parametrize(
    ("folder", "taken_out"), [("20200713-565ff29a", 1), ("20200914-83718681", 1), ("20201019-e796281e", 0)]
)
def test_they_need_nobody_and_are_what_people_made_but_for_what_these_took_out(
    folder: str, taken_out: int
) -> None:
    merged = merge_files(
        Texts(*(imported(folder, version) for version in ("base", "ours", "theirs"))), Labels
    )
    assert not merged.conflicts
    differences = compare(data(merged.text), data(imported(folder, "merged")))
    assert [difference.change for difference in differences] == ["removed"] * taken_out
