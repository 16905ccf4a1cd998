"""What an import changed on purpose and which files it stopped, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.importer.values import Difference, StoppedFile
from minutebook.records.problem import Problem
from minutebook.reports.characters import printable
from minutebook.reports.text import heading

_LONGEST_QUOTE = 70
_MOST_PATHS = 5


def difference_lines(differences: Sequence[Difference], *, colored: bool = False) -> Iterator[str]:
    """Yield a line for each thing that reads differently in the new minutes."""
    for difference in differences:
        new_text = f" -> {_shorten(difference.new_text)}" if difference.new_text else ""
        location = f"{printable(difference.path)}:{difference.line}"
        start = heading(location, difference.kind, "warning", colored=colored)
        yield f"{start}: {_shorten(difference.old_text)}{new_text}"


def stopped_lines(stopped_files: Sequence[StoppedFile], *, colored: bool = False) -> Iterator[str]:
    """Yield why each file was stopped, and what to do about it."""
    for stopped in stopped_files:
        location = f"{printable(stopped.path)}:{stopped.line}"
        yield f"{heading(location, 'stopped', 'error', colored=colored)}: {printable(stopped.message)}"
        if stopped.hint:
            yield f"    {stopped.hint}"


def copy_lines(copies: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield which files were left out because they hold the text of another one."""
    for path, original in copies:
        yield f"{printable(path)}: the same text as {printable(original)}; it was left out"


def existing_lines(paths: Sequence[str]) -> Iterator[str]:
    """Yield which files were left alone because their meetings exist; of many, how many."""
    if len(paths) > _MOST_PATHS:
        yield (
            f"{printable(paths[0])} and {len(paths) - 1} more: there are meetings of these days already; "
            "nothing was changed"
        )
        return
    for path in paths:
        yield f"{printable(path)}: there is a meeting of this day already; nothing was changed"


def summary(
    meetings: int,
    differences: Sequence[Difference],
    stopped_files: Sequence[StoppedFile],
    *,
    updated: int = 0,
    dry: bool = False,
) -> str:
    """Return how many meetings were imported, or would be, and how much of them differs, by kind.

    `updated` counts the minutes of meetings that were there before.
    """
    phrases = [f"{_count(meetings, 'meeting')} {'would be ' if dry else ''}imported"]
    if updated:
        phrases.append(f"the minutes of {_count(updated, 'later one')} brought up to date")
    if stopped_files:
        phrases.append(f"{_count(len(stopped_files), 'file')} stopped")
    kinds = Counter(difference.kind for difference in differences)
    by_frequency = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    kind_lines = [f"  {times:5} {kind}" for kind, times in by_frequency]
    end = "; what reads differently, by kind:" if kind_lines else "."
    return "\n".join([", ".join(phrases) + end, *kind_lines])


def as_json(
    differences: Sequence[Difference],
    stopped_files: Sequence[StoppedFile],
    problems: Sequence[Problem] = (),
) -> str:
    """Return the same for scripts: a stopped file is of the kind `stopped`, and a problem of its rule's name."""
    records = [
        _record(difference.path, difference.line, difference.kind, difference.old_text, difference.new_text)
        for difference in differences
    ]
    records += [
        _record(stopped.path, stopped.line, "stopped", "", stopped.message, hint=stopped.hint)
        for stopped in stopped_files
    ]
    records += [
        _record(problem.path, problem.location.line, problem.rule, "", problem.sentence, hint=problem.hint)
        for problem in problems
    ]
    return json.dumps(records, indent=2, ensure_ascii=False)


def _record(
    path: str, line: int, kind: str, old_text: str, new_text: str, *, hint: str = ""
) -> dict[str, str | int]:
    return {"path": path, "line": line, "kind": kind, "stated": old_text, "now": new_text, "hint": hint}


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _shorten(text: str) -> str:
    shown_text = printable(text)
    return shown_text if len(shown_text) <= _LONGEST_QUOTE else f"{shown_text[: _LONGEST_QUOTE - 1]}…"
