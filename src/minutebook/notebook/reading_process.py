"""A process that reads meetings beside this one, so that a second core has something to do."""

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from queue import SimpleQueue

from minutebook.notebook.parsed_file import ParsedMeeting, parse_meeting, parse_usual_meeting, usual_document
from minutebook.records.refusal import Refused
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

_AHEAD = 64
"""How many meetings it is ahead, and how many are read here while it starts."""
_SERVE = (
    "import sys; sys.path[:] = sys.argv[1:]; from minutebook.notebook.reading_process import serve; serve()"
)


class ReadingProcess:
    """Sends the files of meetings to another process, and takes what that has made of them, in the same order.

    Whatever becomes of it, nothing is lost: what it could not read is read here, which tells why.
    """

    def __init__(self, paths: Sequence[str], data: Callable[[str], bytes]) -> None:
        """Start it; `data` gives the content of a file, and raises Refused where that can't be read."""
        self._unsent, self._data = deque(paths[_AHEAD:]), data
        self._sent: deque[str] = deque()
        self._pending = set(self._unsent)
        self._queue: SimpleQueue[bytes] = SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        # If this thread wrote, each process could wait for ever until the other one reads.
        self._writer = threading.Thread(target=self._write, daemon=True)
        self._writer.start()

    def take(self, path: str) -> ParsedMeeting | None:
        """Return what was made of a file; None if it must be read here."""
        while path in self._pending:
            self._send()
            if not self._sent:
                break
            sent, parsed = self._sent.popleft(), self._receive()
            self._pending.discard(sent)
            if sent == path:
                return parsed
        return None

    def close(self) -> None:
        """End the process."""
        self._pending.clear()
        self._process.kill()
        self._queue.put(b"")
        self._writer.join()
        self._process.communicate()

    def _send(self) -> None:
        while self._unsent and len(self._sent) < _AHEAD:
            path = self._unsent.popleft()
            try:
                data = self._data(path)
            except Refused:
                self._pending.discard(path)
                continue
            self._queue.put(pickle.dumps((path, data)))
            self._sent.append(path)

    def _write(self) -> None:
        """Write what is in the queue, up to nothing, or until the process has ended."""
        stream = self._process.stdin
        try:
            while stream and (request := self._queue.get()):
                stream.write(request)
                stream.flush()
        except OSError:
            return

    def _receive(self) -> ParsedMeeting | None:
        try:
            parsed: ParsedMeeting | None = pickle.load(self._process.stdout)  # type: ignore[arg-type]  # noqa: S301
        except (EOFError, OSError, pickle.UnpicklingError):  # it was killed
            self._pending.clear()
            return None
        return parsed


def start(paths: Sequence[str], data: Callable[[str], bytes]) -> ReadingProcess | None:
    """Return a process that reads files, None where no core is free for it or none can be started."""
    try:
        return ReadingProcess(paths, data) if cores() > 1 else None
    except OSError:
        return None


def cores() -> int:
    """Return how many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve() -> None:
    """Read what is sent, until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who has asked ends it
    gc.disable()  # what is read has no rings
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        while True:
            pickle.dump(_parsed(*pickle.load(requests)), answers)  # noqa: S301
            answers.flush()
    except (EOFError, OSError):
        os._exit(0)  # the stream that nobody reads can't be flushed


def _parsed(path: str, data: bytes) -> ParsedMeeting | None:
    try:
        usual = usual_document(path, data)
        if usual and (parsed := parse_usual_meeting(usual)):
            return parsed
        document = read(path, data)
        return None if schemas.problems("meeting", document) else parse_meeting(document)
    except Exception:  # it comes again where it is told
        return None
