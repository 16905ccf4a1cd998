"""What may be shown of the characters in a text."""

import re

from minutebook.records.late_patterns import late_pattern

# Control characters but for newlines, line separators, and what turns the direction of a text (CVE-2021-42574).
_ACTED_UPON = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")
COLOR = late_pattern(r"\x1b\[[0-9;]*m")


def harmless(text: str, *, colored: bool = False) -> str:
    """Return a text, of JSON, too, in which a terminal finds nothing to act upon but its own colours."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text

    def escaped(match: re.Match[str]) -> str:
        is_color = colored and COLOR.match(text, match.start())
        return match[0] if is_color else f"\\u{ord(match[0]):04x}"

    return _ACTED_UPON.sub(escaped, text)


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes; most characters of Chinese and Japanese take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # a hook shows no source lines, and so doesn't wait for it

    return cell_len(text)


def beginning(text: str, columns: int) -> str:
    """Return a text, or as much of its beginning as some columns of a terminal have room for, and an ellipsis."""
    if len(text) <= columns and width(text) <= columns:
        return text
    kept = text[: max(columns - 1, 0)]
    while width(kept) >= columns > 0:
        kept = kept[:-1]
    return f"{kept}\u2026"


def ending(text: str, columns: int) -> str:
    """Return a text, or an ellipsis and as much of its end as some columns of a terminal have room for."""
    return beginning(text[::-1], columns)[::-1]


def printable(text: str) -> str:
    """Escape what a terminal would act upon."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text
    )
