"""Work on many things, of which another process does the last ones, so that a second core has something to do."""

import contextlib
import gc
import os
import pickle
import signal
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, NoReturn, TypeVar

_ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
Thing = TypeVar("Thing")
Result = TypeVar("Result")


def in_two(
    work: Callable[[Thing], Result], things: Sequence[Thing], share: float = 0.5
) -> Generator[Result, None, None]:
    """Yield what comes of the work on each thing, in their order; the other process does a share, from the end.

    Whatever becomes of the other process, nothing is lost: what it could not do is done here, which tells why.
    """
    # What must be imported for the first one is there in both processes then.
    yield from map(work, things[:1])
    here = len(things) - int(share * len(things))
    process = _start(work, things[here:]) if cores() > 1 else None
    if process is None:
        yield from map(work, things[1:])
        return
    with contextlib.closing(process):
        yield from map(work, things[1:here])
        yield from process.results() if process.has_done_all() else map(work, things[here:])


def cores() -> int:
    """Return how many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(work: Callable[[Thing], object], things: Sequence[Thing]) -> "SecondProcess | None":
    """Return a process that works on some things, None where none can be started."""
    try:
        return SecondProcess(work, things) if hasattr(os, "fork") else None
    except OSError:
        return None


class SecondProcess:
    """A copy of this process that works on some things, and writes what comes of it to a file without a name."""

    def __init__(self, work: Callable[[Thing], object], things: Sequence[Thing]) -> None:
        """Start it; raises OSError if that can't be done."""
        self._count, self._file = len(things), tempfile.TemporaryFile()  # noqa: SIM115  close() closes it
        self.is_running, parent = True, os.getpid()
        # A signal between these lines would end in both processes what only one of them has begun.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
        try:
            self.id = os.fork()
            if not self.id:
                self._serve(work, things, parent)
        except OSError:
            self._file.close()
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def has_done_all(self) -> bool:
        """Wait for its end, and return whether it has done what it was asked."""
        status = os.waitpid(self.id, 0)[1]
        self.is_running = False
        return status == 0

    def results(self) -> Iterator[Any]:
        """Yield what came of each thing."""
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301

    def close(self) -> None:
        """End it if nobody has waited for it."""
        if self.is_running:
            os.kill(self.id, signal.SIGKILL)
            self.has_done_all()
        self._file.close()

    def _serve(self, work: Callable[[Thing], object], things: Sequence[Thing], parent: int) -> NoReturn:
        code = 1
        try:
            # Who has started it ends it.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            for number in _ENDING - {signal.SIGINT}:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
            gc.disable()  # what is read has no rings
            for thing in things:
                if os.getppid() != parent:
                    break
                pickle.dump(work(thing), self._file)
            else:
                self._file.flush()
                code = 0
        finally:
            os._exit(code)  # whatever is open belongs to the other process
