"""Inputs at the edges: long lines, large tables, days and rules that no calendar has, names that are no UTF-8."""

import os
import sys
from datetime import date
from typing import Any

import pytest
from support.effort import at_most
from support.notes import Notes
from support.samples import history, meeting

from minutebook import rules
from minutebook.actions.ids import make_id
from minutebook.minutes.index import IndexedMeeting, write_index
from minutebook.records import schedule
from minutebook.records.refusal import Refused
from minutebook.records.series import Rule
from minutebook.rules.prose import headings, open_at_end
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

SPACES = " " * 60_000
LEAP = "INTERVAL=99;BYMONTH=2;BYMONTHDAY=29"


def said(text: str) -> list[str]:
    try:
        read("a.yaml", text.encode())
    except Refused as refused:
        return [problem.rule for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    "line",
    [
        f"reason: *a{SPACES}b",
        f"reason: [a] x{SPACES}b # c",
        f"reason: x{SPACES}y: b",
        f"key{SPACES}b: c: d",
        f"reason: a:{SPACES}b",
        f"reason: &{SPACES}# b",
    ],
)
def test_a_long_run_of_spaces_takes_little_time(line: str) -> None:
    with at_most(30):
        said(f"{line}\n*")


def test_a_comment_behind_many_spaces_is_no_part_of_the_text() -> None:
    with pytest.raises(Refused) as caught:
        read("a.yaml", b"reason: *bold* text    # why")
    assert caught.value.problems[0].mend == '"*bold* text"'


def test_tabs_are_looked_for_line_by_line() -> None:
    rows = "".join(f"  row {number}: {number}\n" for number in range(12_000))
    with at_most(40):
        assert said(f"rows:\n{rows}last: a  # b\tc\n") == []
    assert said(f"rows:\n{rows}last:\ta\n") == ["tab"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("meeting", "date: 0000-01-01"),
        (
            "meeting",
            "date: 2020-10-26\nactions: [{id: a1bcde, owner: Mat, task: zero, due: 0000-01-01}]",
        ),
        ("series", "schedule: [{rule: FREQ=WEEKLY, from: 0000-01-01}]"),
        ("series", "roster: {Mat: {until: 0000-01-01}}"),
    ],
)
def test_there_is_no_year_0(kind: schemas.Kind, text: str) -> None:
    problems = schemas.problems(kind, read("a.yaml", text.encode()))
    assert [problem.message for problem in problems if "must be a day" in problem.message]


@pytest.mark.parametrize("day", ["2020-02-31", "3500-01-01", "1899-12-31", "0000-01-01"])
@pytest.mark.parametrize("words", [["new", "--date"], ["actions", "--as-of"], ["deltas", "--base"]])
def test_a_day_that_is_none_is_refused(notes: Notes, words: list[str], day: str) -> None:
    notes.meeting("2020-10-19", Open=1)
    done = notes.run(*words, day)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{words[1]} must be a day such as 2020-10-26, from 1900 to 2999, not '{day}'" in done.stderr


@pytest.mark.parametrize("day", ["20201026", "2020-W44-1", "\u0662020-10-26"])
def test_a_new_meeting_has_its_day_as_in_a_file_name(notes: Notes, day: str) -> None:
    assert notes.run("new", "--date", day).returncode == 2
    assert list((notes.top / notes.series).iterdir()) == [notes.top / notes.series / "series.yaml"]


@pytest.mark.parametrize("freq", ["YEARLY", "DAILY"])
@pytest.mark.parametrize("start", [None, date(2020, 2, 29), date(9999, 12, 31), date(1, 1, 1)])
def test_a_schedule_without_two_days_in_a_century_is_refused(freq: str, start: date | None) -> None:
    with at_most(50), pytest.raises(schedule.BadRule):
        schedule.check(Rule(f"FREQ={freq};{LEAP}", start))


def test_a_day_that_never_comes_is_soon_refused() -> None:
    with at_most(50), pytest.raises(schedule.BadRule, match="no day at all"):
        schedule.check(Rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"))


@pytest.mark.parametrize("start", [date(2070, 5, 1), date(1, 1, 1), date(9999, 12, 31)])
def test_the_century_is_that_which_begins_with_the_rule(start: date) -> None:
    schedule.check(Rule("FREQ=YEARLY;INTERVAL=99", start))
    schedule.check(Rule("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", date(2020, 2, 29)))


def test_days_with_no_meeting_around_are_no_neighbours() -> None:
    never = [Rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    assert schedule.one_step(never, date(2020, 1, 1), date(2021, 1, 1)) is False


@pytest.mark.parametrize("freq", ["YEARLY", "DAILY"])
def test_a_bad_schedule_is_a_problem_and_no_bug(notes: Notes, freq: str) -> None:
    notes.write(f"{notes.series}/series.yaml", f"title: Team\nschedule: FREQ={freq};{LEAP}\n")
    notes.meeting("2020-10-19", Open=1)
    notes.meeting("2020-10-26", Open=2)
    assert "bad-schedule" in {problem["rule"] for problem in notes.problems()}


def test_names_that_are_no_utf8_have_ids_and_links() -> None:
    name = os.fsdecode(b"m/caf\xe9")
    assert make_id(name, date(2020, 10, 26), ["Mat"], "zero", ())
    text = write_index("Team", [IndexedMeeting(date(2020, 10, 26), f"{name}/2020-10-26.md")], None)
    assert "(m/caf%E9/2020-10-26.md)" in text


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_folder_whose_name_is_no_utf8_is_kept_up_to_date(notes: Notes) -> None:
    folder = notes.top / os.fsdecode(b"m/caf\xe9/caf\xe9")
    folder.mkdir(parents=True)
    (folder.parent / "series.yaml").write_text("title: Team\n")
    (folder / "2020-10-26.yaml").write_text("date: 2020-10-26\nattending: [Mat]\nactions: [Mat: zero]\n")
    # A process of its own, because its output is no UTF-8 either.
    notes.minutebook("sync", errors="replace")
    assert "(caf%E9/2020-10-26.md)" in (folder.parent / "README.md").read_text()


def table(labels: list[str], *, day: str) -> Any:
    rows = "".join(f"    {label}: 1\n" for label in labels)
    return meeting(f"date: {day}\ntitle: T\ntable:\n  id: a\n  columns: [A]\n  rows:\n{rows}")


def renamed(before: list[str], now: list[str]) -> int:
    last = table(now, day="2020-10-26")
    past = history(table(before, day="2020-10-19"), last)
    return sum(found.rule == "row-renamed" for found in rules.historical_findings(last, past))


def test_a_table_of_other_rows_is_no_table_of_misspelt_rows() -> None:
    old, new = ([f"{word} state {number:04}" for number in range(1_500)] for word in ("former", "latter"))
    with at_most(50):
        assert renamed(old, new) == 0
    assert renamed(["In Progress", "Open"], ["In progress", "Open"]) == 1


@pytest.mark.parametrize("totals", ["row", "column", "both"])
def test_total_is_no_name_where_any_total_is_computed(totals: str) -> None:
    text = "date: 2020-10-26\ntitle: T\ntable: {id: a, columns: [Total, B], %s rows: {Total: [1, 2], Open: [3, 4]}}"
    found = [
        [one.rule for one in rules.lone_findings(last) if one.rule == "total-name"]
        for last in (meeting(text % f"totals: {totals},"), meeting(text % ""))
    ]
    assert found == [["total-name"] * 2, []]


def test_one_walk_over_the_fences_serves_headings_and_open_blocks() -> None:
    text = "Title\n```\n# code\nTitle\n---\n``` x\n```\n---\nTitle\n---\n~~~\n# open"
    assert (list(headings(text)), open_at_end(text)) == (["Title"], "~~~")
    assert open_at_end("```\ncode\n```") == ""


def test_a_heading_is_found_where_it_stands_and_not_in_code_above() -> None:
    last = meeting("date: 2020-10-26\ntitle: T\nnotes: |\n  ```\n  # A\n  ```\n\n  # A\n")
    found = [one for one in rules.lone_findings(last) if one.rule == "heading-in-notes"]
    assert [one.line for one in found] == [4]


HURRIED = "date: 2020-10-19\nattending: [Mat]\nactions:\n  - Mat: zero\n"


def test_an_item_typed_in_the_last_meeting_is_in_the_draft(notes: Notes) -> None:
    last = notes.write(f"{notes.series}/2020-10-19.yaml", HURRIED)
    done = notes.run("new")
    assert done.stdout == f"wrote {last}\nwrote {notes.series}/2020-10-26.yaml\n"
    line = next(line for line in notes.read(last).split("\n") if "id: " in line)
    draft = notes.read(f"{notes.series}/2020-10-26.yaml")
    assert line in draft.split("\n")
    assert "task: zero" in draft


def test_a_last_meeting_that_is_up_to_date_stays_as_it_is(notes: Notes) -> None:
    last = notes.write(f"{notes.series}/2020-10-19.yaml", HURRIED)
    notes.run("sync")
    before = notes.read(last)
    assert notes.run("new").stdout == f"wrote {notes.series}/2020-10-26.yaml\n"
    assert notes.read(last) == before


def test_a_last_meeting_that_can_not_be_edited_stops_the_draft(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from minutebook.commands import new
    from minutebook.source.edits.editor import NotEditable

    last = notes.write(f"{notes.series}/2020-10-19.yaml", HURRIED)

    def refuse(folder: object, day: date) -> str:
        raise NotEditable(last, "it is odd")

    monkeypatch.setattr(new, "update_meeting", refuse)
    done = notes.run("new")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{last}: it is odd; nothing was changed" in done.stderr
    assert notes.read(last) == HURRIED
    assert not (notes.top / notes.series / "2020-10-26.yaml").exists()
