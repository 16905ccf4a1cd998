"""How GitHub's runner finds commands in the output of a step (`ActionCommand.cs` of actions/runner)."""

import re
from dataclasses import dataclass, field

KNOWN = frozenset(
    [
        "error",
        "warning",
        "notice",
        "debug",
        "group",
        "endgroup",
        "add-mask",
        "add-matcher",
        "remove-matcher",
        "add-path",
        "set-env",
        "set-output",
        "save-state",
        "echo",
        "stop-commands",
    ]
)
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (*_DATA[:2], ("%3A", ":"), ("%2C", ","), _DATA[2])


@dataclass(frozen=True)
class Command:
    """A command: its name, its properties, and what stands behind it."""

    name: str
    data: str
    properties: dict[str, str] = field(default_factory=dict)


def commands(output: str, *, lenient: bool = False) -> list[Command]:
    """Return the commands that the runner carries out.

    It compares by the rules of a language, in which some characters count for nothing; `lenient` takes
    every character that is not ASCII for one of these.
    """
    if lenient:
        output = re.sub(r"[^\t\n\r -~]", "", output)
    found = (_current(line) or _old(line) for line in re.split("\r\n|\r|\n", output))
    return [command for command in found if command]


def _current(line: str) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, properties = line[2:end].partition(" ")
    if name.lower() not in KNOWN:
        return None
    pairs = [pair.split("=", 1) for pair in properties.strip().split(",")]
    values = {pair[0]: _unescape(pair[1], _PROPERTY) for pair in pairs if all(pair) and len(pair) == 2}
    return Command(name, _unescape(line[end + 2 :], _DATA), values)


def _old(line: str) -> Command | None:
    """Read the older form, which may stand anywhere in a line."""
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name = line[start + 3 : end].partition(" ")[0]
    return Command(name, line[end + 1 :]) if name.lower() in KNOWN else None


def _unescape(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, meant in escapes:
        text = text.replace(escape, meant)
    return text
