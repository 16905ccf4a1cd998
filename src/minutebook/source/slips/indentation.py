"""Lines that are indented too far or not far enough, and dashes that are missing or too many."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from minutebook.records.pasted_signs import BULLETS
from minutebook.records.phrases import counted
from minutebook.source.slips.slip import Slip, content_place, line_to_write
from minutebook.source.yaml.typed_actions import MEMBER_KEY
from minutebook.source.yaml.typed_line import indent_of, lines_outside_blocks, run_end

_DASHES = re.compile(r" *(?:- +)+(?=\S)")
_KEY = re.compile(r" *(?:- +)*[^\s:#\"'\[{-][^:#]*:(?: |\Z)")
_ENTRY = re.compile(r" *-?[^\s:#\"'\[{-][^:#]*\Z")
_BULLET = re.compile(rf"(?:[*+{BULLETS}]|[0-9]+[.)])\s+")
"""What begins an entry of a list elsewhere."""
_FIELD = re.compile(rf" *{MEMBER_KEY}: ")
_FIRST_FIELD = re.compile(r" *(?:id|owner|task|topic|title):")
_STEP = 2
_DASH = 3
"""How much is changed by a dash: more than by a step to the side."""
_MOST_TARGETS = 8


def indentation(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[Slip]:
    """Yield how some lines (from 0) would be indented otherwise, each alone and with those below it."""
    outside = frozenset(lines_outside_blocks(lines))
    for number in numbers:
        is_yaml = number in outside or _KEY.match(lines[number])
        if is_yaml and re.match(r"[^#]*\w", lines[number]):
            yield from _moved(lines, number)
            yield from _with_dash(lines, number)
            yield from _with_dashes(lines, number)
            yield from _without_dash(lines, number)


def _moved(lines: Sequence[str], number: int) -> Iterator[Slip]:
    indent = indent_of(lines[number])
    # What a file begins with stands at its left.
    is_first = not any(re.match(r"\s*\w", line) for line in lines[:number])
    for target in [0] * (indent > 0) if is_first else _targets(lines, number):
        for stop in _ends(lines, number):
            if moved := _shifted(lines[number:stop], target - indent):
                must = (
                    f"be indented by {counted(target, 'space')}, not {indent}"
                    if target
                    else "not be indented"
                )
                message = f"this line must {must}"
                hint = line_to_write(moved[0])
                if sum(bool(line.strip()) for line in moved) > 1:
                    direction = "right" if target > indent else "left"
                    moving = (
                        f"the lines below it, up to line {stop}," if stop - number > _STEP else f"line {stop}"
                    )
                    hint += f"\nand move {moving} to the {direction} by {abs(target - indent)}, too."
                location = content_place(lines, number)
                yield Slip(location, message, hint, number, moved, abs(target - indent))


def _with_dash(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """Yield a line as the beginning of a list's entry, at its place or with the entry moved to the right."""
    line, indent = lines[number], indent_of(lines[number])
    if line[indent : indent + 1] == "-" or not _KEY.match(line):
        return
    above = lines[number - 1] if number else ""
    if indent_of(above) == indent and _FIELD.match(above) and not _FIRST_FIELD.match(line):
        return  # another key of the action item above
    message = "an entry of a list must begin with `- `"
    location = content_place(lines, number)
    here = f"{line[:indent]}- {_BULLET.sub('', line[indent:])}"
    yield Slip(location, message, line_to_write(here), number, (here,), _DASH, adds=True)
    for columns in range(1, min(indent, _STEP) + 1):
        dashed_line = f"{line[: indent - columns]}- {line[indent:]}"
        yield Slip(location, message, line_to_write(dashed_line), number, (dashed_line,), _DASH, adds=True)
    entry_end = run_end(lines, number + 1, lambda below: _goes_on(below, indent))
    shifted = _shifted(lines[number:entry_end], _STEP)
    if shifted and entry_end > number + 1:
        more = "\nand the lines below it that belong to it two further to the right."
        yield Slip(
            location, message, line_to_write(here) + more, number, (here, *shifted[1:]), _DASH, adds=True
        )


def _with_dashes(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """Yield lines that are no keys as the entries of a list."""
    indent = indent_of(lines[number])
    list_end = run_end(lines, number, lambda line: indent_of(line) == indent and _ENTRY.match(line))
    contents = [_BULLET.sub("", line[indent:]).removeprefix("-") for line in lines[number:list_end]]
    dashed = tuple(f"{' ' * indent}- {content}" for content in contents)
    if dashed:
        location = content_place(lines, number)
        more = f"\nand the same in front of each line up to line {list_end}." if list_end > number + 1 else ""
        message = "an entry of a list must begin with `- `"
        yield Slip(location, message, line_to_write(dashed[0]) + more, number, dashed, _DASH, adds=True)


def _without_dash(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """Yield lines that belong to the entry above, and not each to one of its own."""
    indent = indent_of(lines[number])
    dash = _DASHES.match(lines[number])
    if not dash or not _KEY.match(lines[number]):
        return
    list_end = number
    while list_end < len(lines) and indent_of(lines[list_end]) == indent and _DASHES.match(lines[list_end]):
        list_end += 1
        if not _KEY.match(lines[list_end - 1]):
            break
        message = "this line must not begin with `- `, because no new entry begins here"
        location = content_place(lines, number)
        for column in (indent, indent + _STEP):
            merged = tuple(f"{' ' * column}{line.lstrip(' -')}" for line in lines[number:list_end])
            more = f"\nand so on up to line {list_end}." if list_end > number + 1 else ""
            yield Slip(location, message, line_to_write(merged[0]) + more, number, merged, _DASH, adds=True)


def _goes_on(line: str, indent: int) -> bool:
    return not line.strip() or (indent_of(line) >= indent and line[indent : indent + 2] != "- ")


def _targets(lines: Sequence[str], number: int) -> list[int]:
    """Return the columns where a line may begin: those of other lines, the nearest and the most usual first."""
    indent = indent_of(lines[number])
    columns: Counter[int] = Counter()
    for other_number, line in enumerate(lines):
        if other_number != number and line.strip():
            dashes = _DASHES.match(line)
            columns.update({indent_of(line), dashes.end() if dashes else indent_of(line)})
    upper_line = next((line for line in reversed(lines[:number]) if line.strip()), "")
    columns.update({indent_of(upper_line) + _STEP, 0})
    columns.pop(indent, None)
    return sorted(columns, key=lambda column: (abs(column - indent), -columns[column]))[:_MOST_TARGETS]


def _ends(lines: Sequence[str], number: int) -> list[int]:
    """Return where what moves along with a line may end: at itself, its own lines, its like, or what is no key."""
    indent = indent_of(lines[number])
    ends = []
    rules: tuple[Callable[[str], bool], ...] = (
        lambda line: not line.strip() or indent_of(line) == indent,
        lambda line: not line.strip() or indent_of(line) > indent,
        lambda line: not line.strip() or indent_of(line) >= indent,
        lambda line: not line.strip() or (indent_of(line) >= indent and not _KEY.match(line)),
    )
    for goes_along in rules:
        stop = run_end(lines, number + 1, goes_along)
        while stop > number + 1 and not lines[stop - 1].strip():
            stop -= 1
        ends.append(stop)
    return sorted({number + 1, *ends})


def _shifted(lines: Sequence[str], columns: int) -> tuple[str, ...] | None:
    if any(line.strip() and indent_of(line) < -columns for line in lines):
        return None
    return tuple(
        line if not line.strip() else " " * columns + line if columns > 0 else line[-columns:]
        for line in lines
    )
