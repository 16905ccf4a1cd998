"""The message that is proposed says what a commit changes in the meetings."""

import pytest
from support.notes import Notes

ACTION = "    actions: [{id: k7q2m4, owner: Diego, task: call the bank}]\n"


@pytest.fixture
def met(notes: Notes) -> Notes:
    """Return notes with a meeting that is committed, and the next one staged."""
    notes.meeting("2020-10-19", Open=169)
    notes.commit()
    notes.meeting("2020-10-26", Open=154, extra=ACTION)
    notes.git("add", ".")
    return notes


def proposed(notes: Notes) -> str:
    """Return the message for what is staged."""
    notes.write(".git/COMMIT_EDITMSG", "")
    notes.run("commit-message", ".git/COMMIT_EDITMSG")
    return notes.read(".git/COMMIT_EDITMSG").rstrip("\n")


def test_the_subject_says_what_the_staged_meeting_says(met: Notes) -> None:
    assert proposed(met) == "Minutes of 26 October: 1 item opened; Tickets Open 154 (-15)"


def test_several_meetings_have_a_line_each(met: Notes) -> None:
    met.meeting("2020-10-19", Open=170)
    met.git("add", ".")
    assert proposed(met).split("\n") == [
        "Minutes of 19 October, 26 October",
        "",
        "- Minutes of 19 October: Tickets Open 170",
        "- Minutes of 26 October: 1 item opened; Tickets Open 154 (-16)",
    ]


def test_very_many_meetings_are_only_counted(met: Notes) -> None:
    for day in range(1, 29):
        met.meeting(f"2019-01-{day:02}", Open=day)
    met.git("add", ".")
    assert proposed(met) == "Minutes of 29 meetings"


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("status: skipped\nreason: Thanksgiving\n", "No meeting on 26 October: Thanksgiving"),
        ("status: draft\n", "Draft of 26 October"),
        ("attending: [\n", "Minutes of 26 October"),
    ],
)
def test_a_meeting_that_is_none_yet_says_so(met: Notes, head: str, message: str) -> None:
    met.write("meetings/team/2020-10-26.yaml", f"date: 2020-10-26\n{head}")
    met.git("add", ".")
    assert proposed(met).split("\n")[0] == message


def test_a_meeting_that_is_deleted_is_removed(met: Notes) -> None:
    met.git("reset", "--quiet", "--hard")
    met.git("rm", "--quiet", "meetings/team/2020-10-19.yaml")
    assert proposed(met) == "Minutes of 19 October removed"


def test_where_there_are_more_the_series_is_named_and_another_year(met: Notes) -> None:
    met.write("meetings/web/series.yaml", "title: Web\n")
    met.git("commit", "--quiet", "--all", "--message", "Notes")
    met.meeting("2019-12-30", Open=1)
    met.git("add", ".")
    assert proposed(met).startswith("Minutes of team, 30 December 2019")


def test_a_series_is_not_taken_for_one_whose_name_goes_on(met: Notes) -> None:
    met.git("commit", "--quiet", "--all", "--message", "Notes")
    met.write("meetings/team-web/series.yaml", "title: Web\n")
    met.write("meetings/team-web/2019-12-30.yaml", "date: 2019-12-30\n")
    met.git("add", ".")
    assert proposed(met) == "Minutes of team-web, 30 December"
