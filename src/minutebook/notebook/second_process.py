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
_SIZE = 8
"""In how many bytes it is told how many a result has."""
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
    here = max(len(things) - int(share * len(things)), 1)
    process = _start(work, things[here:]) if things[here:] and cores() > 1 else None
    if process is None:
        yield from map(work, things[1:])
        return
    with contextlib.closing(process):
        yield from map(work, things[1:here])
        for result in process.results():
            yield result
            here += 1
    yield from map(work, things[here:])


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
    """A copy of this process that works on some things; what comes of each can be taken as soon as it is done.

    It stands in a file without a name, for a pipe has no room for more than a few; how long each is comes by a pipe.
    """

    def __init__(self, work: Callable[[Thing], object], things: Sequence[Thing]) -> None:
        """Start it; raises OSError if that can't be done."""
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  close() closes it
        self._sizes, sizes = os.pipe()
        # A signal between these lines would end in both processes what only one of them has begun.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
        try:
            self.id = os.fork()
            if not self.id:
                self._serve(work, things, sizes)
        except OSError:
            self._close_files()
            raise
        finally:
            os.close(sizes)
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def results(self) -> Iterator[Any]:
        """Yield what came of each thing, as far as it comes."""
        start = 0
        while size := int.from_bytes(os.read(self._sizes, _SIZE), "big"):
            yield pickle.loads(os.pread(self._file.fileno(), size, start))  # noqa: S301
            start += size

    def close(self) -> None:
        """End it, if it has not ended."""
        os.kill(self.id, signal.SIGKILL)
        os.waitpid(self.id, 0)
        self._close_files()

    def _close_files(self) -> None:
        os.close(self._sizes)
        self._file.close()

    def _serve(self, work: Callable[[Thing], object], things: Sequence[Thing], sizes: int) -> NoReturn:
        try:
            # Who has started it ends it; once that process is gone, to tell of a result fails, which ends it, too.
            os.close(self._sizes)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            for number in _ENDING - {signal.SIGINT}:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
            gc.disable()  # what is read has no rings
            for thing in things:
                data = pickle.dumps(work(thing))
                if self._file.write(data) < len(data):  # the disk is full
                    break
                os.write(sizes, len(data).to_bytes(_SIZE, "big"))
        finally:
            os._exit(0)  # whatever is open belongs to the other process
