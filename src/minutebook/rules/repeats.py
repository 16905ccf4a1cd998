"""Records whose name stands twice where it must stand once."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Record = TypeVar("Record")


def repeated(records: Iterable[Record], name_of: Callable[[Record], str | None]) -> Iterator[Record]:
    """Yield each record whose name a record before it has; those without a name are left out."""
    names = set()
    for record in records:
        name = name_of(record)
        if name is not None and name in names:
            yield record
        names.add(name)
