"""What must be there before anything else: a Python that is new enough, and git.

It parses on any Python 3, as `environment.py` does.
"""

import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from isolation import clean_environment

if TYPE_CHECKING:
    from typing import NoReturn

NEEDED = (3, 11)
PROBE = "import sys; print(sys.version_info >= (3, 11))"


def stop(sentence: str) -> "NoReturn":
    """End with one sentence and exit code 2."""
    sys.stderr.write(sentence + "\n")
    sys.exit(2)


def require_python(version: "tuple[int, ...]" = sys.version_info[:3]) -> None:
    """End unless this Python is new enough, naming the command of one that is."""
    if version[:2] >= NEEDED:
        return
    command = newer_python()
    typed = " ".join(shlex.quote(word) for word in sys.argv)
    advice = "type: " + command + " " + typed if command else "get one at https://www.python.org/downloads/"
    this = ".".join(str(number) for number in version)
    stop("minutebook needs Python 3.11 or newer, and this is Python " + this + "; " + advice)


def newer_python() -> "str | None":
    """Find a command on this machine that starts a Python that is new enough."""
    minors = ["3." + str(minor) for minor in range(19, NEEDED[1] - 1, -1)]
    commands = [["python" + minor] for minor in minors] + [["python3"], ["python"]]
    for command in commands + [["py", "-" + minor] for minor in minors]:
        # To be on PATH is not enough: version managers put stand-ins there.
        if shutil.which(command[0]) and ask([*command, "-c", PROBE]) == "True":
            return " ".join(command)
    return None


def require_git() -> None:
    """End unless git is there."""
    if not shutil.which("git"):
        stop("minutebook keeps minutes in git, and git is missing: get it at https://git-scm.com/downloads")


def ask(command: "list[str]") -> "str | None":
    """Return what a command prints, or nothing when it fails."""
    try:
        return subprocess.check_output(
            command,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=300,
            universal_newlines=True,
        ).strip()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def say(text: str) -> None:
    """Tell the user about a step."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
