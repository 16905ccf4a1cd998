"""An audit of real minutes agrees with a recount that shares no code with it, in every cell of every file."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from support.oldminutes.audits import audit

from minutebook.oldminutes.audit import AuditResult
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.sheet_reader import read_sheet

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of real minutes is not beside this checkout"
)

Found = tuple[str, int, str, str]
"""A file, a line, what is stated there, and what is right."""


class Line(NamedTuple):
    """A row of a table: its line in the file, its label, and its numbers as they are written."""

    number: int
    label: str
    counts: list[int]
    deltas: list[str]


class Grid(NamedTuple):
    """A table with deltas: the names of its columns, and its rows."""

    columns: list[str]
    lines: list[Line]


def day(path: Path) -> date:
    """Return the day in the name of a file."""
    return datetime.strptime(path.stem.removeprefix("TechArea"), "%Y%m%d").date()


def grids(text: str) -> dict[str, Grid]:
    """Return the only table with deltas of each section that has one."""
    found: dict[str, Grid] = {}
    for section in re.split(r"^#+ ", text, flags=re.MULTILINE)[1:]:
        number = text[: text.index(section)].count("\n") + 1
        lines = [(number + at, line) for at, line in enumerate(section.splitlines())]
        rows = [
            (at, [cell.strip() for cell in line.split("|")[1:-1]]) for at, line in lines if line[:1] == "|"
        ]
        if rows and "&Delta;" in rows[0][1]:
            title = section.splitlines()[0].strip()
            body = [Line(at, cells[-1], [*map(int, cells[:-1:2])], cells[1:-1:2]) for at, cells in rows[2:]]
            assert title not in found
            found[title] = Grid(rows[0][1][:-1:2], body)
    return found


ALSO_CONTINUED = date(2018, 4, 30)
"""One release continued the one before already then: all its deltas are right so."""
FILES = sorted(CORPUS.glob("TechArea*.md"))
TEXTS = {path: path.read_text(encoding="utf-8") for path in FILES}
GRIDS = {path: grids(text) for path, text in TEXTS.items()}


def inner(grid: Grid) -> dict[str, dict[str, int]]:
    """Return the counts of a table by label and column, without its sums."""
    return {
        line.label.lower(): {
            name: count for name, count in zip(grid.columns, line.counts, strict=True) if name != "Total"
        }
        for line in grid.lines
        if line.label != "Total"
    }


def right(counts: dict[str, dict[str, int]], label: str, column: str) -> int:
    """Return what a cell must hold; what is not there is 0."""
    rows = counts.values() if label == "Total" else [counts.get(label.lower(), {})]
    return sum(sum(row.values()) if column == "Total" else row.get(column, 0) for row in rows)


def renamed(grid: Grid, before: Grid) -> dict[str, dict[str, int]]:
    """Return the earlier counts under the new names of the columns, which stand where the old ones did."""
    names = dict(zip(before.columns, grid.columns, strict=True))
    return {
        label: {names[name]: count for name, count in row.items()} for label, row in inner(before).items()
    }


def earlier(path: Path, title: str) -> tuple[Path, Grid]:
    """Return the last file before one that has a table under a title."""
    before = next(other for other in reversed(FILES[: FILES.index(path)]) if title in GRIDS[other])
    return before, GRIDS[before][title]


def wrong_deltas() -> Iterator[Found]:
    """Yield the deltas that are not what the earlier minutes make them."""
    for path in FILES[1:]:
        for title, grid in GRIDS[path].items():
            _, before = earlier(path, title)
            # Until January 2020 a new release began at 0; since then it has continued the one before.
            follows = day(path) >= date(2020, 2, 1) or day(path) == ALSO_CONTINUED
            follows = follows and len(grid.columns) == len(before.columns)
            old = renamed(grid, before) if follows else inner(before)
            for line in grid.lines:
                for column, stated in zip(grid.columns, line.deltas, strict=True):
                    computed = right(inner(grid), line.label, column) - right(old, line.label, column)
                    if int(stated) != computed:
                        yield path.name, line.number, stated, f"{computed:+d}"


def wrong_sums() -> Iterator[Found]:
    """Yield the sums that are none."""
    for path, found in GRIDS.items():
        for grid in found.values():
            for line in grid.lines:
                for column, stated in zip(grid.columns, line.counts, strict=True):
                    computed = right(inner(grid), line.label, column)
                    if stated != computed:
                        yield path.name, line.number, str(stated), str(computed)


def wrong_counters() -> Iterator[Found]:
    """Yield the deltas in sentences that are not what the earlier minutes make them."""
    counts: dict[str, int] = {}
    for path, text in TEXTS.items():
        now = {}
        for number, line in enumerate(text.splitlines(), 1):
            if found := re.match(r"- +(\d+) (?:\(([+-]\d+)\) )?(.* tickets?)\s*$", line):
                label = found[3].rstrip("s")
                now[label] = int(found[1])
                if found[2] and label in counts and int(found[1]) - counts[label] != int(found[2]):
                    yield path.name, number, found[2], f"{int(found[1]) - counts[label]:+d}"
        counts |= now


def wrong_titles() -> Iterator[Found]:
    """Yield the titles with another date than the file's name."""
    for path, text in TEXTS.items():
        stated = text.splitlines()[0].rsplit(",", 1)[1].strip()
        if datetime.strptime(stated, "%d %B %Y").date() != day(path):
            yield path.name, 1, stated, str(day(path))


@pytest.fixture(scope="module")
def result() -> AuditResult:
    """Return the audit of all files, in an order that is not theirs."""
    return audit({path.name: text for path, text in reversed(TEXTS.items())})


def found(result: AuditResult, *kinds: str) -> list[Found]:
    """Return the faults of some kinds."""
    return [
        (fault.path, fault.line, fault.stated, fault.computed)
        for fault in result.faults
        if fault.fault in kinds
    ]


def test_every_delta_in_a_table_is_judged_as_in_a_recount(result: AuditResult) -> None:
    assert sorted(found(result, "delta")) == sorted(wrong_deltas())


def test_every_delta_but_those_of_the_first_file_is_compared(result: AuditResult) -> None:
    cells = [
        delta
        for path in FILES[1:]
        for grid in GRIDS[path].values()
        for line in grid.lines
        for delta in line.deltas
    ]
    assert result.compared["delta"] == len(cells)


def test_every_sum_is_judged_as_in_a_recount(result: AuditResult) -> None:
    assert sorted(found(result, "row-total", "column-total")) == sorted(wrong_sums())


def test_every_counter_is_judged_as_in_a_recount(result: AuditResult) -> None:
    assert sorted(found(result, "counter")) == sorted(wrong_counters())


def test_every_title_is_judged_as_in_a_recount(result: AuditResult) -> None:
    assert sorted(found(result, "title-date")) == sorted(wrong_titles())


def test_every_baseline_is_the_last_file_that_has_the_table(result: AuditResult) -> None:
    paths = {path.name: path for path in FILES}
    for fault in result.faults:
        if fault.fault == "delta":
            assert fault.baseline == day(earlier(paths[fault.path], fault.where.split(",")[0])[0])


def test_a_delta_is_marked_where_no_minutes_are_of_the_week_before(result: AuditResult) -> None:
    for fault in result.faults:
        if fault.fault == "delta" and fault.baseline:
            paths = {path.name: path for path in FILES}
            assert bool(fault.mark) == ((day(paths[fault.path]) - fault.baseline).days > 10)


def test_every_line_with_the_mark_of_an_action_item_is_read_as_one() -> None:
    for path, text in TEXTS.items():
        lines = text.splitlines()
        read = {
            int(action.key_path[0])
            for action in read_sheet(path.name, read_markdown(text), day(path), Facts()).meeting.actions
        }
        for number, line in enumerate(lines, 1):
            if re.match(r"[\s-]*(\(?AI\b|\([A-Z]\w+\) AI\b|\w+ \(AI\)|\(?Action [Ii]tem\b)", line):
                # An owner alone has the items in a list below.
                assert read & {number, number + 1, number + 2}, f"{path.name}:{number}: {line}"


def test_the_only_slips_in_names_are_blanks_and_one_letter(result: AuditResult) -> None:
    slips = {(fault.stated, fault.computed) for fault in result.faults if fault.fault == "person"}
    assert slips == {
        ("Brian L", "BrianL"),
        ("Tim C", "TimC"),
        ("Tim T", "TimT"),
        ("Marco Mambell", "Marco Mambelli"),
    }
