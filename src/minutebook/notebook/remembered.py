"""Readings that are remembered, refusals too."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import ParamSpec, TypeVar

from minutebook.records.refusal import Refused

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def remembered(read: Callable[_Asked, _Answer], most: int | None) -> Callable[_Asked, _Answer]:
    """Return a function that reads each file once, also one that is refused; `most` answers are kept, or all."""

    @lru_cache(most)
    def outcome(*asked: Hashable) -> _Answer | Refused:
        try:
            return read(*asked)  # type: ignore[arg-type, call-arg]
        except Refused as refused:  # lru_cache keeps nothing that raises
            return refused

    def answer(*asked: _Asked.args, **_none: _Asked.kwargs) -> _Answer:
        known = outcome(*asked)
        if isinstance(known, Refused):
            raise Refused(known.problems)
        return known

    return answer
