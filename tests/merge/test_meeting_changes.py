"""What happened to whole meetings between two states of the notes."""

import pytest
from support.notes import Notes

FIRST, SECOND = "meetings/team/2020-10-19.yaml", "meetings/team/2020-10-26.yaml"


@pytest.fixture
def met(notes: Notes) -> Notes:
    """Return notes with two meetings that are committed."""
    notes.meeting("2020-10-19", Open=3)
    notes.meeting("2020-10-26", Open=3)
    notes.commit()
    return notes


def test_what_is_the_same_is_not_named(met: Notes) -> None:
    assert met.run("diff").stdout == ""


def test_newlines_of_windows_are_no_change(met: Notes) -> None:
    met.write(FIRST, met.read(FIRST).replace("\n", "\r\n"))
    assert met.run("diff").stdout == ""


def test_a_change_has_its_sentences(met: Notes) -> None:
    met.meeting("2020-10-26", Open=5)
    assert met.run("diff").stdout == f"{SECOND}\n    Tickets Open 3 -> 5\n"


def test_comments_are_no_words_of_the_minutes(met: Notes) -> None:
    met.write(FIRST, "# Ben counted\n" + met.read(FIRST))
    assert met.run("diff").stdout == f"{FIRST}: only comments or layout differ\n"


def test_a_meeting_in_another_folder_is_the_same(met: Notes) -> None:
    met.git("mv", FIRST, "meetings/team/first.yaml")
    (met.top / "meetings/team/2020").mkdir()
    met.git("mv", "meetings/team/first.yaml", "meetings/team/2020/2020-10-19.yaml")
    assert met.run("diff").stdout == f"meetings/team/2020/2020-10-19.yaml: moved from {FIRST}\n"


def test_a_meeting_that_was_moved_to_another_day_is_the_same(met: Notes) -> None:
    moved = SECOND.replace("26", "27")
    met.git("mv", SECOND, moved)
    met.write(moved, met.read(moved).replace("2020-10-26", "2020-10-27"))
    words = [f"{moved}: moved from {SECOND}", "date 2020-10-26 -> 2020-10-27"]
    assert [line.strip() for line in met.run("diff").stdout.splitlines()] == words
    met.commit("Move")
    assert [line.strip() for line in met.run("log").stdout.splitlines()][1:3] == words


def test_a_meeting_that_is_gone_is_removed(met: Notes) -> None:
    (met.top / SECOND).unlink()
    assert met.run("diff").stdout == f"{SECOND}: removed\n"


def test_a_series_that_is_gone_has_taken_its_meetings_along(met: Notes) -> None:
    met.git("rm", "-r", "meetings/team")
    assert met.run("diff").stdout == f"{FIRST}: removed\n{SECOND}: removed\n"


def test_meetings_whose_series_file_alone_is_gone_are_still_there(met: Notes) -> None:
    (met.top / "meetings/team/series.yaml").unlink()
    lines = [f"{path}: belongs to no series any more\n" for path in (FIRST, SECOND)]
    assert met.run("diff").stdout == "".join(lines)


def test_series_that_change_places_are_moved(met: Notes) -> None:
    met.write("meetings/crew/series.yaml", "title: Crew\n")
    met.write("meetings/crew/2020-10-26.yaml", "date: 2020-10-26\n")
    met.commit()
    for source, target in (("team", "x"), ("crew", "team"), ("x", "crew")):
        met.git("mv", f"meetings/{source}", f"meetings/{target}")
    assert met.run("diff").stdout.splitlines() == [
        "meetings/crew/2020-10-19.yaml: moved from meetings/team/2020-10-19.yaml",
        "meetings/crew/2020-10-26.yaml: moved from meetings/team/2020-10-26.yaml",
        "meetings/team/2020-10-26.yaml: moved from meetings/crew/2020-10-26.yaml",
    ]


def test_a_series_whose_folder_another_one_takes_is_removed(met: Notes) -> None:
    met.write("meetings/crew/series.yaml", "title: Crew\n")
    met.write("meetings/crew/2020-10-26.yaml", "date: 2020-10-26\n")
    met.commit()
    met.git("rm", "-r", "--quiet", "meetings/crew")
    met.git("mv", "meetings/team", "meetings/crew")
    assert met.run("diff").stdout.splitlines() == [
        "meetings/crew/2020-10-19.yaml: moved from meetings/team/2020-10-19.yaml",
        "meetings/crew/2020-10-26.yaml: moved from meetings/team/2020-10-26.yaml",
        "meetings/crew/2020-10-26.yaml: removed",
    ]


def test_a_series_in_another_folder_is_the_same(met: Notes) -> None:
    met.write("meetings/new/series.yaml", "title: New\n")
    met.commit()
    met.git("mv", "meetings/team", "meetings/crew")
    met.series = "meetings/crew"
    met.meeting("2020-10-26", Open=5)
    crew = [path.replace("team", "crew") for path in (FIRST, SECOND)]
    assert met.run("diff").stdout.splitlines() == [
        f"{crew[0]}: moved from {FIRST}",
        f"{crew[1]}: moved from {SECOND}",
        "    Tickets Open 3 -> 5",
    ]


def test_one_that_cannot_be_read_says_why_and_the_others_are_told(met: Notes) -> None:
    met.write(FIRST, "date: [\n")
    met.meeting("2020-10-26", Open=5)
    done = met.run("diff")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{FIRST}: can't be compared: {FIRST}:")
    assert done.stdout.endswith("    Tickets Open 3 -> 5\n")
