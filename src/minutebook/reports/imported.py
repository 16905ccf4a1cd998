"""What an import changed on purpose and what it stopped, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from minutebook.importer.values import Difference, Refusal
from minutebook.reports.characters import printable

_LONGEST = 70


def lines(differences: Sequence[Difference]) -> Iterator[str]:
    """Yield a line for each thing that reads differently in the new minutes."""
    for one in differences:
        now = f" -> {_short(one.now)}" if one.now else ""
        yield f"{printable(one.path)}:{one.line}: {one.kind}: {_short(one.stated)}{now}"


def refusals(stopped: Sequence[Refusal]) -> Iterator[str]:
    """Yield what stood in the way of each file that was stopped, and what to do about it."""
    for one in stopped:
        yield f"{printable(one.path)}:{one.line}: stopped: {printable(one.message)}"
        if one.hint:
            yield f"    {one.hint}"


def summary(
    meetings: int, differences: Sequence[Difference], stopped: Sequence[Refusal], *, dry: bool = False
) -> str:
    """Return how much was imported, or would be, and how much of it differs, by kind."""
    parts = [f"{_counted(meetings, 'meeting')} {'would be ' if dry else ''}imported"]
    if stopped:
        parts.append(f"{_counted(len(stopped), 'file')} stopped")
    kinds = Counter(one.kind for one in differences)
    told = [
        f"  {times:5} {kind}" for kind, times in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    head = ", ".join(parts) + ("; what reads differently, by kind:" if told else ".")
    return "\n".join([head, *told])


def as_json(differences: Sequence[Difference], stopped: Sequence[Refusal]) -> str:
    """Return the same for scripts: a stopped file is of the kind `stopped`."""
    fields = [
        {"path": one.path, "line": one.line, "kind": one.kind, "stated": one.stated, "now": one.now}
        for one in differences
    ]
    fields += [
        {"path": one.path, "line": one.line, "kind": "stopped", "stated": "", "now": one.message}
        for one in stopped
    ]
    return json.dumps(fields, indent=2, ensure_ascii=False)


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
