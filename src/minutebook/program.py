"""The whole program: arguments in, exit code out."""

import argparse
import contextlib
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from minutebook import __version__
from minutebook.commands._parser import HelpAsked, make_parser
from minutebook.commands._registry import load_command
from minutebook.disk.interrupts import ending_in_order
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused

if TYPE_CHECKING:
    from minutebook.console import Console

WRONG_USAGE, BUG = 2, 3


def main(argv: Sequence[str], staged: Mapping[str, tuple[str, str]] | None = None) -> int:
    """Run one command and return its exit code; `staged` is what find_staged has returned, where it was asked."""
    program = make_parser(argv)
    if "_ARGCOMPLETE" in os.environ:  # the shell asks, while a command line is typed
        from minutebook.commands._completion import autocomplete

        autocomplete(program)
    form = "text"
    try:
        try:
            options = program.parse_args(argv)
        except HelpAsked as asked:
            return _show(asked.text, asked.code)
        form, options.typed = options.format, ("minutebook", *argv)
        with ending_in_order():
            return _run(options, staged)
    except SystemExit as stop:  # argparse has said what is wrong, or printed the help; or a signal came
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            raise
        message = _expected(error)
        if message is None:
            return _report_bug(error)
        from minutebook.reports import load_reporter

        _say(load_reporter(form).remark(f"minutebook: {message}"), folded=form == "text")
        return WRONG_USAGE


def _run(options: argparse.Namespace, staged: Mapping[str, tuple[str, str]] | None) -> int:
    from minutebook.commands._call import Call
    from minutebook.console import Console

    console = Console(options.color, options.format)
    if options.version:
        from minutebook.source.yaml import parser as yaml

        return _show(f"minutebook {__version__}, YAML by {yaml.name()}, Python {sys.version.split()[0]}")
    command, caller = load_command(options.command), Path.cwd()
    with (
        _called_in(options.folder),
        contextlib.closing(Call(options, console, Path.cwd(), _today(), staged)) as call,
    ):
        try:
            code = command.run(call)
        except Refused as refused:  # reported in the place of what the command would print
            code = call.report(refused.problems)
        if call.paths_in_conflict:
            from minutebook.commands._clone_hints import mention_merge

            mention_merge(call)
        if console.tells_to_type and console.form == "text" and caller != Path.cwd() and not options.rev:
            from minutebook.records.phrases import shell_line

            console.say(f"To type what is said here, go there first: {shell_line(['cd', options.folder])}")
    return _ended(console, code)


def _show(text: str, code: int = 0) -> int:
    """Show what the program says of itself."""
    from minutebook.console import Console

    console = Console()
    console.data(text, verbatim=True)
    return _ended(console, code)


def _ended(console: "Console", code: int) -> int:
    """Return the code of a command that has ended; raises UsageError where not all could be shown."""
    if console.obstacle:
        raise UsageError(f"the output can't be written: {console.obstacle}")
    return code


def _today() -> date:
    """Return the day that it is; a rehearsal may set another one."""
    day = os.environ.get("MINUTEBOOK_TODAY") or str(date.today())
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"MINUTEBOOK_TODAY must be a day such as 2026-11-30, not '{day}'") from None


def _called_in(folder: str | None) -> contextlib.AbstractContextManager[None]:
    """Go where -C says, so that paths are read and shown as if called there."""
    if folder is not None and not Path(folder).is_dir():
        raise UsageError(f"there is no folder '{folder}'")
    return contextlib.chdir(folder or ".")


def _expected(error: Exception) -> str | None:
    """Return what to say of an error that is no bug; None of one that is."""
    from minutebook.disk.files import NotWritten
    from minutebook.notebook.series_settings import NewerFormat
    from minutebook.repository.access import RepositoryError
    from minutebook.source.edits.not_editable import NotEditable

    if isinstance(error, NotEditable):
        return f"{error.path}: {error}; nothing was changed"
    if isinstance(error, (UsageError, RepositoryError, NewerFormat, NotWritten)):
        return str(error)
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    # No temporary folder, no more open files, a disk that fails: what the system refuses is no bug.
    if isinstance(error, OSError) and error.errno:
        return (
            f"{error.filename}: {error.strerror}"
            if error.filename
            else f"the system refused: {error.strerror}"
        )
    return None


def _report_bug(error: Exception) -> int:
    import tempfile
    import traceback

    text = f"minutebook {__version__}, Python {sys.version}\n{' '.join(sys.argv)}\n\n"
    text += "".join(traceback.format_exception(error))
    try:
        descriptor, name = tempfile.mkstemp(prefix="minutebook-bug-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        details = f"the details are in {name}"
    except OSError:
        details = f"no file could be written for the details:\n{text}"
    _say(f"minutebook: this is a bug in minutebook ({type(error).__name__}); {details}")
    return BUG


def _say(text: str, *, folded: bool = False) -> None:
    from minutebook.reports.characters import harmless

    text = harmless(text)
    if folded and sys.stderr and sys.stderr.isatty():
        from minutebook.reports.long_lines import fitted

        text = fitted(text)
    printable = text if _unicode() else text.encode("ascii", "backslashreplace").decode()
    with contextlib.suppress(OSError):  # standard error may be full or closed
        print(printable, file=sys.stderr, flush=True)  # noqa: T201


def _unicode() -> bool:
    return (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
