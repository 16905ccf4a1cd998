"""Paths as people type them."""

import os
import re
from pathlib import Path, PurePosixPath


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


def with_shown_paths(text: str, path: str, top: Path | None) -> str:
    """Return a text in which the files beside one of the repository stand as they are typed where the user stands.

    So do notes elsewhere below its outermost folder. What git reads from the top, as in `:/meetings`, stays.
    """
    outermost, *lower_names = PurePosixPath(path).parts
    if not lower_names or f"{outermost}/" not in text:
        return text
    folder = PurePosixPath(path).parent
    shown_folder = shown_path(str(folder), top)
    prefix = "" if shown_folder == os.curdir else f"{shown_folder}/"
    notes = rf"{re.escape(outermost)}/[^\s'\"`]*\.(?:yaml|md)\b"
    return re.sub(
        rf"(?<![\w/:.-])(?:{re.escape(str(folder))}/|{notes})",
        lambda match: prefix if match.group().endswith("/") else shown_path(match.group(), top),
        text,
    )
