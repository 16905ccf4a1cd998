"""What the commands about minutes that were written by hand accept."""

from typing import Any

from minutebook.arguments.common import FORMATS_OF_DATA, command


def audit(commands: Any) -> None:
    """Add `audit`."""
    made = command(
        commands,
        "audit",
        "find wrong figures and lost promises in minutes that were written by hand",
        "Reads minutes in Markdown, in the order of their dates, and finds deltas, totals and counters that are "
        "wrong, titles with another date than the file's name, likely slips in the names of those present, and "
        "action items that the next minutes neither repeat nor close. Needs no notes repository and writes "
        "nothing. What it doesn't understand it takes for prose",
    )
    made.add_argument(
        "files", nargs="+", metavar="FILE.md", help="the files, in any order; dates in their names or titles"
    )
    made.add_argument("--format", choices=FORMATS_OF_DATA, default="text", help="how the faults are shown")
