"""What an import changed on purpose and what it stopped, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from minutebook.oldminutes.importer.values import Difference, Refusal
from minutebook.records.problem import Problem
from minutebook.reports.characters import printable
from minutebook.reports.text import heading

_LONGEST = 70
_SHOWN = 5


def lines(differences: Sequence[Difference], *, colored: bool = False) -> Iterator[str]:
    """Yield a line for each thing that reads differently in the new minutes."""
    for one in differences:
        now = f" -> {_short(one.now)}" if one.now else ""
        place = f"{printable(one.path)}:{one.line}"
        yield f"{heading(place, one.kind, 'warning', colored=colored)}: {_short(one.stated)}{now}"


def refusals(stopped: Sequence[Refusal], *, colored: bool = False) -> Iterator[str]:
    """Yield what stood in the way of each file that was stopped, and what to do about it."""
    for one in stopped:
        place = f"{printable(one.path)}:{one.line}"
        yield f"{heading(place, 'stopped', 'error', colored=colored)}: {printable(one.message)}"
        if one.hint:
            yield f"    {one.hint}"


def copies(found: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield which files were left out because they hold the text of another one."""
    for path, other in found:
        yield f"{printable(path)}: the same text as {printable(other)}; it was left out"


def known(paths: Sequence[str]) -> Iterator[str]:
    """Yield which files were left alone because their meetings are there; of many, how many."""
    if len(paths) > _SHOWN:
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
    stopped: Sequence[Refusal],
    *,
    updated: int = 0,
    dry: bool = False,
) -> str:
    """Return how much was imported, or would be, and how much of it differs, by kind.

    `updated` are the minutes of meetings that were there before.
    """
    parts = [f"{_counted(meetings, 'meeting')} {'would be ' if dry else ''}imported"]
    if updated:
        parts.append(f"the minutes of {_counted(updated, 'later one')} brought up to date")
    if stopped:
        parts.append(f"{_counted(len(stopped), 'file')} stopped")
    kinds = Counter(one.kind for one in differences)
    told = [
        f"  {times:5} {kind}" for kind, times in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    head = ", ".join(parts) + ("; what reads differently, by kind:" if told else ".")
    return "\n".join([head, *told])


def as_json(
    differences: Sequence[Difference], stopped: Sequence[Refusal], problems: Sequence[Problem] = ()
) -> str:
    """Return the same for scripts: a stopped file is of the kind `stopped`, and a problem of its rule's name."""
    fields = [_fields(one.path, one.line, one.kind, one.stated, one.now) for one in differences]
    fields += [_fields(one.path, one.line, "stopped", "", one.message, hint=one.hint) for one in stopped]
    fields += [
        _fields(one.path, one.location.line, one.rule, "", one.sentence, hint=one.hint) for one in problems
    ]
    return json.dumps(fields, indent=2, ensure_ascii=False)


def _fields(
    path: str, line: int, kind: str, stated: str, now: str, *, hint: str = ""
) -> dict[str, str | int]:
    return {"path": path, "line": line, "kind": kind, "stated": stated, "now": now, "hint": hint}


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
