"""`watch`: while a meeting is edited, each save is checked, and its minutes are written and shown."""

import os
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import sleep

from minutebook.commands._call import Call
from minutebook.commands._options import add_series_argument
from minutebook.commands._series import find_series, no_meeting
from minutebook.notebook.examination import examine
from minutebook.notebook.generated import minutes_of
from minutebook.notebook.last_writes import LastWrites
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.plan import Planner, carry_out
from minutebook.records.file_kinds import NOTES

_PAUSE = 0.05
"""How many seconds pass between two looks; to look at a thousand files takes a hundredth of one."""


Saved = Mapping[str, tuple[int, int, int]]
"""When each file was saved, how long it is, and its number on the disk, by its path in the folder of the series."""


def options(parser: ArgumentParser) -> None:
    """Add the options of `watch`."""
    add_series_argument(parser)


def run(call: Call) -> int:
    """Check a meeting of a series and write its minutes at every save, until Ctrl-C."""
    series = find_series(call, call.options.series)
    if not series.days:
        raise no_meeting(call, series)
    _show(call, series, max(series.days))  # what it imports for that is not waited for at the first save
    call.console.say(
        f"Watching {call.shown(series.path)}: save a meeting, and it is checked and shown; Ctrl-C ends."
    )
    for files in _saves(call.repository.top / series.path):
        series = _read_again(call, series)
        for day in dict.fromkeys(_days(series, files)):
            _show(call, series, day, is_saved=True)
    return 0


def _saves(folder: Path) -> Iterator[list[str]]:
    """Yield which notes of a series were saved, each time there are some, once nobody is writing any more."""
    former_state = state = look_at(folder)
    while True:
        sleep(_PAUSE)
        later_state = look_at(folder)
        if later_state == state and state != former_state:
            yield changed_files(former_state, state)
            former_state = state
        state = later_state


def _read_again(call: Call, series: Notebook) -> Notebook:
    """Return the series as its files are now; what was read of others' states stays."""
    call.snapshot = call.repository.working_tree()
    current = (notebook for notebook in call.series_of(call.snapshot) if notebook.path == series.path)
    return replace(next(current, series), others=series.others)


def _days(series: Notebook, files: list[str]) -> Iterator[date]:
    """Yield the days of the meetings that were saved; series.yaml is about the newest."""
    for path in files:
        day = series.day_at(f"{series.path}/{path}".removeprefix("./"))
        if day or f"{series.path}/{path}" == series.series_path:
            yield day or max(series.days)


def _show(call: Call, series: Notebook, day: date, *, is_saved: bool = False) -> None:
    """Show the minutes of a meeting if it can be read, above what is wrong in it; once it was saved, write them, too."""
    examined = examine(series, [day], with_current=True)
    problems = [problem for problem in examined.problems if problem.path == series.days[day]]
    call.console.begin_page()
    if examined.readable:
        generated = [file for file in examined.generated if file.text is not None]
        planner = Planner(call.repository, series, LastWrites(call.repository.git_dir), staged=False)
        plan = planner.plan({}, generated)
        carry_out(plan.writes if is_saved else (), planner.last_writes)
        meeting = series.meeting(day)
        minutes = minutes_of(series, meeting) if meeting.held else f"skipped: {meeting.reason}"
        screen = call.console.screen
        call.console.data(screen.markdown(minutes) if screen else minutes, verbatim=True)
        problems += plan.problems
    call.report(problems or examined.problems)


def look_at(folder: Path) -> Saved:
    """Return the notes in a folder and below it as they were saved last; polling works on every kind of disk."""
    return {path: (status.st_mtime_ns, status.st_size, status.st_ino) for path, status in _files(folder, "")}


def changed_files(former_state: Saved, state: Saved) -> list[str]:
    """Return the files that are new or were saved since."""
    return [path for path, saved in state.items() if former_state.get(path) != saved]


def _files(folder: Path, above: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = list(os.scandir(folder / above))
    except OSError:  # it is gone, or will be there again in a moment
        return
    for entry in entries:
        path = f"{above}/{entry.name}".removeprefix("/")
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, path)
            elif entry.name.endswith(NOTES):
                yield path, entry.stat()
        except OSError:
            continue
