"""Play the week of `week.md` in a throw-away repository: real git, real pre-commit, real hooks."""

import argparse
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Python leaves this folder out when it is told to trust no paths.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checkout import isolation, pages

PAGE = Path(__file__).with_suffix(".md")


class NotAsShownError(Exception):
    """A command has shown something else than the page says."""


def main() -> int:
    """Play the week in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep the notes repository and say where it is")
    keep = parser.parse_args().keep
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    folder = Path(tempfile.mkdtemp(prefix="minutebook-demo-")).resolve()
    try:
        play(PAGE.read_text(encoding="utf-8"), folder)
    except NotAsShownError as difference:
        print(f"The demo did not go as it should: {difference}")
        return 1
    finally:
        if keep:
            print(f"The notes repository is {folder / 'notes'}")
        else:
            # Windows may hold a file a little longer, which is no reason to fail.
            shutil.rmtree(folder, ignore_errors=True)
    return 0


def play(text: str, folder: Path) -> None:
    """Do what a page shows, show it, and insist that what comes back is what stands there."""
    notes = folder / "notes"
    notes.mkdir()
    settings = surroundings(folder)
    for fence in pages.fences(text):
        if prose := fence.prose.split("\n\n")[-1]:
            print(paint(f"# {prose}", "1;36"), flush=True)
        if fence.path:
            file = notes / fence.path
            file.parent.mkdir(parents=True, exist_ok=True)
            is_edit = fence.language == "diff"
            body = pages.edit(file.read_text(encoding="utf-8"), fence.body) if is_edit else fence.body
            file.write_text(body, encoding="utf-8", newline="\n")
            heading = f"{'# In' if is_edit else '$ cat'} {fence.path}"
            # What has a hidden name is about the set-up, and no notes.
            if not fence.path.startswith("."):
                print(f"{paint(heading, '1')}\n{fence.body}", flush=True)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", file.stem):
                # Commits are made on the day of the meeting, so that they are the same in every run.
                settings |= {
                    f"GIT_{who}_DATE": f"{file.stem}T10:00:00+00:00" for who in ("AUTHOR", "COMMITTER")
                }
        for command, shown in fence.commands():
            print(paint(f"$ {command}", "1"), flush=True)
            shown_output = run(command, notes, settings)
            print(shown_output.rstrip(), *["\n"] * bool(shown_output.strip()), sep="", end="", flush=True)
            output = re.sub(r"\x1b\[[0-9;]*m", "", shown_output)
            if not pages.matches(shown, output):
                raise NotAsShownError(f"below '$ {command}' should stand\n{shown}")
        if fence.language == "console":
            print(flush=True)


def colored() -> bool:
    """Whether somebody looks at a terminal that shows colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, code: str) -> str:
    """Return a text in a colour of the terminal."""
    return f"\x1b[{code}m{text}\x1b[0m" if colored() else text


def surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of somebody whose programs are this Python's, and who has set nothing."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    settings = isolation.clean_environment() | {"HOME": str(folder), "PATH": programs}
    settings |= {"PRE_COMMIT_COLOR": "always"} if colored() else {"NO_COLOR": "1"}
    settings |= {"PRE_COMMIT_HOME": str(folder / "pre-commit"), "PYTHONUTF8": "1"}
    settings.pop("XDG_CONFIG_HOME", None)
    return isolation.isolate_git(settings, folder / "gitconfig", folder / "notes")


def run(command: str, folder: Path, settings: dict[str, str]) -> str:
    """Return what a terminal shows of a command, whatever its exit code."""
    program, *words = shlex.split(command)
    if program == "minutebook" and colored():
        words += ["--color", "always"]
    if program == "cat":
        return (folder / words[0]).read_text(encoding="utf-8")
    # Windows looks on the PATH of this process alone.
    program = shutil.which(program, path=settings["PATH"]) or program
    done = subprocess.run(
        [program, *words],
        cwd=folder,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
