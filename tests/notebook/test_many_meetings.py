"""With another process and without it the same is found in a series, and what was read in either is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch

import pytest
import sample_meetings
from support.notes import Notes
from support.series import FIRST, SERIES, path_of, snapshot_of

from minutebook.notebook import many_meetings, reader, second_process
from minutebook.notebook.examination import Examined, examine
from minutebook.notebook.notebook import notebooks
from minutebook.repository.snapshot import LINK, Snapshot

DAYS = [FIRST + timedelta(weeks=week) for week in range(8)]
TABLE = "date: %s\nsections: [{title: JIRA, table: {id: jira, columns: [Open], rows: {New: %d}}}]\n"
ACTION = "actions:\n  - {id: k7q2m4, owner: Mat, task: order parts%s}\n  - Mat buys chairs\n"
TEXTS = {SERIES: "title: Team\nroster: {Mat: {}}\n"} | {
    path_of(day): TABLE % (day, number) + ACTION % ("" if number % 3 else ", status: done")
    for number, day in enumerate(DAYS)
}


@pytest.fixture(autouse=True)
def _in_two() -> Iterator[None]:
    """Work in two processes on few meetings, too, on any machine."""
    with patch.object(many_meetings, "FEWEST", 2), patch.object(second_process, "cores", return_value=2):
        yield


def look(snapshot: Snapshot) -> Examined:
    """Return what is found in the one series of a snapshot."""
    (notebook,) = notebooks(snapshot)
    return examine(notebook, DAYS)


def look_alone(snapshot: Snapshot) -> Examined:
    """Return what is found without another process."""
    with patch.object(many_meetings, "FEWEST", 1000):
        return look(snapshot)


def test_with_another_process_and_without_it_the_same_is_found() -> None:
    sound = snapshot_of(TEXTS)
    reused = snapshot_of(
        TEXTS | {path_of(DAYS[6]): TEXTS[path_of(DAYS[6])].replace("order parts", "dig a hole")}
    )
    broken = snapshot_of(TEXTS | {path_of(DAYS[4]): "tittle: wrong\n", path_of(DAYS[6]): "[\n"})
    early = snapshot_of(TEXTS | {path_of(DAYS[1]): f"date: {DAYS[2]}\n"})
    link = sound.files[path_of(DAYS[4])]._replace(mode=LINK)
    linked = replace(sound, files={**sound.files, link.path: link})
    for snapshot in (sound, reused, broken, early, linked):
        assert look(snapshot) == look_alone(snapshot)
    assert look(sound).generated


@pytest.mark.parametrize("written", ["k7q2m4", '"k7q2m\\x34"'])
def test_an_id_that_only_the_other_half_has_is_found_there(written: str) -> None:
    texts = TEXTS | {path_of(day): f"date: {day}\n" for day in DAYS}
    action = "actions: [{id: %s, owner: Mat, task: %s}]\n"
    texts[path_of(DAYS[1])] += action % (written, "order parts, status: done")
    texts[path_of(DAYS[6])] += action % (written, "dig a hole")
    assert "id-reused" in {problem.rule for problem in look(snapshot_of(texts)).problems}


def test_what_was_read_there_is_not_read_again() -> None:
    (notebook,) = notebooks(snapshot_of(TEXTS))
    data = reader.Reader._data
    with patch.object(reader.Reader, "_data", autospec=True, side_effect=data) as read:
        assert notebook.held_days == tuple(DAYS)
        assert len([*notebook.filed_actions(dict.fromkeys(DAYS, ()))]) == len(DAYS)
    paths = {call.args[1].path for call in read.call_args_list}
    assert paths == {*map(path_of, DAYS[:4])}


@pytest.mark.parametrize("version", ["", "--staged", "--rev=HEAD"])
def test_a_check_in_two_processes_finds_what_one_finds(notes: Notes, version: str) -> None:
    notes.write(f"{notes.series}/series.yaml", sample_meetings.SERIES)
    for number, (day, text) in enumerate(sample_meetings.texts(20, 1)):
        notes.write(f"{notes.series}/{day}.yaml", text.replace("Alba", "Albba") if number > 15 else text)
    notes.run("sync")
    notes.commit()
    check = ("check", *filter(None, [version]))
    for _ in range(2):  # the second time it is known
        found = notes.run(*check)
        with patch.object(many_meetings, "FEWEST", 1000), patch.dict("os.environ", MINUTEBOOK_CACHE="off"):
            assert notes.run(*check).stdout == found.stdout
    assert "Albba" in found.stdout
