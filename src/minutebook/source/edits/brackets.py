"""Edits of a list between brackets: one item more or less, with its comma and the lines of its own."""

from collections.abc import Iterator, Sequence

from minutebook.source.edits.spans import Span, Spans

Splice = tuple[int, int, str]
"""From where to where to cut, and what to put there; of several, the last in the text comes first."""


def append(spans: Spans, brackets: Span, tail: Span, item: str, newline: str) -> Iterator[Splice]:
    """Yield what puts an item behind the `tail` of a list, on a line of its own if that has one."""
    text = spans.text
    comma = spans.skip(tail.end)
    trailing = text[comma] == ","
    item_end = comma + 1 if trailing else tail.end
    lead = text[spans.line_start(tail.start) : tail.start]
    if lead.strip():  # it shares its line with the bracket or another item
        yield item_end, item_end, f" {item}," if trailing else f", {item}"
        return
    closed = spans.line_start(brackets.end - 1) <= item_end  # the bracket is right behind it
    position = item_end if closed else spans.line_end(item_end)
    yield position, position, f"{newline}{lead}{item}{',' * trailing}"
    if not trailing:
        yield item_end, item_end, ","


def cut(spans: Spans, span: Span, siblings: Sequence[Span]) -> Iterator[Splice]:
    """Yield what cuts one of several items, with the comma that is left over; the others' comments stay."""
    text, index = spans.text, siblings.index(span)
    is_last = index == len(siblings) - 1
    previous_end = siblings[index - 1].end
    comma = spans.skip(span.end)
    item_end = comma + 1 if text[comma] == "," else span.end
    line_start, text_behind = spans.line_start(span.start), text[item_end : spans.line_end(item_end)].strip()
    if not text[line_start : span.start].strip() and (not text_behind or text_behind.startswith("#")):
        yield line_start, text.index("\n", item_end) + 1, ""
        if is_last and item_end == span.end:
            yield previous_end, spans.skip(previous_end) + 1, ""
    elif is_last:
        yield span.start if "#" in text[previous_end : span.start] else previous_end, span.end, ""
    else:
        next_start = siblings[index + 1].start
        yield span.start, item_end if "#" in text[item_end:next_start] else next_start, ""
