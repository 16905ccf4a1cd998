"""The report of an import read as a patch: with it alone, the old minutes must become the new ones.

What may differ without a word of the report is in likeness.py.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from support.oldminutes import likeness

_BREAK = re.compile(r"(?:[ \t]+|\\|<br ?/?>)+\Z")
_MANY = re.compile(r"(?P<number>\d+) lines?: .*", re.DOTALL)

_FIRST = {"alias resolved", "corrected title date"}
_REWRITTEN = {
    *("counter rewritten", "duty rewritten", "header rewritten", "heading rewritten"),
    *("indented anew", "item regrouped", "item rewritten", "title rewritten", "topic rewritten"),
}
_GONE = {"left out", "owner repeated"}
_LOOKS = {"blanks dropped", "bullets rewritten"}
_CELLS = {"corrected delta", "corrected total", "delta added", "delta without a baseline", "label as before"}
_MOVED = {"header moved", "item moved", "text moved"}
_OTHERS = {"front matter rewritten", "item lapsed", "total rewritten"}
_NO_CHANGE = {"action item left in prose", "attendance left in prose", "columns undecided", "title written"}
KINDS = {*_FIRST, *_REWRITTEN, *_GONE, *_LOOKS, *_CELLS, *_MOVED, *_NO_CHANGE, *_OTHERS}
"""Every kind of difference that can be told of a file by itself."""
_ORDER = (_FIRST, {*_REWRITTEN, *_GONE}, {"front matter rewritten"}, _CELLS, _LOOKS)


@dataclass(frozen=True)
class Told:
    """One line of the report on a file."""

    line: int
    kind: str
    stated: str
    now: str


def unexplained(original: str, minutes: str, report: Iterable[Told]) -> list[str]:
    """Return what differs though the report does not say so: lines with - are missing, those with + are new."""
    return _Patch(original, minutes, report).unexplained()


_DATED = re.compile(r" \([0-9]{4}-[0-9]{2}-[0-9]{2}\)$")
_SINCE = re.compile(r"Changes are since [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}\.")


def is_earlier_note(line: str, original: str) -> bool:
    """Whether a line has an earlier meeting's note with its date, which old minutes don't repeat."""
    return undated(line) != line and _letters(undated(line)) not in _letters(original)


def undated(line: str) -> str:
    """Return a line below an item without the date of an earlier meeting's note."""
    return _DATED.sub("", line) if line.startswith("    ") else line


def _letters(text: str) -> str:
    return re.sub(r"[\s;*-]", "", text)


class _Patch:
    """The lines of the old minutes, each changed as the report says; a number may come to have no line or several."""

    def __init__(self, original: str, minutes: str, report: Iterable[Told]) -> None:
        old = [line.removesuffix("\r") for line in original.split("\n")]
        # The first line says who wrote them; what is said below a table, old minutes say nowhere.
        self.new = [
            undated(line)
            for line in minutes.split("\n")[1:]
            if not _SINCE.fullmatch(line) and not is_earlier_note(line, original)
        ]
        self.report = sorted(
            report, key=lambda one: next((n for n, of in enumerate(_ORDER) if one.kind in of), len(_ORDER))
        )
        self.lines = {at: [line] for at, line in enumerate(old, 1) if line.strip()}
        self.tables = likeness.tables(old)
        self.moves: list[list[int]] = []
        self.written: set[int] = set()
        self.cells: dict[int, Counter[str]] = {}
        end = next((at for at, line in enumerate(self.new) if at > 1 and not line), len(self.new))
        self.head = [line for line in self.new[:end] if line.startswith("**")]

    def unexplained(self) -> list[str]:
        """Return the difference between the patched lines and the new ones."""
        for one in self.report:
            self._apply(one)
        self._ends()
        runs = [self._run(numbers) for numbers in self._apart()]
        new = list(self._there())
        rest = Counter(new)
        rest.subtract(line for run in runs for line in run)
        wrong = [f"{'+' if times > 0 else '-'} {line}" for line, times in rest.items() if times]
        return wrong or [f"elsewhere: {line}" for run in runs for line in likeness.out_of_order(run, new)]

    def _run(self, numbers: Iterable[int]) -> list[str]:
        return [self._compared(at, line) for at in numbers for line in self.lines[at]]

    def _apart(self) -> Iterator[list[int]]:
        """Yield the numbers of the lines that keep their order: those of each move, and all others."""
        moved: list[int] = []
        for numbers in sorted(self.moves, key=len):
            yield [at for at in numbers if at not in moved]
            moved += numbers
        yield [at for at in self.lines if at not in moved]

    def _compared(self, at: int, line: str) -> str:
        if at in self.tables:
            return likeness.row(self.cells.get(at, likeness.cells(line)))
        return likeness.text(line)

    def _there(self) -> Iterator[str]:
        """Yield the new lines as they are compared, but for a title that the report says was added."""
        tables = likeness.tables(self.new)
        first = 2 if any(one.kind == "title written" for one in self.report) else 1
        for at, line in enumerate(self.new, 1):
            if line.strip() and at >= first:
                yield likeness.row(likeness.cells(line)) if at in tables else likeness.text(line)

    def _ends(self) -> None:
        """Let the lines of the head end in a hard break, however they ended."""
        waiting = list(self.head)
        moved = {at for numbers in self.moves for at in numbers}
        for at in sorted(self.lines, key=lambda at: (at not in moved, at)):
            for line in self.lines[at]:
                cut = _BREAK.sub("", line).strip()
                if found := [shown for shown in waiting if cut == shown.rstrip()][:1]:
                    self.lines[at] = found
                    waiting.remove(found[0])

    def _apply(self, one: Told) -> None:  # noqa: C901
        at, many = one.line, _MANY.fullmatch(one.stated)
        number = int(many["number"]) if many else 1
        if one.kind in _FIRST:
            self._exchange(at, rf"(?<![\w-]){re.escape(one.stated)}(?![\w-])", one.now)
        elif one.kind in _REWRITTEN:
            self._rewrite(at, number, one, whole=bool(many))
        elif one.kind == "front matter rewritten":
            self._front(number)
        elif one.kind in _GONE:
            self._remove(at, number)
        elif one.kind in _MOVED:
            self.moves.append(self._following(at, number))
        elif one.kind in _LOOKS:
            numbers = [int(part) for part in re.findall(r"\d+", one.stated)][bool(many) :]
            assert (len(numbers), numbers[0]) == (number, at)
            for line in numbers:
                (self._squeeze if one.kind == "blanks dropped" else self._restart)(line)
        elif one.kind == "item lapsed":
            self.lines[at] = [f"{self.lines[at][0]} [LAPSED]", *self.lines[at][1:]]
        elif one.kind == "total rewritten":
            self._total(at, one)
        elif one.kind in _CELLS:
            self._cell(at, one)
        else:
            assert one.kind in _NO_CHANGE, one.kind

    def _rewrite(self, at: int, number: int, one: Told, *, whole: bool) -> None:
        if one.kind == "title rewritten" and not whole:
            self.lines[at] = [" ".join(line.split()) for line in self.lines[at]]
            self._exchange(at, re.escape(one.stated), one.now)
            self.written.add(at)
        elif one.kind == "item regrouped" and one.now.startswith("above "):
            self.moves.append([at])
        elif one.kind == "item regrouped" and one.now == "one line":
            self._join(at, number)
        elif one.kind == "item rewritten" and one.stated != self.lines[at][0].strip():
            self.lines[at] = [likeness.bare(line) for line in self.lines[at]]
            self._exchange(at, re.escape(one.stated), one.now)
            self._restart(at)
        elif one.kind == "indented anew":
            words = one.stated.split(": ", 1)[1]
            self.lines[at] = [next(line for line in self.new if line.strip() == words and line[:4].isspace())]
        else:
            self._remove(at, number)
            self.lines[at] = self._shown(one.now)

    def _front(self, number: int) -> None:
        """Put in place of front matter the lines of the head with the same words."""
        key = 1
        for at in range(1, number + 1):
            line = self.lines[at][0] if self.lines.get(at) and at not in self.written else ""
            self.moves.append([at])
            if re.match(r"[\w -]+:", line):
                key = at
            elif line and at != key:
                self.lines[key] = [f"{self.lines[key][0]} {line}"]
                self.lines[at] = []
        for at in {*range(1, number + 1)} - self.written:
            line = " ".join(self.lines[at])
            same = [shown for shown in self.head if likeness.pair(shown) == likeness.pair(line)]
            self.lines[at] = same[:1] or ([line] if re.search(r"\w", line) else [])

    def _exchange(self, at: int, pattern: str, now: str) -> None:
        """Put what is now in place of what was stated, where the outcome is in the minutes or else the first time."""
        (line,) = self.lines[at]
        made = [
            f"{line[: one.start()]}{now}{line[one.start() + len(one[1]) :]}"
            for one in re.finditer(f"(?=({pattern}))", line)
        ]
        there = {likeness.bare(likeness.text(shown)).removesuffix(" [LAPSED]") for shown in self.new}
        self.lines[at] = [next((one for one in made if likeness.bare(likeness.text(one)) in there), made[0])]

    def _following(self, at: int, number: int) -> list[int]:
        """Return the numbers of the lines with text from one on."""
        return [other for other in self.lines if other >= at][:number]

    def _remove(self, at: int, number: int) -> None:
        for other in self._following(at, number):
            if other not in self.written:
                self.lines[other] = []

    def _shown(self, now: str) -> list[str]:
        """Return the new lines that a text of the report stands for."""
        for at in range(len(self.new)):
            for end in range(at + 1, min(at + 5, len(self.new) + 1)):
                lines = [likeness.text(line).removesuffix(" [LAPSED]") for line in self.new[at:end]]
                whole = {" ".join(map(str.strip, lines)), " ".join(map(str.strip, self.new[at:end]))}
                # A line that had no bullet is told without the one it has now.
                if lines[0].strip() and now in whole | set(map(likeness.bare, whole)):
                    return lines
        raise AssertionError(f"not in the minutes: {now}")

    def _join(self, at: int, number: int) -> None:
        """Put in place of some lines the one that says the same."""
        own = self._following(at, number)
        said = likeness.said(line for other in own for line in self.lines[other])
        self._remove(at, number)
        found = next(line for line in self.new if line and likeness.said([line]) == said)
        self.lines[at] = [found.removesuffix(" [LAPSED]")]

    def _squeeze(self, at: int) -> None:
        (line,) = self.lines[at]
        start = likeness.start(line)
        self.lines[at] = [start + " ".join(line[len(start) :].split())]

    def _restart(self, at: int) -> None:
        """Give a line the indent and the bullet that it has in the minutes."""
        (line,) = self.lines[at]
        words = line[len(likeness.start(line)) :]
        there = {likeness.text(shown).removesuffix(" [LAPSED]") for shown in self.new}
        starts = ("-   ", "    -   ", "        -   ")
        self.lines[at] = [
            next(made for start in starts if likeness.text(made := start + words).rstrip() in there)
        ]

    def _cell(self, at: int, one: Told) -> None:
        """Change a cell of a row, or what stands beside the number of a counter."""
        stated, now = one.stated, one.now
        if at in self.tables:
            stated = stated if one.kind == "label as before" else stated.rsplit(": ", 1)[-1]
            cells = self.cells.setdefault(at, likeness.cells(self.lines[at][0]))
            if one.kind != "delta added":
                cells.subtract([likeness.cell(stated)])
            cells.update([likeness.cell(now)])
            return
        (line,) = self.lines[at]
        found = likeness.COUNTER.fullmatch(line)
        if one.kind == "delta added":
            self.lines[at] = [re.sub(r"\A(\s*[-*+]\s+(?:\d+|\?))", rf"\1 ({now})", line)]
        else:
            assert found, line
            self.lines[at] = [
                f"{found['before']} ({now}){found['after']}" if now else found["before"] + found["after"]
            ]

    def _total(self, at: int, one: Told) -> None:
        cells = self.cells.setdefault(at, likeness.cells(self.lines[at][0]))
        cells.subtract([likeness.cell(one.stated)])
        cells.update(["Total"])
        if one.now.endswith("last row"):
            self.moves.append([at])
