"""What was measured, as a table and as data."""

from collections.abc import Iterator, Sequence
from typing import Any

from turns import Measured

HEAD = ("", "size", "time", "ratio", "CPU ratio", "growth", "memory", "runs")


def table(measured: Sequence[Measured], reference: str) -> str:
    """Return a Markdown table: the ratio is to the reference, the growth to the same at its smallest size."""
    rows = [HEAD, tuple("-" if name == "" else "-:" for name in HEAD), *_rows(measured, reference)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def data(group: str, measured: Sequence[Measured]) -> Iterator[dict[str, Any]]:
    """Yield all figures of a group."""
    for each in measured:
        yield {
            "group": group,
            "name": each.case.name,
            "size": each.case.size,
            "median": each.median,
            "seconds": each.runs,
            "cpu": each.busy_median,
            "mib": each.mib,
        }


def _rows(measured: Sequence[Measured], reference: str) -> Iterator[tuple[str, ...]]:
    references = {each.case.size: each for each in measured if each.case.name == reference}
    smallest: dict[str, float] = {}
    for each in measured:
        base = smallest.setdefault(each.case.name, each.median)
        # A reference that was measured at one size stands for all of them.
        beside = references.get(each.case.size) or (
            next(iter(references.values())) if len(references) == 1 else None
        )
        yield (
            each.case.name,
            f"{each.case.size:,}",
            _time(each.median),
            f"{each.median / beside.median:.2f}" if beside else "",
            f"{each.busy_median / beside.busy_median:.2f}" if beside and beside.busy_median else "",
            f"{each.median / base:.2f}" if base != each.median else "",
            f"{each.mib:.0f} MB",
            str(len(each.runs)),
        )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
