"""The page that explains a rule, as files and commands.

A path and a fence below it are a file; a `console` fence holds commands and all that they write to standard output.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.rules.explanations import explanation

FENCE = re.compile(r"(?:^`([^`\n]+)`\n\n)?^(`{3,})(\w+)\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
STAND_IN = re.compile(rb"<(?:0x[0-9A-F]{2}|U\+[0-9A-F]{4}|CR|TAB|[0-9,]+ letters)>")


@dataclass(frozen=True)
class File:
    """A file that a page shows whole."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Command:
    """A command that a page shows, and all that it writes to standard output."""

    line: str
    output: str


def sections(rule: str) -> dict[str, str]:
    """Return what stands below each heading of a rule's page."""
    return dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", explanation(rule), re.MULTILINE | re.DOTALL))


def steps(rule: str, example: str) -> Iterator[File | Command]:
    """Yield what a page shows for an example, from top to bottom: what is given, and then the example."""
    shown = sections(rule).get("Given", "") + sections(rule)[example]
    for path, _fence, language, body in FENCE.findall(shown):
        if language == "console":
            yield from (Command(line, output) for line, output in COMMAND.findall(body))
        else:
            yield File(path, STAND_IN.sub(bytes_meant, body.encode()))


def bytes_meant(found: re.Match[bytes]) -> bytes:
    """Return the bytes for which a page writes something that can be seen."""
    name = found.group().decode().strip("<>")
    if name.startswith("U+"):
        return chr(int(name[2:], 16)).encode()
    if name.startswith("0x"):
        return bytes([int(name, 16)])
    if name.endswith(" letters"):
        return b"x" * int(name.removesuffix(" letters").replace(",", ""))
    return {"CR": b"\r", "TAB": b"\t"}[name]
