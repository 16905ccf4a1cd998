"""How much work something is, on whatever machine and however busy: its CPU time beside that of a known loop."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

_ROUNDS = 1_000_000


@contextmanager
def at_most(loops: float) -> Iterator[None]:
    """Fail what takes more CPU time than so many loops over a million numbers."""
    start = time.process_time()
    yield
    spent = time.process_time() - start
    # The machine may have become slower since the loop was measured.
    assert spent < loops * _usual_loop() or spent < loops * _shortest_loop()


@cache
def _usual_loop() -> float:
    return _shortest_loop()


def _shortest_loop() -> float:
    return min(_loop() for _ in range(3))


def _loop() -> float:
    return cpu_time(_add_numbers)


def _add_numbers() -> None:
    total = 0
    for number in range(_ROUNDS):
        total += number


def cpu_time(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor some work takes, to compare with other work."""
    start = time.process_time()
    work()
    return time.process_time() - start
