"""The notation of pages that show what somebody types and what comes back.

A `console` fence holds commands and all that a terminal shows of them, where `…` stands for what may differ: for
any lines on a line of its own, for any words within one. A path and a fence below it are a file as it is typed;
a `diff` there is what is changed in an editor, with `…` between places that lie apart.
"""

import re
from dataclasses import dataclass

FENCE = re.compile(r"(?:^`([^`\n]+)`:?\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Fence:
    """What stands between two fences, and the prose above it; of a file, if a path stands there too."""

    prose: str
    path: str
    language: str
    body: str

    def commands(self) -> list[tuple[str, str]]:
        """Return each command of a console, with what is shown below it."""
        return COMMAND.findall(self.body) if self.language == "console" else []


def fences(text: str) -> list[Fence]:
    """Return the fences of a page; raises ValueError if one is left open."""
    if text.count("\n```") % 2:
        raise ValueError("a fence is left open")
    starts = [0, *(match.end() for match in FENCE.finditer(text))]
    return [
        Fence(text[start : match.start()].strip(), match[1] or "", match[2], match[3])
        for start, match in zip(starts, FENCE.finditer(text), strict=False)
    ]


def edit(text: str, changes: str) -> str:
    """Return a text changed as a `diff` shows; raises ValueError unless each place is there, and only once."""
    for change in changes.split("…\n"):
        lines = change.splitlines(keepends=True)
        if any(line[0] not in " -+" for line in lines):
            raise ValueError(f"neither kept nor changed: {change}")
        before, after = ("".join(line[1:] for line in lines if line[0] in signs) for signs in (" -", " +"))
        count = f"\n{text}".count(f"\n{before}")
        if count != 1:
            raise ValueError(f"this is there {count} times:\n{before}")
        text = f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:]
    return text


def matches(shown: str, output: str) -> bool:
    """Whether a page shows what came back; spaces at the ends of lines can't be seen."""
    pattern = "".join(map(_pattern, shown.splitlines()))
    return re.fullmatch(pattern, re.sub(r"[ \t]+$", "", output, flags=re.MULTILINE)) is not None


def _pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*?"
    return ".+?".join(re.escape(part) for part in line.rstrip().split("…")) + r"\n"
