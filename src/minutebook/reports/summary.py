"""What a check found, as Markdown for the page that GitHub shows beside a job; a pure function."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape as escape_html
from typing import Literal

from minutebook.minutes.markdown import escape
from minutebook.minutes.tables import draw_pipes
from minutebook.records.problem import Problem
from minutebook.reports.characters import printable
from minutebook.reports.render import count

LIMIT = 1024 * 1024
"""Bytes of a step's summary; of a longer one GitHub shows nothing."""
_HEADINGS = ("Place", "Rule", "What is wrong", "How to mend it")
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
class Shown:
    """A file, and what is shown of it: its whole text, or what would change."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The file of a meeting that was deleted, or the minutes of one that is skipped now."""

    path: str
    why: Literal["deleted", "skipped"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a check found: `fixes` are what `sync` would change, `minutes` those that changed, below their title.

    Of `unread` series no minutes could be made; a remark says in Markdown why none are shown.
    """

    problems: tuple[Problem, ...]
    title: str
    fixes: tuple[Shown, ...] = ()
    minutes: tuple[Shown, ...] = ()
    gone: tuple[Gone, ...] = ()
    unread: tuple[str, ...] = ()
    remark: str = ""


def write_summary(summary: Summary, limit: int = LIMIT) -> str:
    """Return the summary in at most so many bytes; what there is no room for is counted in its last sentence."""
    page = _Page(limit - _CLOSING)
    page.add(f"## minutebook: {count(summary.problems) or 'no problems'}\n")
    rows = page.add_rows(summary.problems)
    fixes = page.add_section(_fixes(summary))
    minutes = page.add_section(_minutes(summary))
    left = ((rows, "problem"), (fixes, "change"), (minutes, "meeting"))
    told = [f"{number} {word}{'s' * (number != 1)}" for number, word in left if number]
    if told:
        closing = (
            f"\nGitHub shows 1 MiB of a step, so these were left out here: {', '.join(told)}. "
            "The log names every problem, `minutebook sync --diff` shows every change, "
            "and `minutebook render FILE` the minutes of a meeting.\n"
        )
        page.room += _CLOSING
        page.add(closing)
    return "".join(page.parts)


def size(text: str) -> int:
    """Return how many bytes a text has in a file."""
    return len(encode(text))


def encode(text: str) -> bytes:
    """Return the bytes of a text, whatever is in it."""
    return text.encode("utf-8", "backslashreplace")


class _Page:
    """Parts of a text for as long as there is room."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.parts: list[str] = []

    def add(self, text: str) -> bool:
        """Add a part, and return whether there was room for it."""
        needed = size(text)
        if needed > self.room:
            return False
        self.room -= needed
        self.parts.append(text)
        return True

    def add_rows(self, problems: Sequence[Problem]) -> int:
        """Add a table of as many problems as there is room for, and return how many are left out."""
        shown = problems[: max(self.room, 0) // _SHORTEST_ROW]
        while shown and not self.add(_table(shown)):
            shown = shown[: len(shown) // 2]
        return len(problems) - len(shown)

    def add_section(self, section: tuple[str, Iterable[str]]) -> int:
        """Add a head and the parts below it for which there is room, and return how many are left out."""
        head, below = section
        if head:
            self.add(head)
        return sum(not self.add(part) for part in below)


def _table(problems: Sequence[Problem]) -> str:
    table = draw_pipes(_HEADINGS, [_row(problem) for problem in problems])
    # A single long cell would widen all others in its column.
    return f"\n{re.sub(r' {2,}[|]', ' |', table)}\n"


def _row(problem: Problem) -> tuple[str, ...]:
    warning = "warning: " if problem.severity == "warning" else ""
    location = f"{problem.path}:{problem.location.line}:{problem.location.column}"
    return (_cell(location), _cell(problem.rule), _cell(f"{warning}{problem.sentence}"), _cell(problem.hint))


def _cell(text: str) -> str:
    return "<br>".join(_cell_line(line) for line in _NEWLINE.split(text) if line.strip())


def _cell_line(line: str) -> str:
    shown = printable(line)
    bare = shown.lstrip(" ")
    return "&nbsp;" * (len(shown) - len(bare)) + escape(bare)


def _fixes(summary: Summary) -> tuple[str, Iterator[str]]:
    head = (
        "\n### What `minutebook sync` would write\n\n"
        "These files are not what the notes say. `minutebook sync --stage` writes and stages them; then commit. "
        "Where minutebook is not at hand, make these changes by hand.\n"
    )
    return head * bool(summary.fixes), _folded(summary.fixes, _diff)


def _minutes(summary: Summary) -> tuple[str, Iterator[str]]:
    told = [summary.remark] if summary.remark else []
    told += [
        f"The minutes of {_cell(path)} can be shown when its files can be read." for path in summary.unread
    ]
    told += (
        ["\n".join(f"-   {_cell(gone.path)}: {gone.why}" for gone in summary.gone)] if summary.gone else []
    )
    if not told and not summary.minutes:
        told = ["None"]
    head = f"\n### {summary.title}\n" + "".join(f"\n{text}\n" for text in told)
    return head, _folded(summary.minutes, _quotation)


def _folded(files: Iterable[Shown], body: Callable[[str], str]) -> Iterator[str]:
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
    shown = lines[1:] if lines[0].startswith("<!--") else lines
    # A tag could end the part of the page around it. The joiner is seen neither in text nor in code.
    return "\n".join(f"> {_TAG.sub(f'<{_WORD_JOINER}', line)}" if line.strip() else ">" for line in shown)
