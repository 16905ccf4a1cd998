"""Ctrl-C at a moment where it leaves nothing half done."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def interrupts_waiting() -> Iterator[Callable[[], None]]:
    """Let Ctrl-C wait; yields what lets it through, as KeyboardInterrupt. One that comes too late is no more heeded."""
    waiting: list[int] = []

    def let_through() -> None:
        if waiting:
            waiting.clear()
            raise KeyboardInterrupt

    # Other threads get none, and what somebody else does about it is left as it is.
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield let_through
        return
    signal.signal(signal.SIGINT, lambda number, _frame: waiting.append(number))
    try:
        yield let_through
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
