"""Minutes that others have are not drawn anew unless somebody asks for it."""

import re

import pytest
from support.notes import Notes

from minutebook.minutes import layout

DAYS = ("2020-10-12", "2020-10-19", "2020-10-26")
SETTINGS = {"title": "Team", "schedule": "FREQ=WEEKLY;BYDAY=MO", "lapse": "4", "empty": "Nothing"}
MEETING = """\
date: {day}
sections:
  - title: Tickets
    table: {{id: tickets, columns: [Count], rows: {{Open: {count}}}}}
    actions:
      - {{id: a1bcde, owner: Mat, task: order parts{since}}}
  - title: News
"""


def configure(notes: Notes, **changes: str) -> str:
    """Write a series.yaml with some settings and return its path."""
    lines = (f"{key}: {value}\n" for key, value in (SETTINGS | changes).items() if value)
    return notes.write(f"{notes.series}/series.yaml", "".join(lines))


@pytest.fixture
def shared(notes: Notes) -> Notes:
    """Return a series of three committed meetings."""
    configure(notes)
    for count, day in enumerate(DAYS, 10):
        since = "" if day == DAYS[0] else f", since: {DAYS[0]}"
        notes.write(f"{notes.series}/{day}.yaml", MEETING.format(day=day, count=count, since=since))
    assert notes.run("sync").returncode == 0
    notes.commit()
    return notes


def minutes(notes: Notes) -> dict[str, str]:
    return {day: notes.read(notes.minutes(day)) for day in DAYS}


CHANGES = [
    ({"title": "Web team"}, "title: [{value: Team}, {value: Web team, from: 2020-11-02}]"),
    ({"empty": "Nothing new"}, "empty: [{value: Nothing}, {value: Nothing new, from: 2020-11-02}]"),
    ({"empty": '""'}, 'empty: [{value: Nothing}, {value: "", from: 2020-11-02}]'),
    ({"empty": ""}, "empty: [{value: Nothing}, {value: None this week, from: 2020-11-02}]"),
    ({"lapse": "3"}, "lapse: [{value: 4}, {value: 3, from: 2020-11-02}]"),
    ({"style": "{labels: first}"}, "style: [{labels: last}, {labels: first, from: 2020-11-02}]"),
    (
        {"schedule": "FREQ=DAILY"},
        'schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO"}, {rule: "FREQ=DAILY", from: 2020-11-02}]',
    ),
]


@pytest.mark.parametrize(("changes", "line"), CHANGES)
def test_a_change_without_a_day_stops_and_its_line_keeps_the_minutes(
    shared: Notes, changes: dict[str, str], line: str
) -> None:
    before = minutes(shared)
    configure(shared, **changes)
    done = shared.run("sync")
    assert done.returncode == 1
    assert "minutes-redrawn" in done.stdout
    written = re.findall(r"Write in series\.yaml: (.*)", done.stdout)
    # A schedule of other days changes on which day the next meeting is, too.
    key = line.split(":", maxsplit=1)[0]
    assert [text.split(":")[0] for text in written] == [key]
    if key != "schedule":
        assert written == [line]
    assert minutes(shared) == before
    assert shared.rules().count("minutes-redrawn") == 1
    assert "minutes-stale" not in {
        problem["rule"] for problem in shared.problems() if problem["path"][-5:-3] != "ME"
    }
    configure(shared, **{key: written[0].removeprefix(f"{key}: ")})
    assert shared.run("sync").returncode == 0
    assert (minutes(shared), shared.problems()) == (before, [])


def test_how_many_it_is_about_is_told_and_redraw_goes_on(shared: Notes) -> None:
    before = minutes(shared)
    configure(shared, empty="Nothing new")
    assert "3 minutes, of 2020-10-12 and later, would be written anew" in shared.run("sync").stdout
    done = shared.run("sync", "--redraw")
    assert (done.returncode, done.stdout.count("wrote ")) == (0, 3)
    assert all(text == before[day].replace("Nothing", "Nothing new") for day, text in minutes(shared).items())
    assert shared.problems() == []


def test_a_hook_stops_until_they_are_drawn_anew_and_staged(shared: Notes) -> None:
    configure(shared, empty="Nothing new")
    shared.git("add", "--all")
    done = shared.run("sync", "--staged", "--exit-code")
    assert (done.returncode, "minutes-redrawn" in done.stdout, "wrote" in done.stdout) == (1, True, False)
    assert shared.run("sync", "--check").returncode == 1
    shared.run("sync", "--redraw", "--stage")
    done = shared.run("sync", "--staged", "--exit-code")
    assert (done.returncode, done.stdout) == (0, "")


def test_what_others_do_not_have_or_what_changed_is_drawn(shared: Notes) -> None:
    shared.meeting("2020-11-02", Open=1)
    shared.run("sync")
    path = f"{shared.series}/{DAYS[2]}.yaml"
    shared.write(path, shared.read(path).replace("order parts", "order some parts"))
    configure(shared, empty="[{value: Nothing}, {value: Nothing new, from: 2020-10-26}]")
    done = shared.run("sync")
    assert done.returncode == 0, done.stdout
    assert "Nothing new" in shared.read(shared.minutes(DAYS[2]))


def test_what_an_edit_of_an_earlier_meeting_changes_is_drawn(shared: Notes) -> None:
    path = f"{shared.series}/{DAYS[0]}.yaml"
    shared.write(path, shared.read(path).replace("Open: 10", "Open: 9"))
    done = shared.run("sync")
    assert (done.returncode, done.stdout.count("wrote ")) == (0, 2)
    assert "+2" in shared.read(shared.minutes(DAYS[1]))


@pytest.mark.parametrize("fresh", [True, False])
def test_an_edit_without_hooks_is_drawn(shared: Notes, fresh: bool) -> None:
    if fresh:
        forget(shared)
    path = f"{shared.series}/{DAYS[0]}.yaml"
    text = shared.read(path).replace("Open: 10", "Open: 9")
    shared.write(path, text.replace("order parts", "order some parts"))
    shared.commit("In a web editor")
    assert "minutes-stale" in shared.rules()
    assert shared.run("sync").returncode == 0


def forget(notes: Notes) -> None:
    """Leave no word of which version has written the minutes, as in a fresh clone."""
    (notes.top / ".git/minutebook/version").unlink()


def test_a_new_version_stops_too(shared: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    (shared.top / ".git/minutebook/version").write_text("0.0.1", encoding="utf-8")
    monkeypatch.setattr(layout, "delta_heading", lambda *_: "Change")
    done = shared.run("sync")
    assert (done.returncode, "wrote" in done.stdout) == (1, False)
    assert "3 minutes, of 2020-10-12 and later, would be written anew" in done.stdout
    assert "    To write them anew, type: minutebook sync --redraw\n" in done.stdout
    assert shared.rules() == ["minutes-redrawn"]
    shared.meeting("2020-11-02", Open=1)
    assert shared.run("sync", "--redraw").returncode == 0
    assert "minutes-redrawn" not in shared.rules()
    assert "Change" in shared.read(shared.minutes(DAYS[0]))


def test_a_new_version_stops_in_a_series_of_two_meetings_too(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(notes)
    for day in DAYS[:2]:
        since = "" if day == DAYS[0] else f", since: {DAYS[0]}"
        notes.write(f"{notes.series}/{day}.yaml", MEETING.format(day=day, count=10, since=since))
    assert notes.run("sync").returncode == 0
    notes.commit()
    (notes.top / ".git/minutebook/version").write_text("0.0.1", encoding="utf-8")
    monkeypatch.setattr(layout, "delta_heading", lambda *_: "Change")
    assert "2 minutes, of 2020-10-12 and later, would be written anew" in notes.run("sync").stdout


def test_a_line_that_somebody_typed_into_minutes_is_no_new_version(shared: Notes) -> None:
    forget(shared)
    for day in DAYS[:2]:
        shared.write(shared.minutes(day), shared.read(shared.minutes(day)) + "\nBy hand.\n")
        shared.commit(f"By hand in {day}")
    done = shared.run("sync")
    assert "minutes-redrawn" not in done.stdout
    assert "hand-edit-replaced" in done.stdout


def test_with_a_remote_only_what_was_pushed_counts(shared: Notes) -> None:
    shared.git("init", "--quiet", "--bare", "../remote.git")
    shared.git("remote", "add", "origin", "../remote.git")
    shared.git("push", "--quiet", "origin", "main")
    configure(shared, empty="Nothing new")
    assert "minutes-redrawn" in shared.run("sync").stdout
    shared.commit("Past the hook")
    assert "minutes-redrawn" in shared.run("sync").stdout
    shared.git("push", "--quiet", "origin", "main")
    assert "minutes-redrawn" not in shared.rules()


def test_a_series_that_changed_its_folder_is_not_stopped(shared: Notes) -> None:
    shared.git("mv", shared.series, "meetings/web")
    assert shared.run("sync").returncode == 0


def test_an_empty_line_that_sync_adds_is_no_change_of_a_meeting(shared: Notes) -> None:
    path = f"{shared.series}/{DAYS[2]}.yaml"
    shared.write(path, shared.read(path) + "    notes: |\n      text\n    sections: [{title: Deeper}]\n")
    shared.run("sync", "--only", "render")
    shared.commit()
    configure(shared, empty="[{value: Nothing}, {value: Other, from: 2020-10-26}]")
    done = shared.run("sync")
    assert "the minutes of 2020-10-26 would be written anew" in done.stdout
    assert "text\n\n    sections" in shared.read(path)
    assert "Other" not in shared.read(shared.minutes(DAYS[2]))


def test_a_draft_is_drawn_anew_and_is_the_first_of_the_new_style(shared: Notes) -> None:
    shared.run("new")
    shared.run("sync")
    shared.commit()
    configure(shared, empty="Nothing new")
    line = "empty: [{value: Nothing}, {value: Nothing new, from: 2020-11-02}]"
    assert "3 minutes, of 2020-10-12 and later, would be written anew" in (said := shared.run("sync").stdout)
    assert f"Write in series.yaml: {line}\n" in said
    configure(shared, empty=line.removeprefix("empty: "))
    assert shared.run("sync").returncode == 0


def test_what_was_committed_half_done_is_no_new_version(shared: Notes) -> None:
    for day, count in zip(DAYS, (20, 30, 40), strict=True):
        path = f"{shared.series}/{day}.yaml"
        shared.write(path, re.sub("Open: [0-9]+", f"Open: {count}", shared.read(path)))
        shared.write(shared.minutes(day), shared.read(shared.minutes(day)).replace("| Open", "| Open "))
    shared.commit("Without sync")
    assert "minutes-redrawn" not in shared.run("sync").stdout


@pytest.mark.parametrize(("days", "options"), [(DAYS[1:], ["--squash"]), (DAYS[:2], ["--no-commit"])])
def test_what_git_has_merged_as_text_is_no_new_version(
    days: tuple[str, ...], options: list[str], shared: Notes
) -> None:
    """The message would be wrong, and stop whoever comes next after two who corrected one meeting."""
    path = f"{shared.series}/{days[0]}.yaml"
    shared.git("checkout", "--quiet", "-b", "side")
    shared.write(path, shared.read(path).replace("order parts", "order some parts"))
    shared.run("sync")
    shared.commit()
    shared.git("checkout", "--quiet", "main")
    shared.write(path, re.sub("Open: [0-9]+", "Open: 8", shared.read(path)))
    shared.run("sync")
    shared.commit()
    shared.git("merge", "--quiet", *options, "side")
    for day in days:
        shared.write(shared.minutes(day), f"{shared.read(shared.minutes(day))}\n-   Left over\n")
    shared.commit("Merge side")
    forget(shared)
    assert set(shared.rules()) == {"minutes-stale"}
    assert shared.run("sync").stdout.count("wrote ") == 2


def test_what_is_carried_is_written_all_the_same(shared: Notes) -> None:
    configure(shared, empty="Nothing new")
    path = shared.write(
        f"{shared.series}/2020-11-02.yaml", "date: 2020-11-02\nsections:\n  - title: Tickets\n"
    )
    before = minutes(shared)
    assert shared.run("sync").returncode == 1
    assert "id: a1bcde" in shared.read(path)
    assert "order parts" in shared.read(shared.minutes("2020-11-02"))
    assert minutes(shared) == before


@pytest.mark.parametrize(("former", "limit"), [("4", "1"), ("4", "2"), ("1", "4")])
def test_another_lapse_leaves_what_others_have_as_it_is(notes: Notes, former: str, limit: str) -> None:
    configure(notes, lapse=former)
    for count, day in enumerate(DAYS, 10):
        since = "" if day == DAYS[0] else f", since: {DAYS[0]}"
        notes.write(f"{notes.series}/{day}.yaml", MEETING.format(day=day, count=count, since=since))
    notes.run("sync", "--all")
    notes.commit()
    paths = [f"{notes.series}/{day}.yaml" for day in DAYS]
    before = minutes(notes), list(map(notes.read, paths))
    configure(notes, lapse=limit)
    done = notes.run("sync")
    line = f"lapse: [{{value: {former}}}, {{value: {limit}, from: 2020-11-02}}]"
    assert f"Write in series.yaml: {line}\n" in done.stdout
    assert "minutes-redrawn" in notes.rules()
    assert (minutes(notes), list(map(notes.read, paths))) == before
    configure(notes, lapse=line.removeprefix("lapse: "))
    assert notes.run("sync").returncode == 0
    assert (minutes(notes), list(map(notes.read, paths))) == before
    configure(notes, lapse=limit)
    notes.run("sync", "--redraw")
    assert list(map(notes.read, paths)) != before[1]
    assert "minutes-redrawn" not in notes.rules()
