"""Edits of what stands between brackets: a thing more or less, with its comma and the lines of its own."""

from collections.abc import Iterator, Sequence

from minutebook.source.edits.spans import Layout, Span

Splice = tuple[int, int, str]
"""Where to cut, and what to put there; of several, the last in the text comes first."""


def append(layout: Layout, span: Span, last: Span, new: str, newline: str) -> Iterator[Splice]:
    """Yield what puts a new item behind the last one of a list, on a line of its own where that has one."""
    text = layout.text
    comma = layout.skip(last.end)
    trailing = text[comma] == ","
    end = comma + 1 if trailing else last.end
    lead = text[layout.line_start(last.start) : last.start]
    if lead.strip():  # the last item shares its line with the bracket or another item
        yield end, end, f" {new}," if trailing else f", {new}"
        return
    closed = layout.line_start(span.end - 1) <= end  # the bracket stands right behind the last item
    behind = end if closed else layout.line_end(end)
    yield behind, behind, f"{newline}{lead}{new}{',' * trailing}"
    if not trailing:
        yield end, end, ","


def cut(layout: Layout, span: Span, siblings: Sequence[Span]) -> Iterator[Splice]:
    """Yield what cuts one of several things, with the comma that is left over; the others' comments stay."""
    text, index = layout.text, siblings.index(span)
    is_last = index == len(siblings) - 1
    before = siblings[index - 1].end
    comma = layout.skip(span.end)
    end = comma + 1 if text[comma] == "," else span.end
    line, rest = layout.line_start(span.start), text[end : layout.line_end(end)].strip()
    if not text[line : span.start].strip() and (not rest or rest.startswith("#")):
        yield line, text.index("\n", end) + 1, ""
        if is_last and end == span.end:
            yield before, layout.skip(before) + 1, ""
    elif is_last:
        yield span.start if "#" in text[before : span.start] else before, span.end, ""
    else:
        following = siblings[index + 1].start
        yield span.start, end if "#" in text[end:following] else following, ""
