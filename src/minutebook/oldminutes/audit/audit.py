"""The audit as a whole: every paper against itself and the earlier ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from minutebook.oldminutes.audit.changes import changes
from minutebook.oldminutes.audit.order import Run, run
from minutebook.oldminutes.audit.persons import persons
from minutebook.oldminutes.audit.sentences import counters
from minutebook.oldminutes.audit.sums import sums
from minutebook.oldminutes.audit.titles import titles
from minutebook.oldminutes.audit.values import Fault, Kind, Paper, Result
from minutebook.oldminutes.audit.vanished import vanished
from minutebook.oldminutes.handwritten import dates
from minutebook.oldminutes.handwritten.folders import day_of_path
from minutebook.oldminutes.handwritten.reader import read
from minutebook.oldminutes.handwritten.values import Stated


def paper(path: str, text: str) -> Paper:
    """Return a file of minutes; the date in its name wins over those in its text."""
    minutes = read(text)
    written = (one.days[0] for one in (*minutes.titled, *minutes.dated) if len(one.days) == 1)
    return Paper(path, day_of_name(path) or next(written, None), minutes)


def day_of_name(path: str) -> date | None:
    """Return the date in a file's name, or in its folder's with it."""
    return day_of_path(path)


def doubts_of_name(path: str) -> Iterator[Stated]:
    """Yield what is written as a date in a file's name and is none, or can be two."""
    return dates.doubts_of_name(_stem(path))


def _stem(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]


def audit(papers: Sequence[Paper]) -> Result:
    """Return every fault of the papers, by day and line, and how much was compared."""
    order = run(papers)
    compared: Counter[str] = Counter()
    faults: list[Fault] = []
    for kind, fault in _all(papers, order):
        compared[kind] += 1
        if fault:
            faults.append(fault)
    days = {one.path: one.day or date.min for one in papers}
    faults.sort(key=lambda fault: (days[fault.path], fault.path, fault.line))
    return Result(tuple(faults), dict(compared), tuple(sorted({one.day for one in papers if one.day})))


def _all(papers: Sequence[Paper], order: Run) -> Iterator[tuple[Kind, Fault | None]]:
    for one in papers:
        yield from (("title-date", fault) for fault in titles(one, named=day_of_name(one.path) is not None))
        for table in one.minutes.tables:
            yield from sums(one, table)
            yield from (("delta", found) for found in changes(one, table, order))
        yield from (("counter", found) for found in counters(one, order))
    yield from (("person", fault) for fault in persons(papers))
    yield from (("action-vanished", fault) for _promise, fault in vanished(order))
