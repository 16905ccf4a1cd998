"""Work on many meetings of a series, of which another process does half."""

import contextlib
from collections.abc import Callable, Generator, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from minutebook.records.history import Brief

if TYPE_CHECKING:
    from minutebook.notebook.notebook import Notebook

FEWEST = 32
"""Of so many meetings at least another process does half: with fewer there is no time to gain."""
Result = TypeVar("Result")


def each(
    notebook: "Notebook", work: Callable[[date], Result], days: Sequence[date]
) -> Generator[Result, None, None]:
    """Yield what comes of the work on each day's meeting, in their order; what was read is known afterwards."""
    if len(days) < FEWEST:
        yield from map(work, days)
        return
    from minutebook.notebook.second_process import in_two

    reader = notebook.reader
    reader.halved = {*map(notebook.content_of, days)}

    def work_and_knowledge(day: date) -> tuple[Result, tuple[Brief, bytes] | None]:
        return work(day), reader.knowledge(notebook.content_of(day))

    with contextlib.closing(in_two(work_and_knowledge, days)) as results:
        for day, (result, knowledge) in zip(days, results, strict=True):
            if knowledge:
                reader.learn(notebook.content_of(day), *knowledge)
            yield result
