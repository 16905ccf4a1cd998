"""Code blocks in Markdown: which lines stand in one, and where one is not closed."""

import re
from collections.abc import Iterable, Iterator

from minutebook.minutes.markdown import LIST_MARKER

_FENCE = re.compile(rf" *(?:{LIST_MARKER} +)*(?P<fence>`{{3,}}|~{{3,}})(?P<info>[^`]*)$")


def fenced(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield lines, each with the fence of the code block that it is part of, if any (CommonMark 4.5)."""
    return ((line, fence) for line, fence, _is_edge in with_edges(lines))


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that stand in no code block, with their numbers from 0 and without comments."""
    lines = [(number, line) for number, (line, fence) in enumerate(fenced(text.split("\n"))) if not fence]
    if "<!--" not in text:
        yield from lines
        return
    prose = _without_comments("\n".join(line for _number, line in lines))
    for (number, _line), line in zip(lines, prose.split("\n"), strict=False):
        yield number, line


def _without_comments(text: str) -> str:
    """Return a text without what stands between the signs of a comment; its newlines stay (CommonMark 6.6)."""
    parts, end = [], 0
    while (start := text.find("<!--", end)) >= 0 and (stop := text.find("-->", start)) >= 0:
        # In code it shows how a comment is written.
        is_code = text[start - 1 : start] == "`"
        parts += [text[end:start], "<!--" if is_code else "\n" * text.count("\n", start, stop)]
        end = start + len("<!--") if is_code else stop + len("-->")
    return "".join((*parts, text[end:]))


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
