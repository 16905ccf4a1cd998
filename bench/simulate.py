"""Play the lives of the action items of real, hand-written minutes through carry forward and lapse.

Usage: python bench/simulate.py FOLDER [--lapse N] [--seed N], with the Python of `.venv`.

An item lives from the first to the last of the folder's `*.md` that has the same or nearly the same text. Its
life is played into a series in memory, a meeting a file, by teams that mark nothing, half and most of what ends.
Of the minutes only counts are printed.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

from minutebook.notebook.series import Folder

from minutebook.actions.grammar import parse
from minutebook.notebook.update import bring_up_to_date
from minutebook.repository.snapshot import Entry, Snapshot
from minutebook.source.edits.actions import set_field
from minutebook.source.edits.editor import Editor

BEHAVIOURS = {"nobody marks anything": 0.0, "half are marked done": 0.5, "90 % are marked done": 0.9}
HEADINGS = (
    "behaviour",
    "meetings",
    "items",
    "longest list",
    "mean list",
    "done",
    "lapsed",
    "open at the end",
    "lost",
)
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_ITEM = re.compile(r"\bAI\b")
_HEAD = re.compile(r"AI\s*\(([^()]+)\)\s*:?\s*")
_BULLET = re.compile(r"(\s*)[-*+]\s+(.*\S)")
_MARK = re.compile(r"\s*[\[(](done|in progress)[\])]\s*", re.IGNORECASE)
_ALIKE = 0.8


@dataclass(eq=False)
class Life:
    """An action item: what it says in each of the minutes that have it, by their number."""

    owners: tuple[str, ...]
    texts: dict[int, str] = field(default_factory=dict)

    @property
    def born(self) -> int:
        """The first minutes that have it."""
        return min(self.texts)

    @property
    def ends(self) -> int:
        """The last minutes that have it."""
        return max(self.texts)


def main() -> int:
    """Print what becomes of the items, a line for each behaviour."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lapse", type=int, default=4, help="the series' `lapse`; 0 is never")
    parser.add_argument("--seed", type=int, default=1, help="decides who is marked")
    options = parser.parse_args()
    minutes = dict(sorted(_minutes(options.folder)))
    if not minutes:
        parser.error(f"no file of {options.folder} is named after a date and ends in .md")
    lives = find_lives([list(_items(text)) for text in minutes.values()])
    rows: list[tuple[str, ...]] = [HEADINGS]
    for behaviour, share in BEHAVIOURS.items():
        chance = random.Random(options.seed)  # noqa: S311  nothing is secret here
        marked = [life for life in lives if chance.random() < share]
        texts = play(list(minutes), lives, marked, options.lapse)
        rows.append((behaviour, *map(str, account(texts))))
    print(*_drawn(rows), sep="\n")
    return int(any(row[-1] != "0" for row in rows[1:]))


def _minutes(folder: Path) -> Iterator[tuple[date, str]]:
    for path in folder.glob("*.md"):
        if found := _DATE.search(path.stem):
            yield date(*map(int, found.groups())), path.read_text(encoding="utf-8")


def _items(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield who promises what: also the bullets below one that only says who."""
    inside: tuple[int, str] | None = None
    for line in text.splitlines():
        bullet = _BULLET.fullmatch(line)
        if bullet is None:
            continue
        indent, plain = len(bullet[1]), _MARK.sub(" ", bullet[2]).strip()
        if inside and indent <= inside[0]:
            inside = None
        if head := _HEAD.fullmatch(plain):
            inside = indent, plain[: head.end(1)] + "): "
            continue
        typed = parse(inside[1] + plain) if inside else parse(plain) if _ITEM.search(plain) else None
        if typed:
            yield typed.owners or ("unassigned",), typed.task


def find_lives(minutes: Sequence[Sequence[tuple[tuple[str, ...], str]]]) -> list[Life]:
    """Return the items of minutes in their order, each followed by its text through later ones."""
    lives: list[Life] = []
    for number, items in enumerate(minutes):
        known = [life for life in lives if life.ends < number]
        for owners, task in items:
            life = _nearest(task, [life for life in known if life.ends < number])
            if life is None:
                life = Life(owners)
                lives.append(life)
            life.texts[number] = task
    return lives


def _nearest(task: str, lives: Sequence[Life]) -> Life | None:
    """Return the life whose last text is the most like a task, if one is nearly the same."""
    best, found = _ALIKE, None
    for life in reversed(lives):
        matcher = SequenceMatcher(None, task.lower(), life.texts[life.ends].lower())
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and matcher.ratio() > best:
            best, found = matcher.ratio(), life
    return found


def play(days: Sequence[date], lives: Sequence[Life], marked: Sequence[Life], lapse: int) -> list[str]:
    """Return the text of each meeting of a series in which the items live."""
    series = f"format: 1\ntitle: Simulation\nlapse: {lapse}\n".encode()
    path = PurePosixPath("series")
    entries = {str(path / "series.yaml"): Entry(str(path / "series.yaml"), "100644")}
    folder = Folder(path, Snapshot("simulation", entries, lambda _entry: series, lambda _entry: ""))
    names: dict[str, Life] = {}
    for number, day in enumerate(days):
        born = [life for life in lives if life.born == number]
        folder.add(day, f"{path}/{day}.yaml", _typed(day, born, number))
        bring_up_to_date(folder, day)
        waiting = [life for life in born if life not in names.values()]
        for action in folder.meeting(day).actions:
            if action.id and action.id not in names:
                names[action.id] = waiting.pop(0)
        _touch(folder, day, number, names, marked)
    return [folder.document(folder.days[day]).text for day in days]


def _typed(day: date, born: Sequence[Life], number: int) -> str:
    lines = [f"date: {day}", *["actions:"] * bool(born)]
    for life in born:
        owner, task = json.dumps(life.owners), json.dumps(life.texts[number])
        lines += [f"  - owner: {owner}", f"    task: {task}"]
    return "\n".join(lines) + "\n"


def _touch(folder: Folder, day: date, number: int, names: dict[str, Life], marked: Sequence[Life]) -> None:
    """Reword the items that the minutes reword, and mark those that ended in the minutes before."""
    document = folder.document(folder.days[day])
    editor = Editor(document.path, document.text, document.data)
    for action in folder.meeting(day).actions:
        life = names[action.id or ""]
        if action.status != "open":
            continue
        if life.texts.get(number, action.task) != action.task:
            set_field(editor, action.key_path, "task", life.texts[number])
        if life in marked and life.ends < number:
            set_field(editor, action.key_path, "status", "done")
    if (text := editor.result()) != document.text:
        folder.replace(document.path, text)


def account(texts: Sequence[str]) -> tuple[int | str, ...]:
    """Return what became of the items, counted from the texts alone."""
    states: dict[str, str] = {}
    lengths, lost = [], set()
    for text in texts:
        here = {
            item.split("\n", 1)[0].strip(): _state(item)
            for item in re.split(r"^ *- id: ", text, flags=re.MULTILINE)[1:]
        }
        lost |= {name for name, state in states.items() if state == "open" and name not in here}
        states |= here
        lengths.append(len(here))
    ends = [list(states.values()).count(state) for state in ("done", "lapsed", "open")]
    return len(texts), len(states), max(lengths), f"{sum(lengths) / len(lengths):.1f}", *ends, len(lost)


def _state(item: str) -> str:
    found = re.search(r"^ +status: (\w+)$", item, re.MULTILINE)
    return found[1] if found else "open"


def _drawn(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        first, *rest = (
            text.rjust(width) if place else text.ljust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *rest])


if __name__ == "__main__":
    sys.exit(main())
