"""The report names everything: whoever applies it to the old minutes gets the new ones."""

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.oldminutes.corpus import FILES, Series, repository
from support.oldminutes.patching import KINDS, Told, is_earlier_note, unexplained

STYLES = Path(__file__).parents[1] / "styles"


def told(report: Iterable[dict[str, Any]]) -> list[Told]:
    """Return the lines of a report for one file."""
    return [Told(line["line"], line["kind"], line["stated"], line["now"]) for line in report]


@pytest.mark.skipif(not FILES, reason="the corpus of real minutes is not beside this checkout")
@pytest.mark.xdist_group("corpus")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_real_minutes_differ_in_nothing_but_what_is_reported(series: Series, file: Path) -> None:
    assert unexplained(file.read_text("utf-8"), series.minutes(file), told(series.told(file))) == []


@dataclass(frozen=True)
class Pair:
    """A file, the minutes that were made of it, and what was told of it."""

    original: str
    minutes: str
    report: tuple[Told, ...]


NAMES = sorted(path.name for path in STYLES.iterdir())


@pytest.fixture(scope="module", params=NAMES)
def pairs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """Return each file of a style, imported with all the others, with its minutes and its report."""
    notes = repository(tmp_path_factory.mktemp("style"))
    shutil.copytree(STYLES / request.param, notes.top / "old")
    files = sorted((notes.top / "old").glob("*.md"))
    words = ("import", *(f"old/{file.name}" for file in files), "--into", "meetings/team", "--format", "json")
    report = json.loads(notes.run(*words).stdout)
    written = sorted((notes.top / "meetings" / "team").glob("????-??-??.md"))
    return {
        file.name: Pair(
            file.read_bytes().decode(),
            minutes.read_bytes().decode(),
            tuple(told(line for line in report if line["path"] == f"old/{file.name}")),
        )
        for file, minutes in zip(files, written, strict=True)
    }


def test_minutes_in_other_styles_differ_in_nothing_but_what_is_reported(pairs: dict[str, Pair]) -> None:
    for file, one in pairs.items():
        assert unexplained(one.original, one.minutes, one.report) == [], file


def test_without_any_one_line_of_the_report_something_is_unexplained(pairs: dict[str, Pair]) -> None:
    for file, one in pairs.items():
        for at, left_out in enumerate(one.report):
            others = (*one.report[:at], *one.report[at + 1 :])
            # Another spelling in a line that is told as a whole is named twice.
            if left_out.kind != "alias resolved":
                assert unexplained(one.original, one.minutes, others) != [], (file, left_out)


def test_a_line_of_the_minutes_that_is_gone_or_new_or_elsewhere_is_unexplained(
    pairs: dict[str, Pair],
) -> None:
    for one in pairs.values():
        lines = one.minutes.split("\n")
        for at in range(3, len(lines)):
            below_table = lines[at].startswith("Changes are since ")
            if is_earlier_note(lines[at], one.original):
                continue
            if lines[at].strip() and not set(lines[at]) <= set("| -") and not below_table:
                for other in ([], [lines[at], "another"], [f"{lines[at]} more"]):
                    changed = "\n".join([*lines[:at], *other, *lines[at + 1 :]])
                    assert noticed(one.original, changed, one.report), lines[at]


def noticed(original: str, minutes: str, report: tuple[Told, ...]) -> bool:
    """Whether something is unexplained, or the report doesn't fit the minutes at all."""
    try:
        return unexplained(original, minutes, report) != []
    except (AssertionError, StopIteration):
        return True


def test_the_table_of_kinds_has_all_that_can_be_reported() -> None:
    page = (Path(__file__).parents[3] / "docs" / "old-minutes.md").read_text("utf-8")
    table = page.split("## All kinds")[1]
    named = re.findall(r"^\| `([a-z ]+)` \|", table, re.MULTILINE)
    assert set(named) == {*KINDS, "item carried", "stopped"}
    assert named[:-1] == sorted(named[:-1])
