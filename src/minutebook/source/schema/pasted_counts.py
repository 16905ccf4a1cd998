"""Counts as they come from a spreadsheet, a table in Markdown or a letter, read where there is one right reading."""

import re
from itertools import combinations
from typing import NamedTuple

from minutebook.counts.delta_notation import CELL_DELTA
from minutebook.records.pasted_signs import NO_BREAK_SPACES

UNKNOWN = "~"
_COUNT = re.compile(r"0|[1-9][0-9]*")
_LARGE_COUNT = re.compile(rf"[1-9][0-9]{{0,2}}(?:([,' {NO_BREAK_SPACES}])[0-9]{{3}})(?:\1[0-9]{{3}})*")
_SEPARATOR = re.compile(r"(\s*[;,]\s*|\s+)")
_THOUSANDS = frozenset(f", {NO_BREAK_SPACES}")
_MOST_READINGS = 12


class Cells(NamedTuple):
    """The counts of some cells as they are written; in doubt if what was taken for two may be one with thousands."""

    counts: tuple[str, ...]
    in_doubt: bool = False


def read_cells(text: str, width: int | None) -> Cells | None:
    """Return the cells of a text, as many as the width says if it is known; nothing if they can be read otherwise."""
    cells = _divided(text) if re.search(r"[\t|]", text) else _parted(CELL_DELTA.sub("", text).strip(), width)
    if cells is None or (width is not None and len(cells.counts) != width):
        return None
    return cells


def _divided(text: str) -> Cells | None:
    """Return the cells between tabs or the bars of a table in Markdown, without those that only say what changed."""
    content = re.sub(r"\A\s*\||\|\s*\Z", "", text.strip(" "))
    cells = [cell.strip() for cell in re.split(r"\t+|\|" if "|" in content else r"\t", content)]
    counts = [_count(CELL_DELTA.sub("", cell)) for cell in cells if not CELL_DELTA.fullmatch(cell)]
    return None if "" in counts else Cells(tuple(counts))


def _parted(text: str, width: int | None) -> Cells | None:
    """Return the cells between commas or spaces; what parts them may also part the thousands of one."""
    segments = _SEPARATOR.split(text)
    counts, separators = segments[::2], [separator.replace("\n", " ") for separator in segments[1::2]]
    is_list = len(counts) > 1 and all(
        count or re.search("[;,]", separators[max(index - 1, 0)]) for index, count in enumerate(counts)
    )
    joints = [index for index in range(len(separators)) if _may_join(counts, separators, index)]
    if not (is_list or width == 1) or width is None or len(joints) > _MOST_READINGS:
        return None
    joins = len(counts) - width
    readings = []
    for chosen in combinations(joints, joins) if joins >= 0 else ():
        cells = _joined(counts, separators, frozenset(chosen))
        readable_counts = [_count(cell) for cell in cells]
        if "" not in readable_counts:
            unjoined = (separators[joint] for joint in joints if joint not in chosen)
            readings.append(Cells(tuple(readable_counts), any(separator != " " for separator in unjoined)))
    return readings[0] if len(readings) == 1 else None


def _may_join(counts: list[str], separators: list[str], index: int) -> bool:
    return separators[index] in _THOUSANDS and re.fullmatch("[0-9]{3}", counts[index + 1]) is not None


def _joined(counts: list[str], separators: list[str], joints: frozenset[int]) -> list[str]:
    cells = [counts[0]]
    for index, separator in enumerate(separators):
        if index in joints:
            cells[-1] += separator + counts[index + 1]
        else:
            cells.append(counts[index + 1])
    return cells


def _count(cell: str) -> str:
    """Return a cell as it is written in a list; nothing if it is no count."""
    cell = cell.strip()
    if cell in {"", UNKNOWN, "?"}:
        return UNKNOWN
    if _LARGE_COUNT.fullmatch(cell):
        return re.sub("[^0-9]", "", cell)
    return cell if _COUNT.fullmatch(cell) else ""
