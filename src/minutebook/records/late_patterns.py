"""Regular expressions that are compiled when they are first used.

A hook uses half of those that it imports; to compile the others takes 12 ms. To type checkers it is `re.compile`.
"""

import re
from typing import TYPE_CHECKING, Any


class LatePattern:
    """A regular expression that is compiled when its first method is asked for."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not there yet; from now on the method is.
        method = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, method)
        return method


if TYPE_CHECKING:
    late_pattern = re.compile
else:
    late_pattern = LatePattern
