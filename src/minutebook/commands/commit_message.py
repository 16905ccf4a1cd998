"""`commit-message`: proposes the message of a commit; git calls it as its hook `prepare-commit-msg`."""

import os
from argparse import ArgumentParser
from itertools import chain
from pathlib import Path

from minutebook.commands._call import Call
from minutebook.records.problem import UsageError

_EXACT = "surrogateescape"
_SOURCE = "PRE_COMMIT_COMMIT_MSG_SOURCE"
"""In which pre-commit hands on what git says of the message that is there already (githooks(5), prepare-commit-msg)."""


def options(parser: ArgumentParser) -> None:
    """Add the options of `commit-message`."""
    parser.description = (
        "Git calls it before it opens an editor. It proposes what the staged meetings say, and leaves every message "
        "alone that is there already."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the file with the message")
    parser.add_argument(
        "source", nargs="?", metavar="SOURCE", help="where git has the message from, if it has one"
    )
    parser.add_argument("commit", nargs="?", metavar="COMMIT", help="the commit that it is from")


def run(call: Call) -> int:
    """Write a message into its file where there is none."""
    file = call.start / call.options.file
    try:
        text = file.read_bytes().decode("utf-8", _EXACT)
    except OSError as error:
        raise UsageError(f"{call.options.file} can't be read: {error.strerror}") from None
    is_there = call.options.source or os.environ.get(_SOURCE) or text.split("\n")[0].strip()
    message = "" if is_there else _message(call)
    if message:
        file.write_bytes(f"{message}\n{text}".encode("utf-8", _EXACT))
    return 0


def _message(call: Call) -> str:
    from minutebook.merge.message import propose_message

    *former, staged = call.series_in_git()
    return propose_message([*chain(*former)], staged, call.repository.index().files)
