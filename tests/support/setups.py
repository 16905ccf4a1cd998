"""What `init` is told in the tests, and what is there afterwards."""

import re
from typing import Any

from ruamel.yaml import YAML

from support.notes import Notes

SOURCE = ("--source", "https://example.org/minutebook", "--source-rev", "v0.1.0")

TOLD = ("--title", "Web team", "--schedule", "Monday", "--people", "Mat, Diego", *SOURCE)


def files(notes: Notes) -> dict[str, bytes]:
    """Return every file but git's own."""
    paths = (path for path in notes.top.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(notes.top).as_posix(): path.read_bytes() for path in paths}


def first_meeting(notes: Notes) -> str:
    """Return the path of the only meeting."""
    (path,) = (name for name in files(notes) if re.fullmatch(r"meetings/[^/]+/[0-9-]+\.yaml", name))
    return path


def load(notes: Notes, path: str) -> Any:
    """Return what a YAML file says."""
    return YAML(typ="safe", pure=True).load(notes.read(path))
