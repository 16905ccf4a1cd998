"""Another process reads meetings beside this one; whatever becomes of it, the same is found, and it is gone afterwards."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from support.series import FIRST, SERIES, path_of, snapshot_of

from minutebook.notebook import reader, reading_process
from minutebook.notebook.examination import Examined, examine
from minutebook.notebook.notebook import notebooks
from minutebook.notebook.reading_process import ReadingProcess
from minutebook.repository.snapshot import LINK, Snapshot

DAYS = [FIRST + timedelta(weeks=week) for week in range(8)]
TABLE = "date: %s\nsections: [{title: JIRA, table: {id: jira, columns: [Open], rows: {New: %d}}}]\n"
ACTION = "actions:\n  - {id: k7q2m4, owner: Mat, task: order parts%s}\n  - Mat buys chairs\n"
TEXTS = {SERIES: "title: Team\nroster: {Mat: {}}\n"} | {
    path_of(day): TABLE % (day, number) + ACTION % ("" if number % 3 else ", status: done")
    for number, day in enumerate(DAYS)
}


@pytest.fixture
def started() -> Iterator[list[ReadingProcess]]:
    """Start a process for few meetings, too, on any machine, and return those that were started."""
    processes: list[ReadingProcess] = []

    def start(*arguments: Any) -> ReadingProcess:
        processes.append(ReadingProcess(*arguments))
        return processes[-1]

    few = (patch.object(reader, "FEWEST_BESIDE", 2), patch.object(reading_process, "_AHEAD", 2))
    with few[0], few[1], patch.object(reading_process, "start", start):
        yield processes


def look(snapshot: Snapshot) -> Examined:
    """Return what is found in the one series of a snapshot."""
    (notebook,) = notebooks(snapshot)
    return examine(notebook, DAYS)


def look_alone(snapshot: Snapshot) -> Examined:
    """Return what is found without another process."""
    with patch.object(reader, "FEWEST_BESIDE", 1000):
        return look(snapshot)


def is_gone(process: ReadingProcess) -> bool:
    """Whether a process has ended and was waited for."""
    return process._process.returncode is not None and not process._writer.is_alive()


def test_with_another_process_and_without_it_the_same_is_found(started: list[ReadingProcess]) -> None:
    sound = snapshot_of(TEXTS)
    broken = snapshot_of(TEXTS | {path_of(DAYS[4]): "tittle: wrong\n", path_of(DAYS[6]): "[\n"})
    link = replace(sound.files[path_of(DAYS[4])], mode=LINK)
    linked = replace(sound, files={**sound.files, link.path: link})
    for snapshot in (sound, broken, linked):
        assert look(snapshot) == look_alone(snapshot)
    assert len(started) == 3
    assert all(map(is_gone, started))


def test_what_it_reads_is_not_read_again(started: list[ReadingProcess]) -> None:
    texts = {SERIES: TEXTS[SERIES]} | {path_of(day): TABLE % (day, 3) for day in DAYS}
    data = reader.Reader._data
    with patch.object(reader.Reader, "_data", autospec=True, side_effect=data) as read:
        look(snapshot_of(texts))
    paths = {call.args[1].path for call in read.call_args_list}
    # The series, what is read while the process starts, and the newest, of which more is looked at.
    assert paths == {SERIES, *map(path_of, (*DAYS[:2], *DAYS[-2:]))}
    assert started


def test_what_a_killed_process_has_not_read_is_read_here(started: list[ReadingProcess]) -> None:
    take, taken = ReadingProcess.take, list[object]()

    def kill(process: ReadingProcess, path: str) -> Any:
        if len(taken) == 4:
            process._process.kill()
            process._process.wait()
        taken.append(take(process, path))
        return taken[-1]

    snapshot = snapshot_of(TEXTS)
    with patch.object(ReadingProcess, "take", kill):
        examined = look(snapshot)
    assert examined == look_alone(snapshot)
    assert any(taken)
    assert is_gone(started[0])


def test_who_is_interrupted_leaves_no_process_behind(started: list[ReadingProcess]) -> None:
    with patch.object(ReadingProcess, "take", side_effect=KeyboardInterrupt), suppress(KeyboardInterrupt):
        look(snapshot_of(TEXTS))
    assert is_gone(started[0])


def test_meetings_are_taken_in_any_order() -> None:
    paths = [path_of(day) for day in DAYS]
    with patch.object(reading_process, "_AHEAD", 2):
        process = ReadingProcess(paths, lambda path: TEXTS[path].encode())

    def taken(path: str) -> date | None:
        parsed = process.take(path)
        return parsed.meeting.date if parsed else None

    order = [paths[0], paths[5], paths[3], paths[5], paths[7]]
    assert [taken(path) for path in order] == [None, DAYS[5], None, None, DAYS[7]]
    process.close()
    assert is_gone(process)


def test_where_there_is_one_core_no_process_is_started() -> None:
    with patch.object(reading_process, "cores", return_value=1):
        assert reading_process.start([], lambda path: TEXTS[path].encode()) is None
