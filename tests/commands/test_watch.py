"""`watch`: each save is checked, and the minutes are written and shown."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.notes import Done, Notes
from support.terminal import on_terminal

from minutebook.commands import watch
from minutebook.commands.watch import changed_files, look_at

DAY = "2020-10-19"
Edits = list[Callable[[], object]]


@pytest.fixture
def watched(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> Callable[[Edits], Done]:
    """Return what runs the command while edits are made, two looks apart, and then presses Ctrl-C."""
    notes.meeting(DAY, Open=1)

    def run(edits: Edits) -> Done:
        def pauses() -> Iterator[None]:
            for edit in edits:
                edit()
                yield
                yield
            raise KeyboardInterrupt

        pause = pauses()
        monkeypatch.setattr(watch, "sleep", lambda _seconds: next(pause))
        return notes.run("watch")

    return run


def test_each_save_writes_and_shows_the_minutes(notes: Notes, watched: Callable[[Edits], Done]) -> None:
    done = watched([lambda: notes.meeting(DAY, Open=2), lambda: notes.meeting(DAY, Open=30)])
    assert done.returncode == 130
    _, first, second = done.stdout.split("<!-- Minutes of")[1:]
    assert "| 2 " in first
    assert f"<!-- Minutes of{second}" == notes.read(notes.minutes(DAY))
    assert "| 30 " in second


def test_nothing_is_written_before_somebody_saves(notes: Notes, watched: Callable[[Edits], Done]) -> None:
    done = watched([lambda: None])
    assert done.stdout.startswith("<!-- Minutes of")
    assert not (notes.top / notes.minutes(DAY)).exists()
    assert (
        done.stderr == f"Watching {notes.series}: save a meeting, and it is checked and shown; Ctrl-C ends.\n"
    )


def test_what_is_wrong_is_shown_and_a_half_written_file_does_no_harm(
    notes: Notes, watched: Callable[[Edits], Done]
) -> None:
    path = f"{notes.series}/{DAY}.yaml"
    done = watched(
        [
            lambda: notes.meeting(DAY, Open=2),
            lambda: notes.write(path, ""),
            lambda: notes.write(path, "date: 2020-10-19\nsections:\n  - title: [\n"),
            (notes.top / path).unlink,
            lambda: notes.meeting(DAY, Open="x"),  # type: ignore[arg-type]
        ]
    )
    assert done.returncode == 130
    assert f"{path}:1:1: empty-file: " in done.stdout
    assert f"{path}:10:15: not-a-count: " in done.stdout
    assert "| 2 " in notes.read(notes.minutes(DAY))


def test_the_files_of_people_stay_as_they_are(notes: Notes, watched: Callable[[Edits], Done]) -> None:
    extra = "    actions:\n      - Mat: order parts\n"
    done = watched([lambda: notes.meeting(DAY, Open=2, extra=extra)])
    assert notes.read(f"{notes.series}/{DAY}.yaml").endswith(extra)
    assert "-   AI (Mat): order parts\n" in done.stdout


def test_a_new_meeting_is_seen_and_a_change_of_the_series_is_about_the_newest(
    notes: Notes, watched: Callable[[Edits], Done]
) -> None:
    series = f"{notes.series}/series.yaml"
    done = watched(
        [
            lambda: notes.meeting("2020-10-26", Open=2),
            lambda: notes.write(series, notes.read(series) + "style: {labels: first}\n"),
        ]
    )
    assert done.stdout.count("<!-- Minutes of 2020-10-26.yaml") == 2
    assert "| State | Count |" in notes.read(notes.minutes("2020-10-26"))
    assert not (notes.top / notes.minutes(DAY)).exists()


def test_a_series_without_a_meeting_is_told_how_to_begin(notes: Notes) -> None:
    assert f"`minutebook new {notes.series}` starts one" in notes.refusal("watch")


@pytest.mark.skipif(os.name == "nt", reason="terminals are another thing there")
def test_ctrl_c_ends_it_without_a_trace(notes: Notes) -> None:
    notes.meeting(DAY, Open=1)

    def look(group: int, shown: str) -> None:
        if "Watching" in shown:
            os.killpg(group, signal.SIGINT)

    code, shown = on_terminal([sys.executable, "-m", "minutebook", "watch"], notes.top, look)
    assert code == 130
    assert "Traceback" not in shown


def test_new_and_saved_notes_are_told_in_folders_too_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "2020").mkdir()
    for name in ("series.yaml", "2020/2020-10-19.yaml", "2020-10-26.yaml"):
        (tmp_path / name).write_text("a", encoding="utf-8")
    before = look_at(tmp_path)
    assert changed_files(before, look_at(tmp_path)) == []
    (tmp_path / "2020/2020-10-19.yaml").write_text("longer", encoding="utf-8")
    (tmp_path / "2021-01-04.yaml").touch()
    (tmp_path / "2020-10-26.md").touch()
    (tmp_path / "2020-10-26.yaml").unlink()
    assert sorted(changed_files(before, look_at(tmp_path))) == ["2020/2020-10-19.yaml", "2021-01-04.yaml"]


def test_a_file_that_takes_the_place_of_another_was_saved(tmp_path: Path) -> None:
    file = tmp_path / "2020-10-26.yaml"
    file.write_text("a", encoding="utf-8")
    before = look_at(tmp_path)
    (tmp_path / "new").write_text("b", encoding="utf-8")
    os.utime(tmp_path / "new", ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    (tmp_path / "new").replace(file)
    assert changed_files(before, look_at(tmp_path)) == ["2020-10-26.yaml"]


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert look_at(tmp_path / "gone") == {}
