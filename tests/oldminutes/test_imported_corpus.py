"""Three years of real minutes come in whole: nothing is lost, all that differs is told, and every count is right."""

import json
import re
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.notes import Notes
from support.oldminutes.corpus import CORPUS, FILES, Report, Series, day, repository, take
from support.oldminutes.loss import lost
from support.oldminutes.parting import iso, of_items, prose, sections, seen
from support.oldminutes.recount import deltas, wrong_deltas

MARKS = {"AI", "Action", "item", "Item", "to"}
"""The words that mark an action item, which the minutes write in one way."""
pytestmark = [
    pytest.mark.skipif(not FILES, reason="the corpus of real minutes is not beside this checkout"),
    pytest.mark.long,
]


@pytest.fixture
def copied(series: Series, tmp_path: Path) -> Series:
    """Return a copy of the import, in which a test may write."""
    shutil.copytree(series.notes.top, tmp_path / "copy")
    return Series(Notes(tmp_path / "copy"), series.report)


def test_each_of_the_files_becomes_a_meeting_with_its_minutes(series: Series) -> None:
    expected = {f"meetings/team/{day(file)}.{kind}" for file in FILES for kind in ("yaml", "md")}
    assert len(FILES) == 91
    assert set(series.bytes()) == {*expected, "meetings/team/README.md", "meetings/team/series.yaml"}


def test_nothing_is_stopped(series: Series) -> None:
    assert [line for line in series.report if line["kind"] == "stopped"] == []


def test_check_warns_only_of_the_access_codes_that_the_team_published(series: Series) -> None:
    problems = json.loads(series.notes.run("check", "--format", "json").stdout)
    assert {(problem["rule"], problem["severity"]) for problem in problems} <= {("access-code", "warning")}


def test_sync_has_nothing_to_write(copied: Series) -> None:
    before = copied.bytes()
    assert copied.notes.run("sync").returncode == 0
    assert copied.bytes() == before


def test_minutes_that_were_deleted_come_back_to_the_byte(copied: Series) -> None:
    before = copied.bytes()
    for path in copied.folder.glob("*.md"):
        path.unlink()
    copied.notes.run("sync")
    assert copied.bytes() == before


def test_another_import_writes_nothing(copied: Series) -> None:
    before = copied.bytes()
    copied.notes.minutebook("import", *map(str, FILES), "--into", "meetings/team")
    assert copied.bytes() == before


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, str, str]:
    """Return what is told of minutes that are imported after those of the week before, their text, and the new ones."""
    notes = repository(tmp_path_factory.mktemp("two"))
    before, file = (CORPUS / f"TechArea{name}.md" for name in ("20201019", "20201026"))
    report = [one for one in take(notes, before, file) if one["path"] == str(file)]
    return report, file.read_text("utf-8"), notes.read("meetings/team/2020-10-26.md")


def test_every_line_that_differs_is_reported(two: tuple[Report, str, str]) -> None:
    report, text, minutes = two
    made = [line for _, line in seen(minutes)]
    gone = {at for at, line in seen(text) if line not in made}
    assert gone - {line["line"] for line in report} == set()


def test_nothing_is_new_but_lines_that_are_reported_about(two: tuple[Report, str, str]) -> None:
    report, text, minutes = two
    told = {line["now"].strip() for line in report}
    had = [line for _, line in seen(text)]
    added = [line for _, line in seen(minutes)[1:] if line not in had]
    items = [line for line in added if line.startswith("-   AI")]
    assert [line for line in added if line not in items] == []
    words = " ".join(" ".join(had).split())
    for line in items:
        task = re.sub(r" \((?:2nd|\d+th) meeting\)| \[LAPSED\]", "", line).split(": ", 1)[1]
        assert task in words, line
        assert line.removeprefix("-   ") in told or "[LAPSED]" in line or "meeting)" in line, line


def test_all_other_lines_keep_their_order(two: tuple[Report, str, str]) -> None:
    report, text, minutes = two
    told = {line["line"] for line in report}
    made = iter([line for _, line in seen(minutes)])
    assert [line for at, line in seen(text) if at not in told and line not in made] == []


@pytest.mark.parametrize(
    "file",
    FILES,
    ids=lambda file: file.stem,
)
def test_nothing_that_a_reader_sees_is_lost(series: Series, file: Path) -> None:
    text = file.read_text("utf-8")
    found = Counter(lost(text, series.minutes(file), series.spellings))
    lines = text.splitlines()
    marks = re.findall(
        r"\w+",
        "\n".join(
            lines[difference["line"] - 1]
            for difference in series.told(file, "rewritten", "owner repeated", "item split")
        ),
    )
    dates = [f"date {iso(difference['stated'])}" for difference in series.told(file, "corrected title date")]
    assert found - Counter(f"word {word}" for word in marks if word in MARKS) - Counter(dates) == Counter()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_of_prose_keeps_its_bytes_and_its_order(series: Series, file: Path) -> None:
    old, new = (list(sections(text)) for text in (file.read_text("utf-8"), series.minutes(file)))
    told = {difference["line"] for difference in series.told(file)}
    items = series.told_items(file)
    missing = []
    for had, has in zip(old, new, strict=True):
        kept = iter([line for _, line in has])
        missing += [(at, line) for at, line in prose(had, items) if at not in told and line not in kept]
    # What an action item is wrapped into stands in its line, and the notes of a topic are indented anew.
    text = " ".join(series.minutes(file).split())
    assert [line for _, line in missing if " ".join(line.split()).removeprefix("- ") not in text] == []
    assert len(missing) <= 1


def test_most_lines_are_prose_that_is_compared(series: Series) -> None:
    counts = [
        len(list(prose(section, series.told_items(file))))
        for file in FILES
        for section in sections(file.read_text("utf-8"))
    ]
    assert sum(counts) == 3438


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_of_an_action_and_every_topic_keeps_its_words(series: Series, file: Path) -> None:
    old, new = (list(sections(text)) for text in (file.read_text("utf-8"), series.minutes(file)))
    items = series.told_items(file)
    missing = []
    for had, has in zip(old, new, strict=True):
        text = " ".join(" ".join(line for _, line in has).split())
        missing += [
            pair for pair in of_items(had, items) if " ".join(pair[1].lstrip(" -\t").split()) not in text
        ]
    assert missing == []


Judgement = tuple[str, int, str, str]
"""A file, a line, what is stated there, and what is right."""


@pytest.fixture(scope="module")
def audited(series: Series) -> Report:
    """Return the faults that an audit finds in the same files."""
    done = series.notes.minutebook("audit", *map(str, FILES), "--format", "json", code=1)
    faults: Report = json.loads(done.stdout)
    return faults


def faults(audited: Report, *kinds: str) -> Counter[Judgement]:
    """Return what an audit finds of some kinds, as often as it does."""
    return Counter(
        (Path(one["path"]).stem, one["line"], one["stated"], one["computed"])
        for one in audited
        if one["fault"] in kinds
    )


def corrected(series: Series, kind: str) -> Counter[Judgement]:
    """Return what the import corrected, as often as it did."""
    return Counter(
        (Path(line["path"]).stem, line["line"], line["stated"].rsplit(": ")[-1], line["now"])
        for line in series.report
        if line["kind"] == kind
    )


def test_every_corrected_total_is_a_fault_of_the_audit(series: Series, audited: Report) -> None:
    totals = corrected(series, "corrected total")
    assert totals == faults(audited, "row-total", "column-total")
    assert totals.total() == 6


def test_every_corrected_delta_is_a_fault_of_the_audit(series: Series, audited: Report) -> None:
    ours, theirs = corrected(series, "corrected delta"), faults(audited, "delta", "counter")
    assert ours == theirs


def test_an_action_that_vanished_for_the_audit_has_lapsed(series: Series, audited: Report) -> None:
    lapsed, vanished = corrected(series, "item lapsed"), faults(audited, "action-vanished")
    assert {(path, line, computed) for path, line, _, computed in vanished} <= {
        (path, line, now) for path, line, _, now in lapsed
    }


def test_columns_are_undecided_only_where_no_reading_is_nearer(series: Series) -> None:
    told = [Path(line["path"]).stem for line in series.report if line["kind"] == "columns undecided"]
    assert told == ["TechArea20180910", "TechArea20200224"]


def test_every_delta_is_the_count_less_the_one_of_the_meeting_it_names(series: Series) -> None:
    assert list(wrong_deltas(series.meetings)) == []


def test_the_recount_sees_every_delta_of_every_table(series: Series) -> None:
    assert deltas(series.meetings) == sum(
        len(re.findall(r"\| [+-]\d+ ", meeting.minutes)) for meeting in series.meetings
    )


def test_no_two_actions_of_a_meeting_have_one_id(series: Series) -> None:
    for meeting in series.meetings:
        assert max(Counter(item["id"] for item in meeting.items).values(), default=1) == 1, meeting.day


def test_every_open_action_is_in_the_next_meeting(series: Series) -> None:
    for before, meeting in pairwise(series.meetings):
        still = {item["id"] for item in before.items if item.get("status", "open") == "open"}
        assert still <= {item["id"] for item in meeting.items}, meeting.day


def test_what_vanishes_is_lapsed_or_closed_in_the_last_minutes_that_have_it(series: Series) -> None:
    last = {item["id"]: item.get("status", "open") for one in series.meetings[:-1] for item in one.items}
    newest = {item["id"] for item in series.meetings[-1].items}
    statuses = Counter(status for name, status in last.items() if name not in newest)
    assert statuses == {"lapsed": statuses["lapsed"], "done": statuses["done"]}
    assert statuses["lapsed"] == len(
        [line for line in series.report if line["kind"] in {"item lapsed", "item joined"}]
    )


def test_every_id_stands_for_one_chain_of_meetings(series: Series) -> None:
    chains: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    for at, meeting in enumerate(series.meetings):
        for item in meeting.items:
            chains.setdefault(item["id"], []).append((at, item))
    for name, chain in chains.items():
        first = chain[0][0]
        assert [at for at, _ in chain] == [*range(first, first + len(chain))], name
        assert all(item.get("status", "open") == "open" for _, item in chain[:-1]), name
        assert {item.get("since") for _, item in chain} <= {None, series.meetings[first].notes["date"]}, name
