"""The message that is proposed says what a commit changes in the meetings."""

import pytest
from support.notes import Notes


def proposed(notes: Notes) -> str:
    """Return the message for what is staged."""
    notes.write(".git/COMMIT_EDITMSG", "")
    notes.run("commit-message", ".git/COMMIT_EDITMSG")
    return notes.read(".git/COMMIT_EDITMSG").rstrip("\n")


def test_several_meetings_have_a_line_each(next_staged: Notes) -> None:
    next_staged.meeting("2020-10-19", Open=170)
    next_staged.git("add", ".")
    assert proposed(next_staged).split("\n") == [
        "Minutes of 19 October, 26 October",
        "",
        "- Minutes of 19 October: Tickets Open 170",
        "- Minutes of 26 October: 1 item opened; Tickets Open 154 (-16)",
    ]


def test_very_many_meetings_are_only_counted(next_staged: Notes) -> None:
    for day in range(1, 29):
        next_staged.meeting(f"2019-01-{day:02}", Open=day)
    next_staged.git("add", ".")
    assert proposed(next_staged) == "Minutes of 29 meetings"


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("status: skipped\nreason: Thanksgiving\n", "No meeting on 26 October: Thanksgiving"),
        ("status: draft\n", "Draft of 26 October"),
        ("attending: [\n", "Minutes of 26 October"),
    ],
)
def test_a_meeting_that_is_none_yet_says_so(next_staged: Notes, head: str, message: str) -> None:
    next_staged.write("meetings/team/2020-10-26.yaml", f"date: 2020-10-26\n{head}")
    next_staged.git("add", ".")
    assert proposed(next_staged).split("\n")[0] == message


def test_a_meeting_that_is_deleted_is_removed(next_staged: Notes) -> None:
    next_staged.git("reset", "--quiet", "--hard")
    next_staged.git("rm", "--quiet", "meetings/team/2020-10-19.yaml")
    assert proposed(next_staged) == "Minutes of 19 October removed"


def test_a_meeting_whose_series_file_alone_is_deleted_is_not_removed(next_staged: Notes) -> None:
    next_staged.git("reset", "--quiet", "--hard")
    next_staged.git("rm", "--quiet", "meetings/team/series.yaml")
    assert proposed(next_staged) == "Minutes of 19 October without a series"


def test_where_there_are_more_the_series_is_named_and_another_year(next_staged: Notes) -> None:
    next_staged.write("meetings/web/series.yaml", "title: Web\n")
    next_staged.git("commit", "--quiet", "--all", "--message", "Notes")
    next_staged.meeting("2019-12-30", Open=1)
    next_staged.git("add", ".")
    assert proposed(next_staged).startswith("Minutes of team, 30 December 2019")


def test_a_series_is_not_taken_for_one_whose_name_goes_on(next_staged: Notes) -> None:
    next_staged.git("commit", "--quiet", "--all", "--message", "Notes")
    next_staged.write("meetings/team-web/series.yaml", "title: Web\n")
    next_staged.write("meetings/team-web/2019-12-30.yaml", "date: 2019-12-30\n")
    next_staged.git("add", ".")
    assert proposed(next_staged) == "Minutes of team-web, 30 December"
