"""Signs that come with what is pasted: word processors and spreadsheets write them for those of a keyboard."""

from minutebook.records.late_patterns import late_pattern

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""The spaces of Unicode but the usual one: of other widths, or at which no line breaks."""
NO_BREAK_SPACES = "\u00a0\u202f"
"""Those of them that hold together what they stand in, such as the thousands of a number."""
BULLETS = "\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u00b7\u2013\u2014\u2192"
"""What begins an item of a list there: dots, boxes, dashes and arrows."""
PICTURES = (
    "\u27a1\u25b6\u2753\u2757\u26a0\u2b50\U0001f449\U0001f4cc\U0001f525\U0001f534\U0001f6a9\U0001f7e1\ufe0f"
    "\u270f\U0001f3af\U0001f477\U0001f4dd\U0001f528\U0001f6e0"
)
"""Pictures of arrows, hands and other signs before what is to do."""
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""What stands there for a hyphen or a minus."""
APOSTROPHES = "\u2018\u2019\u02bc"
"""What stands there for the apostrophe of a name such as O'Hara."""
QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
"""Quotes of all languages, which open in some of them where they close in others."""
_SPACE = late_pattern(f"[{SPACES}]")


def with_plain_spaces(text: str) -> str:
    """Return a text with the usual space in the place of each other one."""
    # Most lines have only ASCII, and each line of prose is asked about.
    return text if text.isascii() else _SPACE.sub(" ", text)
