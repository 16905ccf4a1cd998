"""How much work something is, on whatever machine and however busy: its CPU time beside that of a known loop."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

_ROUNDS = 1_000_000


@contextmanager
def at_most(loops: float) -> Iterator[None]:
    """Fail what takes more CPU time than so many loops over a million numbers."""
    limit = loops * min(_loop() for _ in range(3))
    start = time.process_time()
    yield
    assert time.process_time() - start < limit


def _loop() -> float:
    start = time.process_time()
    total = 0
    for number in range(_ROUNDS):
        total += number
    return time.process_time() - start
