"""What the commands about minutes that were written by hand accept."""

from typing import Any

from minutebook.arguments.common import FORMATS_OF_DATA, command


def import_(commands: Any) -> None:
    """Add `import`."""
    made = command(
        commands,
        "import",
        "make notes of minutes that were written by hand",
        "Reads minutes in Markdown, in the order of their dates, and writes a meeting for each, with its minutes, and "
        "series.yaml where there is none. What it doesn't understand stays prose, as it is. Each difference between "
        "the old minutes and the new ones is told with its file and line; what can't be kept stops its file, and "
        "the others go on. Nothing that is there is written over, so it can be run again for new files",
    )
    made.add_argument(
        "files", nargs="+", metavar="FILE.md", help="the files, in any order; dates in their names or titles"
    )
    made.add_argument(
        "--into",
        required=True,
        metavar="SERIES",
        help="the folder of the series, such as meetings/technology",
    )
    made.add_argument(
        "--dry-run",
        action="store_true",
        help="write nothing, and show the same report and what would be written",
    )
    made.add_argument(
        "--format", choices=FORMATS_OF_DATA, default="text", help="how the differences are shown"
    )


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
