"""What a reader sees of a piece of Markdown, and forms of it in which spellings of one label or title are equal."""

import re
from html import unescape

_EMPHASIS = re.compile(r"\A(?:\*{1,3}|_{1,3}|`|~~)(.*?)(?:\*{1,3}|_{1,3}|`|~~)\Z")


def strip_markup(text: str) -> str:
    """Return what a reader sees of a cell: no entities, emphasis or backslashes, single spaces."""
    # CommonMark 2.4: only punctuation can be escaped, before other signs a backslash is one.
    shown = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)).strip()
    while (inside := _EMPHASIS.match(shown)) and inside[1] != shown:
        shown = inside[1].strip()
    return " ".join(shown.split())


def fold_label(text: str) -> str:
    """Return a label for comparison: without markup and the punctuation at its end, in small letters."""
    return strip_markup(text).casefold().rstrip(" :;.")


def fold_title(title: str) -> str:
    """Return a title for comparison without its numbers, which may be a date or a release."""
    return fold_label(re.sub(r"[0-9][\w.-]*", "", title))


def fold_counter_label(label: str) -> str:
    """Return the label of a counter for comparison: in the singular, for `1 ticket` goes on with `2 tickets`."""
    return " ".join(word.removesuffix("s") for word in fold_label(label).split())
