"""Ctrl-C, and whatever else ends a process, at a moment where it leaves nothing half done."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import NoReturn

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Sent by `kill`, by a system that shuts down, and when the terminal is closed."""


@contextlib.contextmanager
def ending_in_order() -> Iterator[None]:
    """Let a signal that would end the process raise SystemExit, so that what is temporary is removed."""
    # Python hands signals to the main thread alone; what somebody ignores, such as `nohup`, stays ignored.
    is_main = threading.current_thread() is threading.main_thread()
    numbers = [number for number in _ENDING if is_main and signal.getsignal(number) is signal.SIG_DFL]
    for number in numbers:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


@contextlib.contextmanager
def interrupts_waiting() -> Iterator[Callable[[], None]]:
    """Let Ctrl-C and other ends wait; yields a function that lets one through. Ctrl-C after the last call is ignored."""
    waiting: list[int] = []
    # A handler that somebody else has set stays.
    handlers = {
        number: handler
        for number in (signal.SIGINT, *_ENDING)
        if (handler := signal.getsignal(number)) in {signal.default_int_handler, _end}
    }

    def let_through() -> None:
        if waiting:
            number = waiting.pop()
            waiting.clear()
            handlers[number](number, None)

    if threading.current_thread() is not threading.main_thread():
        yield let_through
        return
    for number in handlers:
        signal.signal(number, lambda number, _frame: waiting.append(number))
    try:
        yield let_through
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    if any(number in _ENDING for number in waiting):
        _end(waiting[-1], None)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)  # as a shell says it
