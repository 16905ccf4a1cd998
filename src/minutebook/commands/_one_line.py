"""Text from the command line that becomes a line of a file."""

from minutebook.records.problem import UsageError


def one_line(what: str, text: str) -> str:
    """Return a text without blanks around it; raises UsageError if it is not one line that can be seen."""
    plain = text.strip()
    if not plain or not plain.isprintable():
        raise UsageError(f"{what} must be one line of text")
    return plain
