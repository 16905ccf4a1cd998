"""A page of the documentation, played from top to bottom as somebody does who types what it shows.

A `console` fence holds commands and all that a terminal shows of them, where `…` stands for what may differ: for
any lines on a line of its own, for any words within one. A path and a fence below it are a file as it is typed;
a `diff` there is what is changed in an editor, with `…` between places that lie apart. Any other fence shows what
stands in some file.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
FENCE = re.compile(r"(?:^`([^`\n]+)`:?\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
END = "~~ that was all ~~"


@dataclass(frozen=True)
class Fence:
    """What stands between two fences: of a file, if a path stands above it."""

    path: str
    language: str
    body: str


def fences(page: str) -> list[Fence]:
    """Return the fences of a page of the documentation."""
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text.count("\n```") % 2 == 0, f"{page}: a fence is left open"
    return [Fence(*found) for found in FENCE.findall(text)]


class Terminal:
    """A shell that stays, in a folder, with these variables and no others."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.home = folder
        self._shell = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            cwd=folder,
            env=settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def type(self, line: str) -> str:
        """Type a line, and return what the terminal shows."""
        assert self._shell.stdin
        assert self._shell.stdout
        # Nobody answers a question here, unless the line itself does.
        self._shell.stdin.write(f"{{ {line}\n}} < /dev/null\necho '{END}'\n")
        self._shell.stdin.flush()
        shown = ""
        while not shown.endswith(f"{END}\n"):
            said = self._shell.stdout.readline()
            assert said, f"the shell ended at: {line}\n{shown}"
            shown += said
        return shown.removesuffix(f"{END}\n")

    def folder(self) -> Path:
        """Return where the shell is."""
        return Path(self.type("pwd").strip())

    def close(self) -> None:
        """End the shell."""
        self._shell.communicate()


def play(page: str, terminal: Terminal) -> None:
    """Play a page, and insist that all it shows is so."""
    for fence in fences(page):
        folder = terminal.folder()
        if fence.path and fence.language == "diff":
            edit(folder / fence.path, fence.body)
        elif fence.path:
            (folder / fence.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / fence.path).write_text(fence.body, encoding="utf-8", newline="")
        elif fence.language == "console":
            _type(fence, page, terminal)
        else:
            assert stands_somewhere(fence.body, folder), f"{page}: this stands in no file:\n{fence.body}"


def play_commands(page: str, terminal: Terminal) -> None:
    """Type only the commands of a page, and insist that all it shows of them is so."""
    for fence in fences(page):
        if fence.language == "console":
            _type(fence, page, terminal)


def _type(fence: Fence, page: str, terminal: Terminal) -> None:
    for line, output in COMMAND.findall(fence.body):
        shown = terminal.type(line)
        assert matches(output, shown), f"{page}: $ {line}\n{shown}\nis not what the page shows:\n{output}"


def edit(file: Path, changes: str) -> None:
    """Change a file as it is shown: each place must be there, and only once."""
    text = file.read_text(encoding="utf-8")
    for change in changes.split("…\n"):
        lines = change.splitlines(keepends=True)
        assert all(line[0] in " -+" for line in lines), f"neither kept nor changed: {change}"
        before, after = ("".join(line[1:] for line in lines if line[0] in signs) for signs in (" -", " +"))
        places = f"\n{text}".count(f"\n{before}")
        assert places == 1, f"{file.name} has this {places} times:\n{before}"
        text = f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:]
    file.write_text(text, encoding="utf-8", newline="")


def matches(shown: str, said: str) -> bool:
    """Whether a page shows what was said; blanks at the ends of lines can't be seen."""
    lines = [_pattern(line) for line in shown.splitlines()]
    plain = re.sub(r"[ \t]+$", "", said, flags=re.MULTILINE)
    return re.fullmatch("".join(lines), plain) is not None


def _pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*?"
    return ".+?".join(re.escape(part) for part in line.rstrip().split("…")) + r"\n"


def stands_somewhere(text: str, folder: Path) -> bool:
    """Whether a file below a folder has these lines, in whatever depth they stand there."""
    wanted = [line.rstrip() for line in text.splitlines()]
    files = (path for path in folder.rglob("*") if path.is_file() and not {".git", ".venv"} & set(path.parts))
    return any(_has(path.read_text(encoding="utf-8", errors="replace"), wanted) for path in files)


def _has(text: str, wanted: list[str]) -> bool:
    lines = [line.rstrip() for line in text.splitlines()]
    for start in range(len(lines) - len(wanted) + 1):
        indent = (
            lines[start][: len(lines[start]) - len(wanted[0])] if lines[start].endswith(wanted[0]) else "x"
        )
        if not indent.strip() and all(
            line == (indent + want if want else "") for line, want in zip(lines[start:], wanted, strict=False)
        ):
            return True
    return False
