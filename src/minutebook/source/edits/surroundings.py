"""What belongs to a line of a file besides its own text: the comments and empty lines around it."""

from minutebook.records.problem import KeyPath
from minutebook.source.edits.spans import Spans
from minutebook.source.yaml.typed_line import indent_of


def comment_above(spans: Spans, position: int) -> int:
    """Return where the comment lines begin that are directly above a position, in its column."""
    start, column = spans.line_start(position), spans.column(position)
    while start:
        line_start = spans.line_start(start - 1)
        line = spans.text[line_start:start]
        # A comment in another column is about something else, such as the list as a whole.
        if not line.lstrip().startswith("#") or indent_of(line) != column:
            break
        start = line_start
    return start


def comments_below(spans: Spans, position: int, column: int) -> int:
    """Return the end of the comment lines below a position that are indented to at least a column."""
    comments_end = spans.line_end(position)
    for line_start, line_end in spans.lines_below(comments_end):
        line = spans.text[line_start:line_end]
        if not line.lstrip().startswith("#") or indent_of(line) < column:
            break
        comments_end = line_end
    return comments_end


def empty_lines_above(spans: Spans, start: int) -> int:
    """Return where the empty lines begin that are directly above the beginning of a line."""
    while start and not spans.text[spans.line_start(start - 1) : start].strip():
        start = spans.line_start(start - 1)
    return start


def empty_lines_below(spans: Spans, end: int) -> int:
    """Return where the empty lines end that are directly below the end of a line."""
    for line_start, line_end in spans.lines_below(end):
        if spans.text[line_start:line_end].strip() or line_end == len(spans.text):
            break
        end = line_end
    return end


def item_stretch(spans: Spans, item_path: KeyPath) -> tuple[int, int]:
    """Return the stretch of a list's item in block style with the comments above and below it."""
    dash = spans.dash(item_path)
    end = comments_below(spans, spans.values[item_path].end, spans.column(dash) + 1)
    return comment_above(spans, dash), end
