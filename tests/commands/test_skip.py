"""`skip`: a meeting that is not held, and the next one after it."""

import pytest
from support.notes import Notes

SKIPPED = "date: {day}\nstatus: skipped\nreason: holidays\n"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2020-12-08")


@pytest.fixture
def met(notes: Notes) -> Notes:
    """Return a series that meets on Mondays and last did so on 7 December."""
    notes.meeting("2020-12-07", Open=1)
    return notes


def drafts(notes: Notes) -> list[str]:
    return sorted(path.stem for path in (notes.top / notes.series).glob("20*.yaml"))


def test_the_next_meeting_is_skipped_and_the_one_after_it_is_proposed(met: Notes) -> None:
    done = met.run("skip", "--reason", "holidays")
    assert done.stdout == f"wrote {met.series}/2020-12-14.yaml\n"
    assert met.read(f"{met.series}/2020-12-14.yaml") == SKIPPED.format(day="2020-12-14")
    met.run("sync")
    assert "**Next by the schedule:** 21 December 2020" in met.read(f"{met.series}/README.md")
    assert met.problems() == []
    done = met.run("new")
    assert done.stdout == f"wrote {met.series}/2020-12-21.yaml\n"
    assert "2020-12-14 is left out, because it was announced as skipped\n" in done.stderr


def test_a_day_that_is_announced_leaves_those_before_it_alone(met: Notes) -> None:
    met.run("skip", met.series, "--date", "2020-12-28", "--reason", "holidays")
    met.run("sync")
    assert "**Next by the schedule:** 14 December 2020" in met.read(f"{met.series}/README.md")
    done = met.run("new")
    assert (done.stdout, "left out" in done.stderr) == (f"wrote {met.series}/2020-12-14.yaml\n", False)


def test_days_that_have_passed_are_told_with_lines_that_work(
    met: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2020-12-28")
    done = met.run("new")
    assert done.stdout == f"wrote {met.series}/2020-12-14.yaml\n"
    assert (
        "Later days of the schedule have passed: 2020-12-21, 2020-12-28; if there was no meeting on 2020-12-14, type: "
        f"minutebook skip {met.series} --reason WHY --date 2020-12-14   "
        f"and for a later one: minutebook new {met.series} --date 2020-12-28\n"
    ) in done.stderr
    assert met.run("skip", met.series, "--reason", "WHY", "--date", "2020-12-14").returncode == 0
    done = met.run("new", met.series, "--date", "2020-12-28")
    assert (
        "Days of the schedule without a meeting: 2020-12-21; where none was held, type: "
        f"minutebook skip {met.series} --reason WHY --date 2020-12-21\n"
    ) in done.stderr


def test_a_meeting_that_was_moved_leaves_no_day_out(met: Notes) -> None:
    met.meeting("2020-12-15", Open=1)
    assert "no meeting" not in met.run("new").stderr
    assert drafts(met) == ["2020-12-07", "2020-12-15", "2020-12-21"]


def test_a_draft_that_nobody_has_written_into_gives_way(met: Notes) -> None:
    met.run("new")
    assert met.run("skip", "--reason", "holidays: all away").stdout == f"wrote {met.series}/2020-12-14.yaml\n"
    assert 'reason: "holidays: all away"\n' in met.read(f"{met.series}/2020-12-14.yaml")
    assert drafts(met) == ["2020-12-07", "2020-12-14"]


def test_what_is_there_is_left_alone(met: Notes) -> None:
    met.run("new")
    path = f"{met.series}/2020-12-14.yaml"
    met.write(path, met.read(path).replace("attending:", "attending: [Mat]"))
    for day in ("2020-12-07", "2020-12-14"):
        refused = met.refusal("skip", "--reason", "holidays", "--date", day)
        assert f"there is already a meeting of {day}: {met.series}/{day}.yaml; if it is not held" in refused
    refused = met.refusal("skip", "--reason", "holidays")
    assert "2020-12-14 is a draft that somebody has written into: if it is that one" in refused
    assert refused.endswith("for another day add --date 2020-12-21\n")
    done = met.run("skip", "--reason", "holidays", "--date", "2020-12-21")
    assert done.stdout == f"wrote {met.series}/2020-12-21.yaml\n"
    assert "the meeting of 2020-12-21 is skipped already" in met.refusal(
        "skip", "--reason", "x", "--date", "2020-12-21"
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--reason", " "), "the reason must be one line"),
        (("--reason", "x", "--date", "someday"), "--date"),
        ((), "--reason"),
    ],
)
def test_wrong_options_are_told(met: Notes, options: tuple[str, ...], words: str) -> None:
    done = met.run("skip", *options)
    assert (done.returncode, words in done.stderr) == (2, True)
    assert drafts(met) == ["2020-12-07"]


def test_a_series_without_a_schedule_needs_a_date(met: Notes) -> None:
    met.write(f"{met.series}/series.yaml", "title: Team\n")
    assert "has no schedule" in met.refusal("skip", "--reason", "holidays")


def test_the_editors_line_is_that_of_the_other_meetings(met: Notes) -> None:
    line = "# yaml-language-server: $schema=../../schema/meeting.schema.json\n"
    path = f"{met.series}/2020-12-07.yaml"
    met.write(path, line + met.read(path))
    met.run("skip", "--reason", "holidays")
    assert met.read(f"{met.series}/2020-12-14.yaml") == line + SKIPPED.format(day="2020-12-14")


def test_a_day_that_is_none_of_the_schedule_is_told(met: Notes) -> None:
    done = met.run("skip", "--date", "2020-12-15", "--reason", "holidays")
    assert "2020-12-15 is no day of the schedule; if another one was meant, delete this file\n" in done.stderr
    assert "no day of the schedule" not in met.run("skip", "--date", "2020-12-21", "--reason", "x").stderr
