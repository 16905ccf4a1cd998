"""What must be there before anything else: a Python that is new enough, and git.

This file and the two commands parse on any Python 3, so that an old one can say which one is needed.
"""

import shlex
import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWEST = 19
"""The last minor version of Python 3 that is looked for."""


def stop(sentence: str) -> None:
    """End with one sentence and exit code 2."""
    sys.stderr.write(sentence + "\n")
    sys.exit(2)


def insist(version: "tuple[int, ...]" = sys.version_info[:3]) -> None:
    """End unless this Python is new enough, naming the command of one that is, and git is there."""
    if version[:2] < OLDEST:
        command = newer_python()
        typed = " ".join(shlex.quote(word) for word in sys.argv)
        advice = (
            "type: " + command + " " + typed if command else "get one at https://www.python.org/downloads/"
        )
        running = ".".join(str(number) for number in version)
        stop("minutebook needs Python 3.11 or newer, and this is Python " + running + "; " + advice)
    if not shutil.which("git"):
        stop("minutebook keeps minutes in git, and git is missing: get it at https://git-scm.com/downloads")


def newer_python() -> str:
    """Return a command on this machine that starts a Python that is new enough, or nothing."""
    minors = ["3." + str(minor) for minor in range(NEWEST, OLDEST[1] - 1, -1)]
    commands = [["python" + minor] for minor in minors] + [["python3"], ["python"]]
    for command in commands + [["py", "-" + minor] for minor in minors]:
        # Version managers such as pyenv put stand-ins on PATH that start nothing.
        if shutil.which(command[0]) and is_new_enough(command):
            return " ".join(command)
    return ""


def is_new_enough(command: "list[str]") -> bool:
    """Whether a command starts a Python that is new enough, whatever the user has set for another one."""
    probe = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.call([*command, "-I", "-c", probe], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False
