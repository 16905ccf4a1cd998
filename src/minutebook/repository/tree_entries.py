"""The files of a commit, from the content of its trees."""

from collections.abc import Callable, Iterator

from minutebook.repository.snapshot import File

_FOLDER = "40000"
"""The mode of a folder in a tree, which begins with no 0 there."""


def files_below(read: Callable[[str], bytes | None], oid: str, folder: str) -> Iterator[File]:
    """Yield the files of a commit in and below a folder; `read` gives the content of a name, None where there is none."""
    for mode, name, blob in _entries(read(f"{oid}:{folder}") or b"", len(oid) // 2):
        path = f"{folder}/{name}" if folder else name
        if mode == _FOLDER:
            yield from files_below(read, oid, path)
        else:
            yield File(path, mode, blob)


def _entries(tree: bytes, size: int) -> Iterator[tuple[str, str, str]]:
    """Yield the mode, the name and the id of each entry; ids have so many bytes."""
    start = 0
    while start < len(tree):
        end = tree.index(b"\0", start)
        mode, _, name = tree[start:end].partition(b" ")
        yield mode.decode(), name.decode("utf-8", "surrogateescape"), tree[end + 1 : end + 1 + size].hex()
        start = end + 1 + size
