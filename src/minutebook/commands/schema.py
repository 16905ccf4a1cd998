"""`schema`: prints a schema, for editors and other programs."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.source.schema import schemas


def options(parser: ArgumentParser) -> None:
    """Add the options of `schema`."""
    parser.add_argument("kind", nargs="?", choices=("meeting", "series"), default="meeting", help="which one")


def run(call: Call) -> int:
    """Print the schema of a meeting or a series."""
    call.console.markdown(schemas.source(call.options.kind))
    return 0
