"""A page of the documentation, played from top to bottom as somebody does who types what it shows.

It is written in the notation of the demo's page (`scripts/checkout/pages.py`); a fence of any other kind shows what
stands in some file.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from checkout.pages import Fence, edit, matches
from checkout.pages import fences as fences_of

DOCS = Path(__file__).resolve().parents[2] / "docs"
END = "~~ that was all ~~"


def fences(page: str) -> list[Fence]:
    """Return the fences of a page of the documentation."""
    return fences_of((DOCS / page).read_text(encoding="utf-8"))


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
        if fence.path:
            file = folder / fence.path
            file.parent.mkdir(parents=True, exist_ok=True)
            is_edit = fence.language == "diff"
            text = edit(file.read_text(encoding="utf-8"), fence.body) if is_edit else fence.body
            file.write_text(text, encoding="utf-8", newline="")
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
    for line, output in fence.commands():
        shown = terminal.type(line)
        assert matches(output, shown), f"{page}: $ {line}\n{shown}\nis not what the page shows:\n{output}"


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
