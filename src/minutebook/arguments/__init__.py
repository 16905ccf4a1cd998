"""What the program accepts on its command line."""

import argparse
from typing import Any

from minutebook.arguments import handwritten, items, notes, surroundings

_COMMANDS = (
    *(
        surroundings.init,
        notes.check,
        notes.sync,
        notes.new,
        items.items,
        items.add,
        notes.render,
        notes.deltas,
    ),
    *(items.actions, handwritten.import_, handwritten.audit),
    *(surroundings.gate, surroundings.schema, surroundings.explain),
)
"""In the order in which the help names them."""
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
    for add in _COMMANDS:
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
