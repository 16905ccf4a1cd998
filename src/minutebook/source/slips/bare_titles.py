"""Sections that were typed as nothing but their title, or with it at another column than the others."""

import re
from collections.abc import Iterator, Sequence

from minutebook.source.schema import schemas
from minutebook.source.slips.slip import Slip, content_place, line_to_write
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.scalars import is_own_key
from minutebook.source.yaml.typed_line import indent_of, lines_outside_blocks, run_end

_SECTION = re.compile(r"(?P<indent> *)- +title: ")
_SIGNS = ':#\\[\\]{}"|>&*!%@`\uff1a'
_BARE_TITLE = re.compile(rf"(?:- +)?(?P<title>[^\W\d_](?:[^{_SIGNS}]*[^{_SIGNS}\s.,;!?])?) *:?")
_MOST_WORDS = 5
"""How many words such a title has at most; a longer line is prose."""


def bare_titles(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the lines would be with each section of the outermost list begun by `- title:`, in one column."""
    outside = list(lines_outside_blocks(lines))
    first = next((number for number in outside if _SECTION.match(lines[number])), len(lines))
    column = lines[first].index("-") if first < len(lines) else 0
    changes: dict[int, str] = {}
    for number in outside:
        if number > first and lines[number].strip() and indent_of(lines[number]) <= column:
            changes.update(_section(lines, number, column))
    if not changes:
        return
    start, end = min(changes), max(changes) + 1
    mended = tuple(changes.get(number, lines[number]) for number in range(start, end))
    location = content_place(lines, start)
    message = "a section must begin with `- title:`, as far to the right as the others"
    hint = line_to_write(mended[0])
    is_bare = not lines[start].strip().startswith("- title:")
    if is_bare:
        hint += "\nIf it belongs to the text above it, move it to the right, as far as that."
    yield Slip(location, message, hint, start, mended, distance=0 if is_bare else 1, is_doubtful=is_bare)


def _section(lines: Sequence[str], number: int, column: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of a section that was begun otherwise, as they are written; nothing if it is right, or none."""
    line, indent = lines[number].rstrip("\r"), indent_of(lines[number])
    bare = _BARE_TITLE.fullmatch(line.strip(" "))
    # One step to the side is a slip of its own.
    is_moved = _SECTION.match(line) is not None and indent + 1 < column
    if not is_moved and not (bare and _is_title(bare["title"])):
        return
    content = line.strip() if is_moved or not bare else f"- title: {write_text(bare['title'])}"
    ending = lines[number][len(line) :]
    yield number, f"{' ' * column}{content}{ending}"

    def is_inside(line: str) -> bool:
        is_section = _SECTION.match(line) is not None and indent_of(line) == column
        return not is_section and (not line.strip() or indent_of(line) > indent)

    section_end = run_end(lines, number + 1, is_inside)
    numbers_below = [index for index in range(number + 1, section_end) if lines[index].strip()]
    by = column + 2 - min((indent_of(lines[index]) for index in numbers_below), default=column + 2)
    for index in numbers_below:
        yield index, " " * (indent_of(lines[index]) + by) + lines[index].lstrip(" ")


def _is_title(text: str) -> bool:
    is_key = text.lower() in schemas.format_keys() or is_own_key(text)
    return not is_key and not text[0].islower() and len(text.split()) <= _MOST_WORDS
