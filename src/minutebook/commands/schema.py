"""`schema`: prints a schema, for editors and other programs."""

from minutebook.commands._call import Call
from minutebook.source.schema import schemas


def run(call: Call) -> int:
    """Print the schema of a meeting or a series."""
    call.console.markdown(schemas.source(call.options.kind))
    return 0
