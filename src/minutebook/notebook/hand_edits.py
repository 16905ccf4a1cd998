"""Lines of a generated file that somebody typed into it."""

from collections.abc import Iterable

from minutebook.source.yaml.decoder import CONFLICT_MARK


def hand_typed_lines(text: str, versions: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Return the lines of a text, with their numbers from 1, that stand in none of the versions that were written."""
    written = {line.rstrip() for version in versions for line in version.split("\n")}
    numbered = enumerate(text.split("\n"), start=1)
    return tuple(
        (number, line)
        for number, line in numbered
        if line.strip() and line.rstrip() not in written and not CONFLICT_MARK.match(line)
    )
