"""What may be shown of the characters in a text."""

import re

# Control characters but for newlines, line separators, and what turns the direction of a text (CVE-2021-42574).
_ACTED_UPON = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")


def harmless(text: str, *, colored: bool = False) -> str:
    """Return a text, of JSON, too, in which a terminal finds nothing to act upon but its own colours."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text

    def escaped(match: re.Match[str]) -> str:
        return match[0] if colored and match[0] == "\x1b" else f"\\u{ord(match[0]):04x}"

    return _ACTED_UPON.sub(escaped, text)


def printable(text: str) -> str:
    """Escape what a terminal would act upon."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text
    )
