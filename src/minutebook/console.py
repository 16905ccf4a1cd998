"""What is shown to people and programs; besides it only the entry prints, where there is no console yet."""

import contextlib
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO, TypeVar

from minutebook.records.late_patterns import late_pattern
from minutebook.records.problem import Problem
from minutebook.reports import Presentation, Reporter, SourceLine, load_reporter
from minutebook.reports.characters import harmless
from minutebook.reports.looks import Look, paint
from minutebook.reports.text import count_problems

if TYPE_CHECKING:
    from minutebook.reports.terminal import Screen

Color = Literal["auto", "always", "never"]
T = TypeVar("T")
_LONG = 1.0
"""How many seconds somebody waits without a word."""
_COMMAND = late_pattern(r"\b(?:minutebook|git) [a-z]")
_CLEAR = "\r\x1b[K"
"""Begins the last line of a terminal anew."""


class Console:
    """Standard output for problems and data, standard error for progress and summaries."""

    def __init__(self, color: Color = "auto", form: str = "text") -> None:
        for name in ("stdout", "stderr"):
            if getattr(sys, name) is None:  # it was closed before the program began
                setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        self.form = form
        self.terminal = sys.stdout.isatty()
        self.colored = color == "always" or (color == "auto" and self.terminal and not _is_plain())
        self._in_progress = False
        self._counter: Callable[[int], None] | None = None
        self.obstacle = ""
        """Why standard output can't be written, if it can't: its text then goes to standard error."""
        self.tells_to_type = False
        """Whether anything that was written names a command."""
        self.has_reader = True
        """Whether nobody has closed standard output yet, as `head` does that has seen enough."""

    @cached_property
    def _reporter(self) -> Reporter:
        return load_reporter(self.form)

    def problems(
        self,
        problems: tuple[Problem, ...],
        source_line: SourceLine,
        top: Path | None,
        *,
        summarized: bool = False,
    ) -> None:
        """Show problems in the chosen format, and a count of them as a summary."""
        seen, width = (source_line, _columns()) if self.terminal else (None, None)
        presentation = Presentation(self.colored, top, seen, summarized, width)
        self.data(self._reporter.report(problems, presentation), verbatim=True)
        if problems and self._reporter.for_people:
            self.say(count_problems(problems))

    @cached_property
    def screen(self) -> "Screen | None":
        """The terminal that shows tables and prose as they look; None where plain text is wanted."""
        if not self.colored and (not self.terminal or os.environ.get("TERM") == "dumb"):
            return None
        from minutebook.reports.terminal import Screen

        return Screen(_columns(), self.colored)

    def paint(self, text: str, look: Look) -> str:
        """Return a text in the colour of what it is about, where colours are shown."""
        return paint(text, look, colored=self.colored)

    @cached_property
    def shows_progress(self) -> bool:
        """Whether somebody sees how far a long command is."""
        return sys.stderr.isatty() and not _is_plain()

    def counted(self, items: Sequence[T], noun: str) -> Iterator[T]:
        """Yield things one after the other, and show how many were done of all once that takes a second."""
        self._counter = show = self.counter(len(items), noun)
        for number, item in enumerate(items):
            show(number)
            yield item
        self._counter = None
        self.close()

    def counter(self, total: int, noun: str) -> Callable[[int], None]:
        """Return what shows how many of all were done once that takes a second, but for within `counted`."""
        start = time.monotonic()

        def show(number: int) -> None:
            if self._counter in {None, show} and time.monotonic() - start > _LONG:
                self.progress(f"{number} of {total} {noun} …")

        return show

    def data(self, text: str, *, verbatim: bool = False) -> None:
        """Write data to standard output; on a terminal no line of it is too long that need not stay as it is."""
        if text:
            text = text if text.endswith("\n") else text + "\n"
            self._write(sys.stdout, text, verbatim=verbatim)

    def markdown(self, text: str) -> None:
        """Write Markdown to standard output as the bytes that its file has."""
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None or self.terminal:
            self.data(text, verbatim=True)
            return
        try:
            with self._writing(sys.stdout):
                sys.stdout.flush()
                buffer.write(text.encode())
                buffer.flush()
        except OSError as error:
            self.obstacle = error.strerror or str(error)

    def ask(self, question: str) -> str:
        """Return the line that answers a question; empty where nobody answers."""
        if self.asks_again:
            with contextlib.suppress(ImportError):  # Windows edits lines by itself
                import readline  # noqa: F401  lets the arrows and Home move within the answer
            with contextlib.suppress(EOFError):
                return input(f"{question} ").strip()
            return ""
        self._write(sys.stderr, f"{question}\n")
        return sys.stdin.readline().strip() if sys.stdin else ""

    @property
    def asks_again(self) -> bool:
        """Whether somebody is there who can answer once more."""
        return sys.stdin is not None and sys.stdin.isatty()

    def begin_page(self) -> None:
        """Begin anew at the top of a terminal that somebody looks at."""
        if self.screen:
            self._put(sys.stdout, "\x1b[2J\x1b[H")

    def say(self, text: str) -> None:
        """Say how far it is, or a summary, on standard error."""
        self._write(sys.stderr, self._reporter.remark(text) + "\n")

    def tell(self, text: str, *, verbatim: bool = False) -> None:
        """Say what was done where people read it: beside data for programs that is standard error."""
        if self._reporter.for_people:
            self.data(text, verbatim=verbatim)
        else:
            self.say(text)

    def progress(self, text: str) -> None:
        """Show how far a long command is, in one line of a terminal that is written over; nothing elsewhere."""
        if self.shows_progress:
            self._in_progress = True
            self._put(sys.stderr, f"{_CLEAR}{text}")

    def _write(self, stream: TextIO, text: str, *, verbatim: bool = False) -> None:
        self.close()
        text = harmless(text, colored=self.colored)
        self.tells_to_type = self.tells_to_type or bool(_COMMAND.search(text))
        if self.form == "text" and not verbatim and stream.isatty():
            from minutebook.reports.long_lines import fitted

            text = fitted(text)
        self._put(stream, text)

    def close(self) -> None:
        """Leave nothing behind of what tells how far it is."""
        if self._in_progress:
            self._in_progress = False
            self._put(sys.stderr, _CLEAR)

    def _put(self, stream: TextIO, text: str) -> None:
        stream = sys.stderr if self.obstacle else stream
        try:
            with self._writing(stream):
                stream.write(text)
                stream.flush()
        except OSError as error:
            if stream is sys.stdout:
                self.obstacle = error.strerror or str(error)
                self._put(sys.stderr, text)  # what was written is said in any case

    @contextlib.contextmanager
    def _writing(self, stream: TextIO) -> Iterator[None]:
        """Be silent when the reader has seen enough; raise OSError when the disk is full."""
        try:
            yield
        except OSError as error:
            # Python writes what is left when it ends; that must not fail again (Note on SIGPIPE, library/signal).
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            # EINVAL is what Windows may say of a closed pipe (CPython issue 79935).
            if not isinstance(error, BrokenPipeError) and error.errno != errno.EINVAL:
                raise
            self.has_reader = self.has_reader and stream is not sys.stdout


def _columns() -> int:
    return shutil.get_terminal_size().columns


def _is_plain() -> bool:
    # https://no-color.org: any value but an empty one.
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
