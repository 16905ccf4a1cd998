"""What git keeps, read through one process that stays."""

import hashlib
from functools import cached_property
from subprocess import PIPE
from typing import Any

_LONG = 64
"""Letters of an object's name in the longer of git's two ways of naming."""


def blob_name(data: bytes, like: str) -> str:
    """Return the name that git has for a content, in the way of naming that another name shows."""
    digest = hashlib.sha256 if len(like) == _LONG else hashlib.sha1
    return digest(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


MOST = 8 * 1024 * 1024
"""Bytes of a file that are read at most: far more than notes or minutes can have, and enough to say that."""
_CHUNK = 1024 * 1024


class Objects:
    """The contents that a repository has, asked for by object name or as `HEAD:path`.

    GitPython's own reader knows only the shorter of git's two kinds of object names.
    """

    def __init__(self, git: Any) -> None:
        self._git = git

    def read(self, name: str) -> bytes | None:
        """Return the content behind a name, or its beginning if it has more than MOST bytes; None where there is none."""
        if "\n" in name:
            return None
        asked, answers = self._process.stdin, self._process.stdout
        asked.write(name.encode("utf-8", "surrogateescape") + b"\n")
        asked.flush()
        size = answers.readline().rpartition(b" ")[2].strip()
        if not size.isdigit():  # the answer was that it is missing, or ambiguous
            return None
        whole = int(size)
        content: bytes = answers.read(min(whole, MOST))
        left = whole - len(content) + 1  # a newline stands behind it
        while left:
            left -= len(answers.read(min(left, _CHUNK)))
        return content

    def close(self) -> None:
        """End the process."""
        process = self.__dict__.pop("_process", None)
        if process:
            process.proc.communicate()

    @cached_property
    def _process(self) -> Any:
        return self._git.cat_file("--batch", istream=PIPE, as_process=True)
