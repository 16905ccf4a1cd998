"""What minutebook has written for notes as git has them is no hand edit, wherever they were written."""

import shutil

import pytest
from support.notes import Notes

from minutebook.notebook import former_texts

DAY = "2020-10-26"
HAND = "The office is closed on Friday.\n"


def forget(notes: Notes) -> None:
    """Let nothing be known of what was written on another machine."""
    shutil.rmtree(notes.top / ".git/minutebook", ignore_errors=True)


@pytest.fixture
def written(notes: Notes) -> Notes:
    """Return a series with one meeting, whose minutes and index were written."""
    notes.meeting(DAY, Open=12, Done=3)
    notes.run("sync")
    return notes


@pytest.mark.parametrize("finish", [False, True])
def test_minutes_of_the_other_side_of_a_merge_were_typed_by_nobody(written: Notes, finish: bool) -> None:
    written.commit()
    written.git("checkout", "--quiet", "-b", "side")
    for branch, opened, done in (("side", 20, 3), ("main", 12, 9)):
        written.git("checkout", "--quiet", branch)
        written.meeting(DAY, Open=opened, Done=done)
        written.run("sync")
        written.commit()
    written.git("merge", "--quiet", "side", code=1)
    written.meeting(DAY, Open=20, Done=9)
    written.git("checkout", "--quiet", "--theirs", written.minutes(DAY))
    if finish:
        written.commit()
    forget(written)
    said = written.run("sync").stdout
    assert f"wrote {written.minutes(DAY)}" in said
    assert "by hand" not in said


def test_minutes_that_were_only_staged_were_typed_by_nobody(written: Notes) -> None:
    written.git("add", "--all")
    forget(written)
    written.meeting(DAY, Open=1, Done=1)
    assert "by hand" not in written.run("sync").stdout


@pytest.mark.parametrize("move", ["meetings/site", "meetings/team/2020", "next week"])
@pytest.mark.parametrize("staged", [False, True])
@pytest.mark.parametrize("committed", [False, True])
def test_minutes_that_were_moved_with_notes_that_changed_were_typed_by_nobody(
    written: Notes, move: str, staged: bool, committed: bool
) -> None:
    if committed:
        written.commit()
        forget(written)
    folder, day = (written.series, "2020-11-02") if move == "next week" else (move, DAY)
    if folder == "meetings/site":
        (written.top / written.series).rename(written.top / folder)
    else:
        (written.top / folder).mkdir(exist_ok=True)
        for end in ("yaml", "md"):
            (written.top / f"{written.series}/{DAY}.{end}").rename(written.top / f"{folder}/{day}.{end}")
    notes = f"{folder}/{day}.yaml"
    written.write(notes, written.read(notes).replace(DAY, day).replace("Open: 12", "Open: 13"))
    if staged:
        written.git("add", "--all")
    done = written.run("sync")
    assert f"wrote {folder}/{day}.md" in done.stdout
    assert (done.returncode, "by hand" in done.stdout) == (0, False)


def test_what_was_typed_into_minutes_while_they_were_moved_is_not_lost(written: Notes) -> None:
    written.commit()
    (written.top / written.series).rename(written.top / "meetings/site")
    minutes = written.write(f"meetings/site/{DAY}.md", written.read(f"meetings/site/{DAY}.md") + HAND)
    forget(written)
    done = written.run("sync")
    assert "a line was typed by hand here and would be lost" in done.stdout
    assert HAND in written.read(minutes)


@pytest.fixture
def behind(written: Notes) -> Notes:
    """Return notes that changed twice without their minutes, as in a web editor, where no hook runs."""
    written.commit()
    for opened in (1, 2):
        written.meeting(DAY, Open=opened, Done=1)
        written.meeting("2020-11-02", Open=opened, Done=1)
        written.commit()
    forget(written)
    return written


def test_minutes_that_newer_notes_came_without_were_typed_by_nobody(behind: Notes) -> None:
    done = behind.run("sync")
    assert f"wrote {behind.minutes(DAY)}" in done.stdout
    assert "by hand" not in done.stdout


@pytest.mark.parametrize(("few", "asked"), [(50, 2), (0, 1)])
def test_for_the_last_changes_of_many_minutes_git_is_asked_once(
    few: int, asked: int, behind: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace = behind.top.parent / "trace"
    monkeypatch.setenv("GIT_TRACE", str(trace))
    monkeypatch.setattr(former_texts, "FEW", few)
    assert behind.run("sync").stdout.count(".md") == 3
    assert trace.read_text(encoding="utf-8").count("built-in: git log") == asked


def test_what_was_typed_into_minutes_before_is_told_with_no_other_line(written: Notes) -> None:
    minutes = written.minutes(DAY)
    written.write(minutes, written.read(minutes) + HAND)
    written.commit()
    written.meeting(DAY, Open=1, Done=1)
    written.commit()
    forget(written)
    done = written.run("sync")
    assert "git has 1 line here that" in done.stdout
    assert HAND in done.stdout
