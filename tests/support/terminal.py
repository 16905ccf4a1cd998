"""A command on a terminal, as somebody types it there."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path


def on_terminal(
    command: Sequence[str], folder: Path, look: Callable[[int, str], None] = lambda _group, _shown: None
) -> tuple[int, str]:
    """Run a command on a terminal of its own; return its exit code and all that it showed.

    `look` is called with the command's process group and what is shown so far, each time there is more.
    """
    ours, its = os.openpty()
    process = subprocess.Popen(
        command, cwd=folder, stdin=its, stdout=its, stderr=its, start_new_session=True, close_fds=True
    )
    os.close(its)
    shown = b""
    while part := _read(ours):
        shown += part
        look(process.pid, shown.decode("utf-8", "replace"))
    os.close(ours)
    return process.wait(), shown.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux tells that nobody has the other end any more
        return b""
