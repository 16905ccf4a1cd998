"""`schema`: prints a schema, for editors and other programs."""

from minutebook import schema
from minutebook.commands.call import Call


def run(call: Call) -> int:
    """Print the schema of a meeting or a series."""
    call.console.markdown(schema.source(call.options.kind))
    return 0
