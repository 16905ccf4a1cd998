"""The names that git would have for the contents of files on disk, known as long as the files do not change."""

import json
import time
from collections.abc import Container

_SETTLED = 3_000_000_000
"""Nanoseconds after which a change can't hide behind one before: file systems count in steps of up to two seconds."""


class ContentNames:
    """The name of each file's content, with the state that the file had then (as in gitformat-index(5), "racy git")."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, str]] = {}
        self._has_news = False

    def of(self, path: str, state: str) -> str | None:
        """Return the name of the content of a file in this state, None where it is not known."""
        known_state, name = self._known.get(path, ("", ""))
        return name if state and state == known_state else None

    def learn(self, path: str, state: str, name: str) -> None:
        """Remember the name of what was read from a file that had this state before."""
        if self._known.get(path) != (state, name):
            self._known[path] = state, name
            self._has_news = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known yet."""
        return not self._known

    def recall(self, data: bytes) -> None:
        """Take what an earlier process has written down."""
        self._known = {path: (state, name) for path, state, name in json.loads(data)}

    def news(self, paths: Container[str]) -> bytes | None:
        """Return what the next process may take as known of some paths, None where that is nothing new."""
        if not self._has_news:
            return None
        settled_before = time.time_ns() - _SETTLED
        known = [
            (path, state, name)
            for path, (state, name) in self._known.items()
            if path in paths and _last_change(state) < settled_before
        ]
        return json.dumps(known, separators=(",", ":")).encode()


def state_of(modified: int, changed: int, size: int, inode: int) -> str:
    """Return what the system says of a file, beginning with when it last changed, in nanoseconds."""
    return f"{max(modified, changed)} {modified} {size} {inode}"


def _last_change(state: str) -> int:
    return int(state.partition(" ")[0])
