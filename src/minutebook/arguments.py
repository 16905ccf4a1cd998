"""What the program accepts on its command line."""

import argparse
from typing import Any

FORMATS_OF_PROBLEMS = ("text", "json", "github", "gitlab")
FORMATS_OF_DATA = ("text", "json")

_EPILOG = """\
exit codes:
  0    nothing to say
  1    problems were found, or files were written and --exit-code was given
  2    wrong usage, configuration or environment
  3    a bug in minutebook; the path of a report is printed
  130  interrupted
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    program = _Parser(
        prog="minutebook",
        description="Minutes of recurring meetings: checked YAML in git, computed deltas, written Markdown.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    program.add_argument("--version", action="store_true", help="say which version this is and stop")
    program.add_argument("-C", dest="folder", metavar="DIR", help="run as if called in this folder")
    program.set_defaults(
        color="auto",
        format="text",
        staged=False,
        rev=None,
        strict=False,
        exit_code=False,
        paths=[],
        meeting=None,
    )
    commands = program.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (
        *(_init, _check, _sync, _new, _items, _add, _render, _deltas, _actions),
        *(_gate, _schema, _explain),
    ):
        add(commands)
    return program


class _Parser(argparse.ArgumentParser):
    """Asks for a command where none is given, but not beside --version."""

    def parse_args(self, *arguments: Any, **named: Any) -> Any:
        options = super().parse_args(*arguments, **named)
        if self.prog == "minutebook" and options.command is None and not options.version:
            self.print_help()
            self.exit(2)
        return options


def _command(commands: Any, name: str, text: str, description: str = "") -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=text, description=description or text)
    made.add_argument(
        "-C", dest="folder", metavar="DIR", default=argparse.SUPPRESS, help="run as if called in this folder"
    )
    made.add_argument("--color", choices=("auto", "always", "never"), help="colours; auto: on a terminal")
    made.set_defaults(color="auto")
    return made


def _snapshot(command: argparse.ArgumentParser, *, commit: bool = True) -> None:
    group = command.add_mutually_exclusive_group()
    group.add_argument("--staged", action="store_true", help="read what is staged, as a commit would take it")
    if commit:
        group.add_argument("--rev", metavar="REV", help="read the files of a commit")


def _problems(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=FORMATS_OF_PROBLEMS, default="text", help="how problems are shown"
    )
    command.add_argument("--strict", action="store_true", help="let warnings count as errors")


def _init(commands: Any) -> None:
    made = _command(
        commands,
        "init",
        "set up a notes repository: a series, hooks, CI and editors",
        "Writes what is missing for a notes repository, here or in a new one, and says what each file is for. "
        "What is there stays as it is, so it can be run again at any time. Asks what is not told by options.",
    )
    made.add_argument(
        "series", nargs="?", metavar="SERIES", help="the folder of a new series, such as meetings/web"
    )
    made.add_argument("--title", metavar="T", help="what the meeting is called")
    made.add_argument(
        "--schedule",
        metavar="WHEN",
        help="such as Monday, 'first Tuesday of the month', an RFC 5545 rule, or none",
    )
    made.add_argument("--people", metavar="NAMES", help="who takes part, with commas between")
    made.add_argument(
        "--date", metavar="D", help="the first meeting; by default the schedule's next, or today"
    )
    made.add_argument(
        "--mend",
        choices=("push", "propose", "off"),
        default="push",
        help="what CI does where minutes are not current: push them, propose them, or nothing",
    )
    made.add_argument(
        "--without",
        choices=("github", "gitlab", "editors"),
        action="append",
        default=[],
        help="leave these files out; can be given several times",
    )
    made.add_argument(
        "--source", metavar="URL", help="the repository that hooks and CI install minutebook from"
    )
    made.add_argument("--source-rev", metavar="REV", help="a tag or commit of it")
    made.add_argument("--dry-run", action="store_true", help="write nothing; show every file")


def _check(commands: Any) -> None:
    made = _command(
        commands,
        "check",
        "find every problem; change nothing",
        "Read-only: schema, rules, and generated files that are not current. All series when no path is given.",
    )
    made.add_argument("paths", nargs="*", metavar="PATH", help="a meeting, a series, or a folder of series")
    _snapshot(made)
    _problems(made)
    made.add_argument(
        "--summary",
        metavar="FILE",
        help="add the problems, what sync would write and the minutes that changed to this file as Markdown; "
        "--format github adds them to $GITHUB_STEP_SUMMARY",
    )
    made.add_argument(
        "--base",
        metavar="REV",
        help="the commit that the summary compares minutes with; by default the first parent of the one checked",
    )


def _sync(commands: Any) -> None:
    made = _command(
        commands,
        "sync",
        "write the minutes and the index, and report what only people can mend",
        "Writes whatever can be computed and is not current, one line for each file it wrote.",
    )
    made.add_argument("paths", nargs="*", metavar="PATH", help="a meeting, a series, or a folder of series")
    _snapshot(made, commit=False)
    _problems(made)
    made.add_argument(
        "--only",
        choices=("validate", "carry", "render"),
        help="one part of it: find problems, carry action items, or write the minutes",
    )
    made.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if something would be written"
    )
    made.add_argument("--diff", action="store_true", help="write nothing; show what would change")
    made.add_argument(
        "--all",
        action="store_true",
        help="carry action items through all meetings, not only into the newest two",
    )
    made.add_argument("--fix", action="store_true", help="mend every problem that has one right answer")
    made.add_argument(
        "--stage",
        action="store_true",
        help="git add the minutes and the notes they were made from, and nothing else",
    )
    made.add_argument(
        "--exit-code", action="store_true", help="exit with 1 if files were written; the hooks use it"
    )


def _new(commands: Any) -> None:
    made = _command(
        commands, "new", "start the next meeting as a draft, its sections and labels from the last one"
    )
    made.add_argument(
        "series", nargs="?", metavar="SERIES", help="the folder of the series; needed if there are several"
    )
    made.add_argument(
        "--date", metavar="D", help="its date, such as 2020-10-26; by default the schedule's next"
    )


def _render(commands: Any) -> None:
    made = _command(commands, "render", "print a meeting's minutes")
    made.add_argument("meeting", metavar="MEETING", help="its file or its date")
    _snapshot(made)


def _deltas(commands: Any) -> None:
    made = _command(commands, "deltas", "print every delta of a meeting, with its baseline")
    made.add_argument(
        "meeting", nargs="?", metavar="MEETING", help="its file or its date; the newest by default"
    )
    made.add_argument(
        "--base", metavar="DATE-or-REV", help="against another meeting, or this file in a commit"
    )
    made.add_argument("--format", choices=FORMATS_OF_DATA, default="text", help="how they are shown")
    _snapshot(made)


def _items(commands: Any) -> None:
    for name, text in (
        ("done", "close an action item of the newest meeting: it is done"),
        ("drop", "close an action item of the newest meeting: it will not be done"),
        ("reopen", "open an action item again in the newest meeting"),
        ("note", "write what became of an action item so far"),
    ):
        made = _command(commands, name, text)
        made.add_argument("id", metavar="ID", help="its id, such as k7q2m4")
        if name == "drop":
            made.add_argument("--reason", metavar="R", required=True, help="why, in one line")
        if name == "note":
            made.add_argument("text", nargs="+", metavar="TEXT", help="the note, in one line")


def _add(commands: Any) -> None:
    made = _command(
        commands, "add", 'add an action item to the newest meeting, such as "Mat: update the firewall rules"'
    )
    made.add_argument(
        "text", nargs="+", metavar="TEXT", help="who and what, in any of the usual ways to write it"
    )
    made.add_argument(
        "--section", metavar="TITLE", help="its section; by default the last one with action items"
    )
    made.add_argument(
        "--series", metavar="SERIES", help="the folder of the series; needed if there are several"
    )


def _actions(commands: Any) -> None:
    made = _command(commands, "actions", "print the register of action items across meetings and series")
    made.add_argument("--owner", metavar="N", help="those of one person or group")
    made.add_argument("--status", choices=("open", "done", "dropped", "lapsed"), help="those of one status")
    made.add_argument("--section", metavar="TITLE", help="those of one section")
    made.add_argument("--overdue", action="store_true", help="open ones whose due date has passed")
    made.add_argument("--stale", action="store_true", help="open ones that lapse next time")
    made.add_argument("--as-of", metavar="DATE-or-REV", help="as they stood on a day, or in a commit")
    made.add_argument(
        "--group-by", choices=("owner", "section", "series", "status"), help="one table for each"
    )
    made.add_argument("--format", choices=("text", "json", "csv"), default="text", help="how they are shown")
    _snapshot(made)


def _gate(commands: Any) -> None:
    made = _command(
        commands,
        "gate",
        "refuse a push to a server that would break the notes",
        "Called by git in a bare repository, as its hook pre-receive, where --no-verify does not help: checks "
        "what the pushed branches shall hold, and refuses the push if `check` would find errors there.",
    )
    made.add_argument("--strict", action="store_true", help="let warnings count as errors")


def _schema(commands: Any) -> None:
    made = _command(commands, "schema", "print the JSON Schema of a meeting or a series")
    made.add_argument("kind", nargs="?", choices=("meeting", "series"), default="meeting", help="which one")


def _explain(commands: Any) -> None:
    made = _command(commands, "explain", "say what a rule wants, with a good and a bad example")
    made.add_argument("rule", nargs="?", metavar="RULE", help="its name; without one, all names")
