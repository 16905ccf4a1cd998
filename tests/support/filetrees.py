"""The files of a repository, to see that no byte of them has changed."""

from pathlib import Path


def bytes_of(top: Path) -> dict[str, bytes]:
    """Return the content of every file but those of git."""
    files = (path for path in top.rglob("*") if path.is_file() and not path.is_symlink())
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in files
        if ".git" not in path.relative_to(top).parts
    }
