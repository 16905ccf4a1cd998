"""The series or the meeting that is named on the command line."""

import pytest
from support.notes import Done, Notes


@pytest.fixture
def two_series(notes: Notes) -> Notes:
    """Return a repository with the series `meetings/team` and `meetings/other`, each with a meeting."""
    notes.write("meetings/other/series.yaml", "title: Other\n")
    notes.write("meetings/other/2020-10-20.yaml", "date: 2020-10-20\n")
    notes.meeting("2020-10-19", Open=1)
    return notes


def new(notes: Notes, name: str, folder: str = ".") -> Done:
    return notes.run("new", "--date", "2020-11-30", name, folder=folder)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("other", "."),
        ("meetings/other", "."),
        ("other/", "."),
        ("meetings/other/series.yaml", "."),
        ("other", "meetings"),
        ("meetings/other", "meetings/team"),
        ("../other", "meetings/team"),
        (".", "meetings/other"),
    ],
)
def test_a_series_is_named_by_its_path_or_the_name_of_its_folder(
    two_series: Notes, name: str, folder: str
) -> None:
    done = new(two_series, name, folder)
    assert (two_series.top / "meetings/other/2020-11-30.yaml").exists(), done.stderr


def test_a_name_that_no_series_has_is_answered_with_those_that_exist(two_series: Notes) -> None:
    done = new(two_series, "nosuch")
    assert (done.returncode, done.stderr) == (
        2,
        "minutebook: there is no series 'nosuch'; choose from: meetings/other, meetings/team\n",
    )


def test_a_name_that_two_series_have_is_answered_with_their_paths(two_series: Notes) -> None:
    two_series.write("archive/team/series.yaml", "title: Team, before\n")
    two_series.write("archive/team/2019-10-21.yaml", "date: 2019-10-21\n")
    done = new(two_series, "team")
    assert (done.returncode, done.stderr) == (
        2,
        "minutebook: several series are called 'team'; name one of: archive/team, meetings/team\n",
    )
    assert new(two_series, "team", "archive").returncode == 0


def test_without_a_name_it_is_the_only_series(notes: Notes) -> None:
    assert notes.run("new", "--date", "2020-11-30").returncode == 0


def test_of_several_series_one_must_be_named(two_series: Notes) -> None:
    names = "meetings/other, meetings/team\n"
    assert two_series.run("new").stderr == f"minutebook: there are several series; name one of: {names}"
    said = two_series.run("add", "Mat: one").stderr
    assert said == f"minutebook: there are several series; name one with --series: {names}"


def test_a_meeting_is_named_by_its_date_or_its_file_or_its_minutes(two_series: Notes) -> None:
    by_date = two_series.run("deltas", "2020-10-19")
    assert by_date.returncode == 0
    for name in ("meetings/team/2020-10-19.yaml", "meetings/team/2020-10-19.md"):
        assert two_series.run("deltas", name).stdout == by_date.stdout
    assert two_series.run("deltas", "2020-10-19.yaml", folder="meetings/team").stdout == by_date.stdout


def test_without_a_name_it_is_the_newest_meeting_of_the_only_series(notes: Notes) -> None:
    assert "has no meeting yet" in notes.run("deltas").stderr
    notes.meeting("2020-10-19", Open=1)
    notes.meeting("2020-10-26", Open=1)
    assert notes.run("deltas").stdout.startswith(f"{notes.series}/2020-10-26.yaml\n")


def test_without_a_name_and_with_several_series_there_is_no_newest_meeting(two_series: Notes) -> None:
    done = two_series.run("deltas")
    assert (done.returncode, done.stderr) == (
        2,
        "minutebook: there are several series; name one of: meetings/other, meetings/team\n",
    )


@pytest.mark.parametrize("name", ["other", "meetings/other", "meetings/other/series.yaml"])
def test_a_series_stands_for_its_newest_meeting(two_series: Notes, name: str) -> None:
    two_series.write("meetings/other/2020-10-27.yaml", "date: 2020-10-27\n")
    assert two_series.run("deltas", name).stdout.startswith("meetings/other/2020-10-27.yaml\n")


def test_a_date_on_which_several_series_met_names_no_meeting(two_series: Notes) -> None:
    two_series.write("meetings/other/2020-10-19.yaml", "date: 2020-10-19\n")
    done = two_series.run("render", "2020-10-19")
    assert (done.returncode, done.stderr) == (
        2,
        "minutebook: several series met on 2020-10-19; name one of: "
        "meetings/other/2020-10-19.yaml, meetings/team/2020-10-19.yaml\n",
    )


@pytest.mark.parametrize("meeting", ["2020-10-27", "nosuch.yaml", "../elsewhere.yaml"])
def test_a_meeting_that_is_not_there_is_wrong_usage(two_series: Notes, meeting: str) -> None:
    done = two_series.run("render", meeting)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_the_series_that_somebody_stands_in_is_meant(two_series: Notes) -> None:
    folder = "meetings/other"
    assert "2020-11-30.yaml" in two_series.run("new", "--date", "2020-11-30", folder=folder).stdout
    assert (two_series.top / folder / "2020-11-30.yaml").exists()
    assert two_series.run("add", "Mat: one", folder=f"{folder}/").returncode == 0
    assert "task: one" in two_series.read(f"{folder}/2020-11-30.yaml")
    assert "20 October 2020" in two_series.run("render", "2020-10-20", folder=folder).stdout
    assert '"2020-11-30"' in two_series.run("deltas", "--format", "json", folder=folder).stdout


def test_a_date_is_that_of_the_series_that_somebody_stands_in(two_series: Notes) -> None:
    done = two_series.run("render", "2020-10-20", folder="meetings/team")
    assert (done.returncode, "no meeting '2020-10-20' in meetings/team of the" in done.stderr) == (2, True)
    two_series.write("meetings/other/2020-10-19.yaml", "date: 2020-10-19\n")
    two_series.write("meetings/other/plans/plan.md", "")
    for folder in ("meetings/other", "meetings/other/plans"):
        assert "# Other" in two_series.run("render", "2020-10-19", folder=folder).stdout
    assert "# Team" in two_series.run("render", "2020-10-19", folder="meetings/team").stdout


ITEM = "actions: [{{id: {}, owner: Mat, task: one}}]\n"


@pytest.mark.parametrize("name", ["team/2020-10-19", "team/2020-10-19.yaml", "meetings/team/2020-10-19"])
@pytest.mark.parametrize("folder", [".", "meetings/other"])
def test_a_meeting_is_named_by_its_series_and_its_date(two_series: Notes, name: str, folder: str) -> None:
    two_series.write("meetings/other/2020-10-19.yaml", "date: 2020-10-19\n")
    assert "# Team" in two_series.run("render", name, folder=folder).stdout
    done = two_series.run("render", name.replace("team", "tame"), folder=folder)
    assert (done.returncode, "there is no series" in done.stderr) == (2, True)


def test_a_meeting_is_named_by_its_path_from_the_top_as_well(two_series: Notes) -> None:
    path = "meetings/team/2020-10-19.yaml"
    assert "# Team" in two_series.run("render", path, folder="meetings/other").stdout


def test_nothing_is_added_to_another_teams_meeting(two_series: Notes) -> None:
    (two_series.top / "meetings/other/2020-10-20.yaml").unlink()
    for words, folder in ((("--series", "other"), "."), ((), "meetings/other")):
        done = two_series.run("add", "Mat: one", *words, folder=folder)
        assert (done.returncode, done.stderr) == (
            2,
            "minutebook: meetings/other has no meeting yet; "
            f"`minutebook new {'.' if folder != '.' else 'meetings/other'}` starts one\n",
        )
    assert two_series.run("add", "Mat: one").returncode == 0


def test_action_items_are_those_of_the_series_that_somebody_stands_in(two_series: Notes) -> None:
    two_series.write("meetings/team/2020-10-19.yaml", "date: 2020-10-19\n" + ITEM.format("a1bcde"))
    two_series.write("meetings/other/2020-10-20.yaml", "date: 2020-10-20\n" + ITEM.format("b1bcde"))

    def listed(*words: str, folder: str = ".") -> set[str]:
        lines = two_series.run("actions", *words, "--format", "csv", folder=folder).stdout.splitlines()[1:]
        return {line.split(",")[0] for line in lines}

    assert listed() == {"a1bcde", "b1bcde"}
    assert listed(folder="meetings") == {"a1bcde", "b1bcde"}
    assert listed(folder="meetings/team") == listed("--series", "team") == {"a1bcde"}
    assert listed("--series", "../other", folder="meetings/team") == {"b1bcde"}
    assert "there is no series 'nosuch'" in two_series.refusal("actions", "--series", "nosuch")


def test_a_lone_series_below_the_folder_that_somebody_stands_in_is_meant(two_series: Notes) -> None:
    two_series.write("archive/old/series.yaml", "title: Old\n")
    two_series.write("archive/old/2019-10-20.yaml", "date: 2019-10-20\n")
    assert "meetings" not in two_series.run("deltas", folder="archive").stdout
    assert two_series.run("deltas", folder="meetings").returncode == 2
    assert two_series.run("new", "--date", "2020-11-30", folder="archive").returncode == 0
    assert (two_series.top / "archive/old/2020-11-30.yaml").exists()


@pytest.mark.parametrize("command", [("done",), ("reopen",), ("note",), ("drop", "--reason", "no")])
def test_an_id_that_two_series_have_asks_for_one_of_them(two_series: Notes, command: tuple[str, ...]) -> None:
    for path in ("meetings/team/2020-10-19.yaml", "meetings/other/2020-10-20.yaml"):
        two_series.write(path, f"date: {path[-15:-5]}\n{ITEM.format('a1bcde')}")
    words = (command[0], "a1bcde", *command[1:], *(("late",) if command == ("note",) else ()))
    assert "several series have an action item 'a1bcde'" in two_series.run(*words).stderr
    before = two_series.read("meetings/other/2020-10-20.yaml")
    assert two_series.run(*words, folder="meetings/team").returncode == 0
    assert two_series.read("meetings/other/2020-10-20.yaml") == before
