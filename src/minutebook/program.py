"""The whole program: arguments in, exit code out."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from minutebook import __version__
from minutebook.commands._parser import make_parser
from minutebook.commands._registry import load_command
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused

PROBLEMS, WRONG_USAGE, BUG, INTERRUPTED = 1, 2, 3, 130


def main(argv: Sequence[str], staged: tuple[str, ...] | None = None) -> int:
    """Run one command and return its exit code; `staged` are the paths that are, where that was asked before."""
    program = make_parser(argv)
    if "_ARGCOMPLETE" in os.environ:  # the shell asks, while a command line is typed
        from minutebook.commands._completion import autocomplete

        autocomplete(program)
    form = "text"
    try:
        options = program.parse_args(argv)
        form = options.format
        return _run(options, staged)
    except SystemExit as stop:  # argparse has said what is wrong, or printed the help
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        message = _expected(error)
        if message is None:
            return _report_bug(error)
        from minutebook.reports import load_reporter

        _say(load_reporter(form).remark(f"minutebook: {message}"))
        return WRONG_USAGE


def _run(options: argparse.Namespace, staged: tuple[str, ...] | None) -> int:
    from minutebook.commands._call import Call
    from minutebook.console import Console

    console = Console(options.color, options.format)
    if options.version:
        from minutebook.source.yaml import parser as yaml

        console.data(f"minutebook {__version__}, YAML by {yaml.name()}, Python {sys.version.split()[0]}")
        return 0
    command = load_command(options.command)
    with _called_in(options.folder):
        call = Call(options, console, Path.cwd(), _today(), staged)
        try:
            return command.run(call)
        except Refused as refused:  # reported in the place of what the command would print
            return call.report(refused.problems)
        finally:
            call.close()


def _today() -> date:
    """Return the day that it is; a rehearsal may set another one."""
    return date.fromisoformat(os.environ.get("MINUTEBOOK_TODAY") or str(date.today()))


def _called_in(folder: str | None) -> contextlib.AbstractContextManager[None]:
    """Go where -C says, so that paths are read and shown as if called there."""
    if folder is not None and not Path(folder).is_dir():
        raise UsageError(f"there is no folder '{folder}'")
    return contextlib.chdir(folder or ".")


def _expected(error: Exception) -> str | None:
    """Return what to say of an error that is no bug; None of one that is."""
    from minutebook.disk.files import NotWritten
    from minutebook.notebook.reader import NewerFormat
    from minutebook.repository.access import RepositoryError
    from minutebook.source.edits.not_editable import NotEditable

    if isinstance(error, NotEditable):
        return f"{error.path}: {error}; nothing was changed"
    return str(error) if isinstance(error, (UsageError, RepositoryError, NewerFormat, NotWritten)) else None


def _report_bug(error: Exception) -> int:
    import tempfile
    import traceback

    text = f"minutebook {__version__}, Python {sys.version}\n{' '.join(sys.argv)}\n\n"
    text += "".join(traceback.format_exception(error))
    descriptor, name = tempfile.mkstemp(prefix="minutebook-bug-", suffix=".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    _say(f"minutebook: this is a bug in minutebook ({type(error).__name__}); the details are in {name}")
    return BUG


def _say(text: str) -> None:
    printable = text if _unicode() else text.encode("ascii", "backslashreplace").decode()
    with contextlib.suppress(OSError):  # standard error may be full or closed
        print(printable, file=sys.stderr, flush=True)  # noqa: T201


def _unicode() -> bool:
    return (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
