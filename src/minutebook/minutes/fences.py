"""Code blocks in Markdown: which lines stand in one, and where one is not closed."""

import re
from collections.abc import Iterable, Iterator

from minutebook.minutes.markdown import LIST_MARKER

_FENCE = re.compile(rf" *(?:{LIST_MARKER} +)*(?P<fence>`{{3,}}|~{{3,}})(?P<info>[^`]*)$")


def fenced(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield lines, each with the fence of the code block that it is part of, if any (CommonMark 4.5)."""
    return ((line, fence) for line, fence, _is_edge in with_edges(lines))


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that stand in no code block, with their numbers from 0."""
    return ((number, line) for number, (line, fence) in enumerate(fenced(text.split("\n"))) if not fence)


def with_edges(lines: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield lines, each with the fence of its code block, if any, and whether it opens or closes that."""
    open_fence = ""
    for line in lines:
        fence = _FENCE.match(line) if "```" in line or "~~~" in line else None
        opens = not open_fence and fence is not None
        closes = open_fence and fence and fence["fence"].startswith(open_fence) and not fence["info"].strip()
        if not open_fence and fence:
            open_fence = fence["fence"]
        yield line, open_fence, opens or bool(closes)
        if closes:
            open_fence = ""
