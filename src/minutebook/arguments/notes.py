"""What the commands about whole meetings accept."""

from typing import Any

from minutebook.arguments.common import FORMATS_OF_DATA, command, problems, snapshot


def check(commands: Any) -> None:
    """Add `check`."""
    made = command(
        commands,
        "check",
        "find every problem; change nothing",
        "Read-only: schema, rules, and generated files that are not current. All series when no path is given.",
    )
    made.add_argument("paths", nargs="*", metavar="PATH", help="a meeting, a series, or a folder of series")
    snapshot(made)
    problems(made)
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


def sync(commands: Any) -> None:
    """Add `sync`."""
    made = command(
        commands,
        "sync",
        "write the minutes and the index, and report what only people can mend",
        "Writes whatever can be computed and is not current, one line for each file it wrote.",
    )
    made.add_argument("paths", nargs="*", metavar="PATH", help="a meeting, a series, or a folder of series")
    snapshot(made, commit=False)
    problems(made)
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


def new(commands: Any) -> None:
    """Add `new`."""
    made = command(
        commands, "new", "start the next meeting as a draft, its sections and labels from the last one"
    )
    made.add_argument(
        "series", nargs="?", metavar="SERIES", help="the folder of the series; needed if there are several"
    )
    made.add_argument(
        "--date", metavar="D", help="its date, such as 2020-10-26; by default the schedule's next"
    )


def render(commands: Any) -> None:
    """Add `render`."""
    made = command(commands, "render", "print a meeting's minutes")
    made.add_argument("meeting", metavar="MEETING", help="its file or its date")
    snapshot(made)


def deltas(commands: Any) -> None:
    """Add `deltas`."""
    made = command(commands, "deltas", "print every delta of a meeting, with its baseline")
    made.add_argument(
        "meeting", nargs="?", metavar="MEETING", help="its file or its date; the newest by default"
    )
    made.add_argument(
        "--base", metavar="DATE-or-REV", help="against another meeting, or this file in a commit"
    )
    made.add_argument("--format", choices=FORMATS_OF_DATA, default="text", help="how they are shown")
    snapshot(made)
