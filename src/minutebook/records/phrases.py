"""How messages quote, shorten and count what they are about, and what they tell people to type."""

from collections.abc import Iterable

from minutebook.records.late_patterns import late_pattern
from minutebook.records.likeness import parting

SYNC = "Type: minutebook sync"
SYNC_ALL = f"{SYNC} --all"
FIX = f"{SYNC} --fix"
"""Where `sync` itself mends what is wrong: a file it writes, a meeting older than the newest two, what people typed."""
LEFT_OUT = "If it is left out only today (`new` offers it again), or gone for good, write below `date`"
"""Before the answer of a meeting that lacks what it counted before."""
CONFLICT_LINES = "the lines of <<<<<<<, ======= and >>>>>>>"
"""What git puts around the two sides of a conflict."""
_WHOLE = late_pattern(r"!?\[(?P<text>[^\[\]]*)\]\([^()\s]*\)|`[^`]+`|<?https?://\S+")
_LEAD = 20
"""How many characters stand before a difference."""


def conflict_hint(marks: str = CONFLICT_LINES) -> str:
    """Return how a merge conflict that is left in a text is mended, given the lines that git put there."""
    return f"Keep what is right from both sides, and delete {marks}."


def shell_line(words: Iterable[str]) -> str:
    """Return a line for a shell; a word that can't be seen is written byte by byte, as bash and zsh read it."""
    import shlex

    return " ".join(shlex.quote(word) if word.isprintable() else f"$'{_unseen(word)}'" for word in words)


def _unseen(word: str) -> str:
    return "".join(
        sign
        if sign.isprintable() and sign not in "\\'"
        else "".join(f"\\x{byte:02x}" for byte in sign.encode("utf-8", "surrogateescape"))
        for sign in word
    )


def excerpt(text: str, most: int = 60) -> str:
    """Return a text in quotes, of a long one the beginning."""
    return f"'{shortened(text, most)}'"


def shortened(text: str, most: int) -> str:
    """Return a text with at most so many characters, the last of which says that there were more.

    It ends before a link or code that there is no room for; of a link near the beginning only the text is kept.
    """
    if len(text) <= most:
        return text
    last = most - 1
    for link in _WHOLE.finditer(text):
        if link.start() < last < link.end() and link.start() >= most // 2:
            last = link.start()
        elif link.start() < last < link.end() and link["text"]:
            return shortened(f"{text[: link.start()]}{link['text']}{text[link.end() :]}", most)
    return f"{text[:last].rstrip()}\u2026"


def contrast(former: str, text: str, most: int) -> tuple[str, str]:
    """Return two texts, of long ones only what stands around the first difference."""
    common_length = parting(former, text)
    if max(len(former), len(text)) <= most or common_length <= _LEAD:
        return shortened(former, most), shortened(text, most)
    start = text.rfind(" ", 0, common_length - _LEAD) + 1 or common_length - _LEAD
    return shortened(f"\u2026{former[start:]}", most), shortened(f"\u2026{text[start:]}", most)


def counted(number: int, noun: str) -> str:
    """Return a number of something in words, such as `2 errors`."""
    return f"{number} {noun}{'s' * (number != 1)}"


def aligned(lead: str, lines: Iterable[str]) -> str:
    """Return a lead with lines behind it, below each other."""
    return f"{lead} " + f"\n{' ' * len(lead)} ".join(lines)
