"""What is shown, where, and how it ends when nobody reads on."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.samples import problem

from minutebook.console import Color, Console

OUTPUT = "from minutebook.console import Console; Console().data('x' * 100_000)"


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def sit_before_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Let both streams lead to one terminal; not as a fixture, because pytest sets its own streams after those."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return stream


def no_line(_path: str, _line: int) -> str:
    return ""


def test_data_goes_to_standard_output_and_what_is_said_to_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    console = Console()
    console.data("data")
    console.data("")
    console.say("said")
    assert capsys.readouterr() == ("data\n", "said\n")


def test_problems_are_counted_beside_them_where_people_read_them(capsys: pytest.CaptureFixture[str]) -> None:
    Console().problems((problem(),), no_line, None)
    output, summary = capsys.readouterr()
    assert output.startswith("meetings/technology/2020-10-26.yaml:31:20: unknown-person: ")
    assert summary == "1 error\n"


def test_problems_for_programs_are_not_counted(capsys: pytest.CaptureFixture[str]) -> None:
    Console(form="json").problems((problem(),), no_line, None)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("form", "stream"), [("text", 0), ("json", 1)])
def test_what_was_done_is_told_where_people_read(
    form: str, stream: int, capsys: pytest.CaptureFixture[str]
) -> None:
    Console(form=form).tell("wrote a file")
    assert capsys.readouterr()[stream] == "wrote a file\n"


def test_long_lines_are_folded_on_a_terminal_for_people_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "    one two three four five six"
    folded = "    one two three\n        four five six\n"
    stream = sit_before_a_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "21")

    def written(term: str = "xterm", form: str = "text", *, verbatim: bool = False) -> str:
        monkeypatch.setenv("TERM", term)
        stream.truncate(stream.seek(0))
        Console(form=form).data(long, verbatim=verbatim)
        Console(form=form).say(long)
        return stream.getvalue()

    assert written() == folded * 2
    assert written(verbatim=True) == f"{long}\n{folded}"
    assert written("dumb") == written(form="json") == f"{long}\n" * 2


def test_what_is_piped_has_its_lines_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "21")
    Console("always").data("one two three four five six")
    assert capsys.readouterr().out == "one two three four five six\n"


def test_colours_are_for_terminals_unless_they_are_asked_for_or_unwanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sit_before_a_terminal(monkeypatch)
    assert [Console(color).colored for color in ("auto", "always", "never")] == [True, True, False]
    monkeypatch.setenv("NO_COLOR", "1")
    assert [Console(color).colored for color in ("auto", "always")] == [False, True]
    monkeypatch.setenv("NO_COLOR", "")
    assert Console().colored
    monkeypatch.setenv("TERM", "dumb")
    assert [Console(color).colored for color in ("auto", "always")] == [False, True]


@pytest.mark.parametrize(
    ("color", "term", "is_seen", "colored"),
    [
        ("auto", "xterm", True, True),
        ("never", "xterm", True, False),
        ("auto", "dumb", False, False),
        ("always", "dumb", True, True),
    ],
)
def test_what_is_drawn_for_a_terminal_is_drawn_only_there(
    color: Color, term: str, is_seen: bool, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_before_a_terminal(monkeypatch)
    monkeypatch.setenv("TERM", term)
    screen = Console(color).screen
    assert (screen is not None) == is_seen
    assert screen is None or screen.colored == colored


def test_nobody_sees_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert Console().screen is None


def test_what_takes_long_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_before_a_terminal(monkeypatch)
    times = iter([0.0, 0.5, 1.5, 2.5])
    monkeypatch.setattr(time, "monotonic", lambda: next(times))
    assert list(Console().counted(["a", "b", "c"], "meetings")) == ["a", "b", "c"]
    assert terminal.getvalue() == "\r\x1b[K1 of 3 meetings \u2026\r\x1b[K2 of 3 meetings \u2026\r\x1b[K"


def test_what_is_counted_within_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_before_a_terminal(monkeypatch)
    monkeypatch.setattr("minutebook.console._LONG", -1.0)
    console = Console()
    show = console.counter(9, "meetings")
    for _ in console.counted(["a"], "files"):
        show(5)
    show(6)
    assert terminal.getvalue() == "\r\x1b[K0 of 1 files \u2026\r\x1b[K\r\x1b[K6 of 9 meetings \u2026"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_nothing_is_written_over_where_colours_are_not_shown(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = sit_before_a_terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    Console().progress("1 of 2")
    assert terminal.getvalue() == ""


def test_progress_is_written_over_by_what_comes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_before_a_terminal(monkeypatch)
    console = Console()
    console.progress("1 of 2")
    console.data("done")
    assert terminal.getvalue() == "\r\x1b[K1 of 2\r\x1b[Kdone\n"


def test_nobody_sees_progress_in_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    Console().progress("1 of 2")
    assert capsys.readouterr() == ("", "")


def test_a_question_is_answered_by_a_line_of_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(" yes \n"))
    console = Console()
    assert not console.asks_again
    assert [console.ask("Sure?"), console.ask("Really?")] == ["yes", ""]
    assert capsys.readouterr() == ("", "Sure?\nReally?\n")


def test_a_reader_who_has_seen_enough_ends_it_silently() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OUTPUT], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.close()
        assert done.stderr.read() == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_what_a_full_disk_does_not_take_is_said_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    descriptor = os.open("/dev/full", os.O_WRONLY)
    with open(descriptor, "w", encoding="utf-8") as full:  # noqa: PTH123  it has no path of its own
        monkeypatch.setattr(sys, "stdout", full)
        console = Console()
        console.data("x")
        console.data("y")
    assert console.obstacle == "No space left on device"
    assert capsys.readouterr().err == "x\ny\n"


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_stream_that_was_closed_takes_whatever_is_written(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, name, None)
    console = Console()
    console.data("x")
    console.say("y")
    getattr(sys, name).close()
    assert not console.obstacle
