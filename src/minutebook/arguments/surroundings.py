"""What the commands around the notes accept: the set-up, the server, schemas and explanations."""

from typing import Any

from minutebook.arguments.common import command


def init(commands: Any) -> None:
    """Add `init`."""
    made = command(
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
        help="what CI does where minutes are not current: push them (the default), propose them, or nothing",
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


def gate(commands: Any) -> None:
    """Add `gate`."""
    made = command(
        commands,
        "gate",
        "refuse a push to a server that would break the notes",
        "Called by git in a bare repository, as its hook pre-receive, where --no-verify does not help: checks "
        "what the pushed branches shall hold, and refuses the push if `check` would find errors there.",
    )
    made.add_argument("--strict", action="store_true", help="let warnings count as errors")


def schema(commands: Any) -> None:
    """Add `schema`."""
    made = command(commands, "schema", "print the JSON Schema of a meeting or a series")
    made.add_argument("kind", nargs="?", choices=("meeting", "series"), default="meeting", help="which one")


def explain(commands: Any) -> None:
    """Add `explain`."""
    made = command(commands, "explain", "say what a rule wants, with a good and a bad example")
    made.add_argument("rule", nargs="?", metavar="RULE", help="its name; without one, all names")
