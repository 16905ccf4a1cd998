"""Action items in the syntaxes that people type; thirteen were found in 91 real minutes."""

import re
from dataclasses import dataclass
from functools import cache

# Bounded, so that a long line is read at once.
_NAMES = r"(?P<owners>(?:[^():]|\([^()]*\)){1,80}?)"
_NAME = r"(?P<owners>[A-Z][\w.-]*(?:(?:\s*[,/&+]\s*|\s+and\s+|\s)[A-Z][\w.-]*)*)"
_TASK = r"(?P<task>(?![:\u2013\u2014-]\Z)\S.*)"
_END = rf"\s*[:\u2013\u2014-]\s*{_TASK}"
_AI = "(?:AI|ai)"
_BULLET = re.compile(r"\A[-*+]\s+")
_MARKED = re.compile(r"\s*(?:[-*+]\s+)?AI ?\((?P<owners>[^)]+)\)\s*:\s*(?P<task>\S.*)")
"""What is an action item even in the middle of prose."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_BETWEEN = re.compile(r"\s*[,/&+]\s*|\s+and\s+")


@dataclass(frozen=True, slots=True)
class TypedAction:
    """Who must do what, as a line says it; nobody is an empty tuple."""

    owners: tuple[str, ...]
    task: str


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Compile the syntaxes when the first line is parsed."""
    return tuple(
        re.compile(form)
        for form in (
            rf"{_AI}\s*\(\s*\)\s*[:\u2013\u2014-]?\s*(?P<owners>){_TASK}",  # AI (): …
            rf"{_AI}\s*\({_NAMES}\)\s*[:\u2013\u2014-]?\s*{_TASK}",  # AI (Mat): …   AI(Mat) - …   AI (Mat) …
            rf"{_NAMES}\s*\({_AI}\){_END}",  # Mat (AI): …
            rf"\({_NAMES}\)\s*{_AI}{_END}",  # (Mat) AI: …
            rf"{_AI}:\s*{_NAME}\s*(?:[:\u2013\u2014]|\s-)\s*{_TASK}",  # AI: Mat - …
            rf"{_AI}:\s*(?P<owners>){_TASK}",  # AI: …
            rf"{_AI}\s+{_NAME}:\s+{_TASK}",  # AI Mat: …
            rf"@?{_NAMES}:\s+{_TASK}",  # Mat: …   BrianL, Mat: …
        )
    )


def parse(line: str) -> TypedAction | None:
    """Return the action item of a line, or None where who and what can't be told apart."""
    plain = _BULLET.sub("", line.strip())
    for form in _forms():
        if match := form.fullmatch(plain):
            return _typed(match)
    return None


def parse_marked(line: str) -> TypedAction | None:
    """Return the action item of a line of prose, or None unless a mark says that it is one."""
    match = _MARKED.match(line)
    return _typed(match) if match else None


def _typed(match: re.Match[str]) -> TypedAction:
    names = _BETWEEN.split(_ASIDE.sub("", match["owners"]))
    return TypedAction(tuple(name.strip() for name in names if name.strip()), match["task"].strip())
