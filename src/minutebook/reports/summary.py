"""What a check found, as Markdown for the page that GitHub shows beside a job; a pure function."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape as escape_html
from typing import Literal

from minutebook.minutes.layout import BULLET, INDENT
from minutebook.minutes.markdown import escape
from minutebook.minutes.tables import draw_pipes
from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import counted
from minutebook.records.problem import Problem
from minutebook.reports.characters import printable
from minutebook.reports.text import count_problems

LIMIT = 1024 * 1024
"""Bytes of a step's summary; of a longer one GitHub shows nothing."""
_HEADINGS = ("Place", "Rule", "What is wrong", "How to fix it")
_SHORTEST_ROW = 40
_CLOSING = 400
"""Bytes that the sentence about what was left out has at most."""
_NEWLINE = re.compile(r"\r\n|\r|\n")
# What begins a tag, but for links and the one break that minutes have of their own.
_TAG = re.compile(
    r"<(?=[A-Za-z/!?])(?!br>|[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|[A-Za-z][\w.+-]*@[A-Za-z0-9.-]+>)"
)
_WORD_JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class FileView:
    """A file, and what is shown of it: its whole text, or what would change."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Removal:
    """The file of a meeting that was deleted, or the minutes of one that is skipped now."""

    path: str
    cause: Literal["deleted", "skipped"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a check found: `fixes` are what `sync` would change, `minutes` those that changed, below their title.

    `changes` are what changed in each meeting: a line for the meeting, and a sentence for each difference.
    No minutes could be made of `unreadable` series; a remark says in Markdown why none are shown.
    """

    problems: tuple[Problem, ...]
    title: str
    changes: tuple[tuple[str, ...], ...] = ()
    fixes: tuple[FileView, ...] = ()
    minutes: tuple[FileView, ...] = ()
    removals: tuple[Removal, ...] = ()
    unreadable: tuple[str, ...] = ()
    remark: str = ""


def write_summary(summary: Summary, limit: int = LIMIT) -> str:
    """Return the summary in at most so many bytes; what there is no room for is counted in its last sentence."""
    page = _Page(limit - _CLOSING)
    page.add(f"## minutebook: {count_problems(summary.problems) or 'no problems'}\n")
    omitted = (
        (page.add_rows(summary.problems), "problem"),
        (page.add_section(*_changes(summary)), "changed meeting"),
        (page.add_section(*_fixes(summary)), "change"),
        (page.add_section(*_minutes(summary)), "meeting"),
    )
    counts = ", ".join(counted(number, noun) for number, noun in omitted if number)
    if counts:
        closing = (
            f"\nGitHub shows at most 1 MiB of a step, so these were left out here: {counts}. "
            "The log names every problem, `minutebook diff REV` says what changed, `minutebook sync --diff` shows what "
            "would, and `minutebook render FILE` the minutes of a meeting.\n"
        )
        page.room += _CLOSING
        page.add(closing)
    return page.text()


def size(text: str) -> int:
    """Return how many bytes a text has in a file."""
    return len(encode(text))


def encode(text: str) -> bytes:
    """Return the bytes of a text, whatever is in it."""
    return text.encode("utf-8", "backslashreplace")


class _Page:
    """Texts for as long as there is room."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._texts: list[str] = []

    def text(self) -> str:
        """Return all that was added."""
        return "".join(self._texts)

    def add(self, text: str) -> bool:
        """Add a text, and return whether there was room for it."""
        needed = size(text)
        if needed > self.room:
            return False
        self.room -= needed
        self._texts.append(text)
        return True

    def add_rows(self, problems: Sequence[Problem]) -> int:
        """Add a table of as many problems as there is room for, and return how many are left out."""
        rows = problems[: max(self.room, 0) // _SHORTEST_ROW]
        while rows and not self.add(_table(rows)):
            rows = rows[: len(rows) // 2]
        return len(problems) - len(rows)

    def add_section(self, heading: str, texts: Iterable[str]) -> int:
        """Add a heading and the texts below it for which there is room, and return how many are left out."""
        if heading:
            self.add(heading)
        return sum(not self.add(text) for text in texts)


def _table(problems: Sequence[Problem]) -> str:
    table = draw_pipes(_HEADINGS, [_row(problem) for problem in problems])
    # A single long cell would widen all others in its column.
    return f"\n{re.sub(r'(?<! ) {2,}[|]', ' |', table)}\n"


def _row(problem: Problem) -> tuple[str, ...]:
    warning = "warning: " if problem.severity == "warning" else ""
    location = f"{problem.path}:{problem.location.line}:{problem.location.column}"
    return (
        _cell(location),
        _cell(problem.rule),
        _cell(f"{warning}{problem.sentence}"),
        _cell(problem.remedy),
    )


def _cell(text: str) -> str:
    return "<br>".join(_cell_line(line) for line in _NEWLINE.split(text) if line.strip())


def _cell_line(line: str) -> str:
    printable_line = printable(line)
    text = printable_line.lstrip(" ")
    return "&nbsp;" * (len(printable_line) - len(text)) + escape(text)


def _changes(summary: Summary) -> tuple[str, Iterator[str]]:
    heading = "\n### What changed\n\n" * bool(summary.changes)
    return heading, map(_change_item, summary.changes)


def _change_item(lines: Sequence[str]) -> str:
    return "".join(f"{INDENT * bool(number)}{BULLET}{_cell(line)}\n" for number, line in enumerate(lines))


def _fixes(summary: Summary) -> tuple[str, Iterator[str]]:
    heading = (
        "\n### What `minutebook sync` would write\n\n"
        "These files don't say what the notes say. `minutebook sync --stage` writes and stages them; then commit. "
        "Without minutebook at hand, make these changes yourself.\n"
    )
    return heading * bool(summary.fixes), _folded(summary.fixes, _diff)


def _minutes(summary: Summary) -> tuple[str, Iterator[str]]:
    notes = [summary.remark] if summary.remark else []
    notes += [
        f"The minutes of {_cell(path)} can be shown once its files can be read."
        for path in summary.unreadable
    ]
    if summary.removals:
        notes.append("\n".join(f"{BULLET}{_cell(file.path)}: {file.cause}" for file in summary.removals))
    if not notes and not summary.minutes:
        notes = ["None"]
    heading = f"\n### {summary.title}\n" + "".join(f"\n{text}\n" for text in notes)
    return heading, _folded(summary.minutes, _quotation)


def _folded(files: Iterable[FileView], body: Callable[[str], str]) -> Iterator[str]:
    for file in files:
        path = escape_html(printable(file.path))
        yield f"\n<details>\n<summary>{path}</summary>\n\n{body(file.text)}\n\n</details>\n"


def _diff(text: str) -> str:
    lines = ["\t".join(map(printable, line.split("\t"))) for line in _NEWLINE.split(text)]
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}diff", *lines, fence])


def _quotation(minutes: str) -> str:
    """Return minutes as a quotation, which ends whatever they begin: a fence, a list, a block of HTML."""
    lines = _NEWLINE.split(minutes.rstrip("\n"))
    # The first line is a comment for those who open the file.
    shown_lines = lines[1:] if lines[0].startswith("<!--") else lines
    # A tag could end the part of the page around it. The joiner is seen neither in text nor in code.
    return "\n".join(
        f"> {_TAG.sub(f'<{_WORD_JOINER}', line)}" if line.strip() else ">" for line in shown_lines
    )
