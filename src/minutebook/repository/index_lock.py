"""The lock that git holds while it writes the index, mostly for thousandths of a second."""

import time
from collections.abc import Callable
from pathlib import Path

from minutebook.repository.access import RepositoryError

_PAUSES = (0.1, 0.3, 0.6)
"""Seconds; git itself does not wait for another one."""


def wait_for_index(git_dir: Path, change: Callable[[], object]) -> None:
    """Change the index, and once more in a moment while another git has it."""
    for pause in _PAUSES:
        try:
            change()
        except RepositoryError:
            if not (git_dir / "index.lock").exists():
                raise
            time.sleep(pause)
        else:
            return
    change()
