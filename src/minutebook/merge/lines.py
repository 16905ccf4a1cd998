"""Records as lines again."""

from collections.abc import Iterable, Sequence

from minutebook.merge.conflicts import MergedLine, indented
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity
from minutebook.merge.sequences import merge_keys


def lines_of(record: Record) -> list[str]:
    """Return the lines of a record with the comments around it, without its indent."""
    return [*record.comments_above, *plain(_lines_inside(record)), *record.lines_below]


def _lines_inside(record: Record) -> list[MergedLine]:
    if record.strategy != "records":
        return [first_line(record), *record.lines]
    return opened(record, [line for child in record.records for line in lines_of(child)])


def opened(record: Record, merged_lines: Sequence[MergedLine]) -> list[MergedLine]:
    """Return what is within a record, with what stands before it."""
    indent = " " * record.offset
    if record.is_item:
        return indented(merged_lines, indent, record.opening)
    if not record.opening:
        return list(merged_lines)
    return [record.opening + record.comment, *indented(merged_lines, indent)]


def first_line(record: Record) -> str:
    """Return the first line of a record that has none within it."""
    return f"{record.opening}{record.value}{record.comment}".rstrip()


def plain(merged_lines: Iterable[MergedLine]) -> list[str]:
    """Return what is no conflict among merged lines."""
    return [line for line in merged_lines if isinstance(line, str)]


def merge_comments(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return the comments of both versions: what one took away is gone, what one added is there."""
    return merge_keys(*(list(dict.fromkeys(lines)) for lines in (base, ours, theirs)))


def describe(path: Sequence[Identity]) -> str:
    """Return what the record at a path of identities is called, such as JIRA, Open."""
    words = [str(identity[1]) for identity in path if identity[0] != "key" or identity is path[-1]]
    return ", ".join(word for word in words if word) or "the meeting"
