"""Paths as people type them."""

import os
from pathlib import Path


def shown_path(path: str, top: Path | None) -> str:
    """Return a path of the repository as it is typed where the user stands; git tells its hooks where.

    Where there are no files to stand among, it is shown as the commits have it.
    """
    if top is None:
        return path
    try:
        folder = Path.cwd() / os.environ.get("GIT_PREFIX", "")
        return os.path.relpath(top / path, folder) if folder.is_relative_to(top) else str(top / path)
    except (OSError, ValueError):
        return path
