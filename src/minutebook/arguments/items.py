"""What the commands about action items accept."""

from typing import Any

from minutebook.arguments.common import command, snapshot


def items(commands: Any) -> None:
    """Add the commands that change one item: `done`, `drop`, `reopen` and `note`."""
    for name, text in (
        ("done", "close an action item of the newest meeting: it is done"),
        ("drop", "close an action item of the newest meeting: it will not be done"),
        ("reopen", "open an action item again in the newest meeting"),
        ("note", "write what became of an action item so far"),
    ):
        made = command(commands, name, text)
        made.add_argument("id", metavar="ID", help="its id, such as k7q2m4")
        if name == "drop":
            made.add_argument("--reason", metavar="R", required=True, help="why, in one line")
        if name == "note":
            made.add_argument("text", nargs="+", metavar="TEXT", help="the note, in one line")


def add(commands: Any) -> None:
    """Add `add`."""
    made = command(
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


def actions(commands: Any) -> None:
    """Add `actions`."""
    made = command(commands, "actions", "print the register of action items across meetings and series")
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
    snapshot(made)
