"""What git prints, as text."""

from collections.abc import Iterator


def split(raw: bytes) -> list[str]:
    """Return the fields of an output in which git ends each with a NUL."""
    return [field for field in text(raw).split("\0") if field]


def text(name: bytes) -> str:
    """Return a name that git gave as bytes."""
    return name.decode("utf-8", "surrogateescape")


def paths_of_each(raw: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each commit that `diff-tree` was asked about, and the paths below it."""
    fields = iter(split(raw))
    commit, paths = "", list[str]()
    for field in fields:
        if field.startswith(":"):
            paths.append(next(fields))
            continue
        if commit:
            yield commit, tuple(paths)
        commit, paths = field, []
    if commit:
        yield commit, tuple(paths)
