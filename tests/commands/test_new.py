"""`new`: the next meeting, with all that can be known of it."""

import json
import re
from datetime import date

import pytest
from support.notes import SERIES, Notes

LAST = """\
  - title: Talk
    notes: |
      what was said
    actions:
      - Mat: write the page
      - topic: Release
        actions:
          - Diego: test it
"""


@pytest.fixture
def held(notes: Notes) -> Notes:
    """Return a repository with one meeting."""
    notes.meeting("2020-10-19", Open=11, Done=3, extra=LAST)
    return notes


def test_the_next_meeting_is_the_schedules(held: Notes) -> None:
    assert f"wrote {held.series}/2020-10-26.yaml\n" in held.run("new").stdout


def test_counts_and_prose_are_empty_and_open_items_in_place(held: Notes) -> None:
    held.run("new")
    text = held.read(f"{held.series}/2020-10-26.yaml")
    assert "        Open:  # 11 last time\n        Done:  # 3 last time\n" in text
    assert "    notes: |\n\n    actions:\n" in text
    assert "what was said" not in text
    assert text.index("write the page") < text.index("topic: Release") < text.index("test it")
    found = json.loads(held.run("actions", "--format", "json").stdout)
    assert {(entry["task"], entry["section"], entry["topic"]) for entry in found} == {
        ("write the page", "Talk", None),
        ("test it", "Talk", "Release"),
    }


def test_a_draft_and_its_minutes_have_nothing_wrong(held: Notes) -> None:
    held.run("new")
    held.run("sync")
    assert held.problems() == []


def test_a_second_draft_is_not_begun_and_the_first_is_named_from_where_one_stands(held: Notes) -> None:
    held.run("new")
    done = held.run("new", folder=held.series)
    assert (done.returncode, "minutebook: 2020-10-26.yaml is still a draft" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2020-10-19", "there is already a meeting"),
        ("2020-02-31", "day"),
        ("3500-01-01", "day"),
        ("20201026", "day"),
        ("2020-W44-1", "day"),
        ("\u0662020-10-26", "day"),
    ],
)
def test_a_date_that_will_not_do_is_wrong_usage(held: Notes, date: str, said: str) -> None:
    done = held.run("new", "--date", date)
    assert (done.returncode, said in done.stderr, done.stderr.count("\n")) == (2, True, 1)
    assert {path.stem for path in (held.top / held.series).iterdir()} == {"2020-10-19", "series"}


def test_a_day_without_a_year_is_the_nearest(held: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2020-11-29")
    assert held.run("new", "--date", "9 Nov").stdout.endswith(f"wrote {held.series}/2020-11-09.yaml\n")
    skipped = held.run("skip", "--reason", "holidays", "--date", "2.11.")
    assert skipped.stdout == f"wrote {held.series}/2020-11-02.yaml\n"


def test_a_day_in_the_place_of_a_series_is_told_its_option(held: Notes) -> None:
    assert held.refusal("new", "2020-11-09").endswith("; a day is named with --date 2020-11-09\n")


def test_a_series_without_a_meeting_begins_with_a_skeleton(notes: Notes) -> None:
    notes.run("new", "--date", "2020-10-26")
    assert "sections:\n  - title: Announcements\n    notes: |\n" in notes.read(
        f"{notes.series}/2020-10-26.yaml"
    )


def test_meetings_in_folders_for_years_go_on_there(notes: Notes) -> None:
    notes.write(f"{notes.series}/2020/2020-12-28.yaml", "date: 2020-12-28\n")
    notes.run("new")
    assert notes.read(f"{notes.series}/2021/2021-01-04.yaml").startswith("date: 2021-01-04\n")


def test_what_is_carried_and_what_lapses_is_told(held: Notes) -> None:
    for _ in range(4):
        held.run("sync")
        newest = sorted((held.top / held.series).glob("20*.yaml"))[-1]
        newest.write_text(newest.read_text(encoding="utf-8").replace("status: draft\n", ""), encoding="utf-8")
        said = held.run("new").stderr
        assert ": carried: " in said
    assert "; lapsed: " in said


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
    from minutebook.source.edits.not_editable import NotEditable

    last = notes.write(f"{notes.series}/2020-10-19.yaml", HURRIED)

    def refuse(folder: object, day: date) -> str:
        raise NotEditable(last, "it is odd")

    monkeypatch.setattr(new, "update_meeting", refuse)
    done = notes.run("new")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{last}: it is odd; nothing was changed" in done.stderr
    assert notes.read(last) == HURRIED
    assert not (notes.top / notes.series / "2020-10-26.yaml").exists()


def test_a_title_of_the_series_goes_on_as_it_holds_on_the_day(held: Notes) -> None:
    dated = "title: [{value: Team}, {value: Web team, from: 2020-10-26}]\nschedule: FREQ=WEEKLY;BYDAY=MO\n"
    held.write(f"{held.series}/series.yaml", dated)
    for title, next_title in (
        ("Team", "Web team"),
        ("Special", "Web team"),
        ("Team of 19 October", "Team of 26 October"),
    ):
        path = f"{held.series}/2020-10-19.yaml"
        held.write(path, f"title: {title}\n" + re.sub("^title: .*\n", "", held.read(path)))
        held.run("new")
        assert held.read(f"{held.series}/2020-10-26.yaml").startswith(f"title: {next_title}\n")
        (held.top / held.series / "2020-10-26.yaml").unlink()


def test_a_line_of_the_header_that_the_series_has_otherwise_is_told(held: Notes) -> None:
    path = f"{held.series}/2020-10-19.yaml"
    held.write(path, f"{held.read(path)}header: {{Room: A}}\n")
    held.write(f"{held.series}/series.yaml", f"{SERIES}header: {{Room: B, Scribe: Mat}}\n")
    said = held.run("new").stderr
    assert "`Room` is A, as on 2020-10-19; series.yaml has: B\n" in said
    assert "`Scribe`" not in said


def test_a_line_of_the_header_that_is_left_to_fill_in_is_not_told(notes: Notes) -> None:
    for day, scribe in (("2020-10-05", "Ben"), ("2020-10-12", "Ann"), ("2020-10-19", "Mat")):
        notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\nheader: {{Room: A, Scribe: {scribe}}}\n")
    said = notes.run("new", "--date", "2020-10-26")
    assert "  # Scribe:  # Mat last time\n" in notes.read(f"{notes.series}/2020-10-26.yaml")
    assert "`Scribe`" not in said.stderr


@pytest.mark.parametrize(
    ("last", "is_told"), [("2020-10-24", True), ("2020-10-19", False), ("2020-10-20", False)]
)
def test_a_meeting_held_a_day_or_two_ahead_may_have_been_the_next(
    notes: Notes, last: str, is_told: bool
) -> None:
    notes.meeting(last, Open=1)
    done = notes.run("new")
    assert done.stdout == f"wrote {notes.series}/2020-10-26.yaml\n"
    line = f"The meeting of {last} may have been that of 2020-10-26, held earlier; if so, delete this draft and type: "
    assert (f"{line}minutebook new {notes.series} --date 2020-11-02\n" in done.stderr) == is_told


def test_what_is_typed_before_the_comments_of_a_draft_is_read(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", "roster: {Ada: {}, Ben: {}, Cy: {}}\n")
    notes.meeting("2020-10-19", Open=5)
    notes.run("new", "--date", "2020-10-26")
    path = f"{notes.series}/2020-10-26.yaml"
    draft = notes.read(path).replace("attending:  #", "attending: all #").replace("Open:  #", "Open: 4 #")
    notes.write(path, draft.replace("status: draft\n", ""))
    notes.run("sync")
    assert "attending: [Ada, Ben, Cy]  # such as all" in notes.read(path)
    assert "not-a-count" not in notes.rules()
