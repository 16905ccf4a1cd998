"""One process at a time, where several want to write into a folder."""

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_STEP, _STEPS = 0.01, 1000
"""Seconds between two tries, and after how many of them a process that does not end is told."""


@contextlib.contextmanager
def alone_in(folders: Iterable[Path], let_interrupt: Callable[[], None]) -> Iterator[None]:
    """Keep other runs from writing into some folders; raises TimeoutError if one stays.

    A process that is killed leaves no lock behind.
    """
    with contextlib.ExitStack() as locks:
        if os.name != "nt":  # folders can't be opened there
            for folder in sorted(folders):  # in one order, so that no two runs wait for each other
                descriptor = os.open(folder, os.O_RDONLY)
                locks.callback(os.close, descriptor)
                _lock(descriptor, folder, let_interrupt)
        yield


def _lock(descriptor: int, folder: Path, let_interrupt: Callable[[], None]) -> None:
    import fcntl

    for _ in range(_STEPS):
        let_interrupt()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_STEP)
        except OSError:  # some disks on a network know no locks
            return
        else:
            return
    raise TimeoutError(0, "another minutebook has been writing here for long; run this again", str(folder))
