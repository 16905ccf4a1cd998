"""Options that several commands have."""

from argparse import ArgumentParser

from minutebook.reports import REPORTERS

SERIES_HELP = "the folder of the series; needed if there are several"

_ITEM_HELP = 'an id, such as k7q2m4, or words that only one open action item has, such as "firewall rules"'


def add_snapshot_options(parser: ArgumentParser, *, commit: bool = True) -> None:
    """Add the choice of what is read: the files as they are, what is staged, or a commit."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--staged", action="store_true", help="read what is staged, as a commit would take it")
    if commit:
        group.add_argument("--rev", metavar="REV", help="read the files of a commit")


def add_format_option(parser: ArgumentParser, purpose: str) -> None:
    """Add the choice of how data are shown."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help=purpose)


def add_problem_options(parser: ArgumentParser) -> None:
    """Add how problems are shown and counted."""
    parser.add_argument("--format", choices=tuple(REPORTERS), default="text", help="how problems are shown")
    add_strict_option(parser)


def add_strict_option(parser: ArgumentParser) -> None:
    """Add the choice of what counts as an error."""
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")


def add_series_argument(parser: ArgumentParser) -> None:
    """Add the series that a command is about."""
    parser.add_argument("series", nargs="?", metavar="SERIES", help=SERIES_HELP)


def add_paths_option(parser: ArgumentParser) -> None:
    """Add the paths of the meetings that a command is about."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a meeting, a series, or a folder of series")


def add_items_option(parser: ArgumentParser) -> None:
    """Add the action items that a command is about."""
    parser.add_argument("items", nargs="+", metavar="ITEM", help=f"each {_ITEM_HELP}")


def add_item_option(parser: ArgumentParser) -> None:
    """Add the action item that a command is about."""
    parser.add_argument("item", metavar="ITEM", help=_ITEM_HELP)


def add_old_minutes_option(parser: ArgumentParser) -> None:
    """Add the files of minutes that were written by hand."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE.md", help="the files, in any order; dates in their names or titles"
    )
