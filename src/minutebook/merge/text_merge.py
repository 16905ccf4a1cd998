"""The merge of lines as text, by git."""

from collections.abc import Sequence

from minutebook.merge.conflicts import Conflict, MergedLine
from minutebook.repository.merge_file import MARK_LENGTH, merge_lines

_OURS, _BASE, _THEIRS, _END = (sign * MARK_LENGTH for sign in "<|=>")


def merge_text(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[MergedLine]:
    """Return what git makes of three versions of lines; raises RepositoryError where it fails."""
    merged_lines: list[MergedLine] = []
    sides: list[list[str]] = []
    for line in merge_lines(base, ours, theirs):
        if line.startswith(_OURS):
            sides = [[]]
        elif sides and line.startswith((_BASE, _THEIRS)):
            sides.append([])
        elif sides and line.startswith(_END):
            our_lines, base_lines, their_lines = (tuple(side) for side in sides)
            merged_lines.append(Conflict(our_lines, base_lines, their_lines, "text"))
            sides = []
        elif sides:
            sides[-1].append(line)
        else:
            merged_lines.append(line)
    return merged_lines
