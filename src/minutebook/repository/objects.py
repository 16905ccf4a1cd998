"""What git keeps, read through one process that stays."""

import contextlib
import os
from typing import Any, NoReturn

from minutebook.repository.access import RepositoryError, sentence

_LONG = 64
"""Digits of an object's name where the repository has the object format SHA-256."""


def blob_name(data: bytes, like: str) -> str:
    """Return the name that git has for a content, as long as another object's name in that repository."""
    import hashlib

    digest = hashlib.sha256 if len(like) == _LONG else hashlib.sha1
    return digest(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def is_no_object(name: str) -> bool:
    """Whether git says by a name of zeros that there is no object."""
    return not name.strip("0")


MOST = 8 * 1024 * 1024
"""Bytes of a file that are read at most: more than notes may have, so that a larger file is refused for its size."""


class Objects:
    """The contents that a repository has, asked for by object name or as `HEAD:path`.

    GitPython's own reader knows no names of SHA-256 (GitPython #1475).
    """

    def __init__(self, git: Any) -> None:
        self._git = git
        self._processes: dict[int, Any] = {}
        """By the process that has started it; a copy of this one needs another."""

    def read(self, name: str) -> bytes | None:
        """Return the content behind a name, or MOST zeros if it has more bytes than that; None where there is none.

        Raises RepositoryError where git ends before it has sent all: the object is damaged, or git was stopped.
        """
        answer = self._request(name)
        return None if answer is None else answer[1]

    def content(self, name: str) -> bytes:
        """Return what `read` returns; raises RepositoryError where there is nothing behind a name."""
        if (content := self.read(name)) is None:
            raise RepositoryError(
                f"git has no object '{name}', so this clone is not complete; `git fsck` says what is missing"
            )
        return content

    def find(self, name: str) -> str | None:
        """Return the id of the object behind a name, None where there is none; raises RepositoryError as `read` does."""
        answer = self._request(name)
        return None if answer is None else answer[0]

    def _request(self, name: str) -> tuple[str, bytes] | None:
        """Return the id of the object behind a name, and what `read` returns."""
        if "\n" in name:
            return None
        oid, *_kind, size = self._ask(name).split(b" ")
        if not size.strip().isdigit():  # the answer was that it is missing, or ambiguous
            return None
        if int(size) > MOST:  # where such an object is damaged, git may send less than it says, and wait
            del self._processes[os.getpid()]  # GitPython kills a process that nobody holds
            return oid.decode(), bytes(MOST)
        return oid.decode(), self._receive(name, int(size) + 1)[:-1]  # a newline stands behind it

    def _ask(self, name: str) -> bytes:
        """Return git's line about an object."""
        try:
            self._process.stdin.write(name.encode("utf-8", "surrogateescape") + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            self._raise_ended(name)
        header: bytes = self._process.stdout.readline()
        if not header.endswith(b"\n"):
            self._raise_ended(name)
        return header

    def _receive(self, name: str, size: int) -> bytes:
        content: bytes = self._process.stdout.read(size)
        if len(content) < size:  # the end of the stream
            self._raise_ended(name)
        return content

    def _raise_ended(self, name: str) -> NoReturn:
        process = self._processes.pop(os.getpid())
        with contextlib.suppress(OSError):  # what was not sent can't be
            process.proc.stdin.close()
        process.proc.stdin = None
        _output, stderr = process.proc.communicate()
        message = stderr.decode("utf-8", "backslashreplace")
        reason = sentence("cat_file", message)
        if "promisor remote" in message:
            raise RepositoryError(
                f"this partial clone lacks '{name}', and its remote did not send it: {reason}; "
                "run this again when it can be reached"
            )
        raise RepositoryError(f"git could not send '{name}': {reason}; `git fsck` says what is damaged")

    def close(self) -> None:
        """End the process."""
        process = self._processes.pop(os.getpid(), None)
        if process:
            process.proc.communicate()

    @property
    def _process(self) -> Any:
        own = os.getpid()
        if own not in self._processes:
            from subprocess import PIPE

            self._processes[own] = self._git.cat_file("--batch", istream=PIPE, as_process=True)
        return self._processes[own]
