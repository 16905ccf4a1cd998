"""Ctrl-C at a moment where it leaves nothing half done."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def interrupts_waiting() -> Iterator[Callable[[], None]]:
    """Let Ctrl-C wait; yields a function that raises KeyboardInterrupt if it was typed. After the last call it is ignored."""
    waiting: list[int] = []

    def let_through() -> None:
        if waiting:
            waiting.clear()
            raise KeyboardInterrupt

    # Python hands signals to the main thread alone, and a handler that somebody else has set stays.
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield let_through
        return
    signal.signal(signal.SIGINT, lambda number, _frame: waiting.append(number))
    try:
        yield let_through
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
