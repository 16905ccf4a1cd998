"""Measuring by turns: each command once, then each again, so that a noisy machine disturbs all alike."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from programs import environment

FEWEST = 3
"""Measured runs of even the slowest command."""


@dataclass(frozen=True, slots=True)
class Case:
    """A command that is measured with so many meetings or action items; `before` makes all ready, off the clock."""

    name: str
    size: int
    command: Sequence[str]
    folder: Path
    before: Callable[[], object] = lambda: None
    settings: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0,)


@dataclass(slots=True)
class Measured:
    """The seconds of each run of a case, those of the processors, and the most memory that one process of it had."""

    case: Case
    seconds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    mib: float = 0

    @property
    def median(self) -> float:
        """The median of the runs without the first, which warms the caches."""
        return statistics.median(self.runs)

    @property
    def busy_median(self) -> float:
        """The median of the processors' time, which other programs on the machine disturb less."""
        return statistics.median(self.busy[1:] or self.busy)

    @property
    def runs(self) -> list[float]:
        """The runs that count."""
        return self.seconds[1:] or self.seconds


def measure(cases: Sequence[Case], runs: int, limit: float) -> list[Measured]:
    """Run cases by turns, fewer times those that have taken more seconds than the limit."""
    measured = [Measured(case) for case in cases]
    spent = dict.fromkeys(range(len(cases)), 0.0)
    for run in range(runs + 1):
        for number, each in enumerate(measured):
            if run > FEWEST and spent[number] > limit:
                continue
            begun = time.monotonic()
            each.case.before()
            _run(each)
            spent[number] += time.monotonic() - begun
        if sys.stderr.isatty():
            print(f"\r{run} of {runs} turns", end="\n" if run == runs else "", file=sys.stderr, flush=True)
    return measured


def _run(measured: Measured) -> None:
    case = measured.case
    begun = time.perf_counter()
    with subprocess.Popen(
        case.command,
        cwd=case.folder,
        env=environment(**case.settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        # Of this child and those that it waited for; RUSAGE_CHILDREN would be of all that ran here.
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in case.codes:
        sys.exit(f"exit code {child.returncode} of {' '.join(case.command)} in {case.folder}")
    measured.seconds.append(seconds)
    measured.busy.append(usage.ru_utime + usage.ru_stime)
    measured.mib = max(measured.mib, usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))
