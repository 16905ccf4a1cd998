"""A command that is killed, or for which a call of the system fails, leaves each file old or new; the next run completes.

With MINUTEBOOK_LONG=1 every call is tried, and not only some.
"""

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.filetrees import bytes_of
from support.notes import Notes

CALLS = ("replace", "unlink", "fsync", "mkdir")
STEP = 1 if os.environ.get("MINUTEBOOK_LONG") else 9
OLD = "# Team, {day} October 2020\n\nPresent: Mat\n\n## News\n\n- AI (Mat): call {day}\n"
IMPORT = ("import", "old/2020-10-05.md", "old/2020-10-12.md", "--into", "meetings/shop")
COMMANDS = {"sync": ("sync",), "add": ("add", "unassigned: order parts"), "import": IMPORT, "init": ("init",)}
posix = pytest.mark.skipif(sys.platform != "linux", reason="it forks")


@contextlib.contextmanager
def at_call(number: int, act: Callable[[], None]) -> Iterator[list[int]]:
    """Do something in the place of a call of the system, the n-th that writes; yields how many there were."""
    count, originals = [0], {name: getattr(os, name) for name in CALLS}

    def replaced(name: str) -> Callable[..., Any]:
        def call(*words: Any, **options: Any) -> Any:
            count[0] += 1
            if count[0] == number:
                act()
            return originals[name](*words, **options)

        return call

    for name in CALLS:
        setattr(os, name, replaced(name))
    try:
        yield count
    finally:
        for name, original in originals.items():
            setattr(os, name, original)


@pytest.fixture(params=COMMANDS)
def words(request: pytest.FixtureRequest, kept: Notes) -> tuple[str, ...]:
    """Return a command that has several files to write."""
    kept.meeting(
        "2020-10-26", Open=12, Done=3, extra="  - title: Talk\n    actions:\n      - unassigned: x\n"
    )
    for day in (5, 12):
        kept.write(f"old/2020-10-{day:02}.md", OLD.format(day=day))
    command: tuple[str, ...] = COMMANDS[request.param]
    return command


@pytest.fixture
def ended(kept: Notes, words: tuple[str, ...], tmp_path: Path) -> tuple[dict[str, bytes], int]:
    """Return the files as the command writes them, and how many calls it needs."""
    whole = Notes(tmp_path / "whole")
    shutil.copytree(kept.top, whole.top)
    with at_call(-1, lambda: None) as count:
        whole.run(*words)
    return bytes_of(whole.top), count[0]


def is_old_or_new(files: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    return all(
        data in (old.get(path), new.get(path)) for path, data in files.items() if not path.endswith(".tmp")
    )


@posix
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # forking beside threads
def test_wherever_it_is_killed_the_next_run_completes(
    kept: Notes, words: tuple[str, ...], ended: tuple[dict[str, bytes], int], tmp_path: Path
) -> None:
    new, calls = ended
    old = bytes_of(kept.top)
    for number in range(1, calls + 1, STEP):
        notes = Notes(tmp_path / f"killed-{number}")
        shutil.copytree(kept.top, notes.top)
        child = os.fork()
        if not child:
            with at_call(number, lambda: os._exit(9)):
                notes.run(*words)
            os._exit(0)
        os.waitpid(child, 0)
        assert is_old_or_new(bytes_of(notes.top), old, new), number
        if words[0] != "add" or bytes_of(notes.top) != new:
            notes.run(*words)
        files = bytes_of(notes.top)
        assert files == new, (number, sorted(files.keys() ^ new.keys()))


def test_whichever_call_fails_every_file_is_old_or_new(
    kept: Notes, words: tuple[str, ...], ended: tuple[dict[str, bytes], int], tmp_path: Path
) -> None:
    new, calls = ended
    old = bytes_of(kept.top)
    code = {"full": errno.ENOSPC, "broken": errno.EIO}

    def fail() -> None:
        raise OSError(code["full" if number % 2 else "broken"], "it failed")

    for number in range(1, calls + 1, STEP):
        notes = Notes(tmp_path / f"failed-{number}")
        shutil.copytree(kept.top, notes.top)
        with at_call(number, fail):
            done = notes.run(*words)
        files = bytes_of(notes.top)
        assert done.returncode in (0, 1, 2), (number, done)
        assert is_old_or_new(files, old, new), number
        assert not [path for path in files if path.endswith(".tmp")], number
