"""Make this checkout's own `.venv` with what the machine has, for the commands beside this file.

It parses on any Python 3, so that an old one can say which one is needed: no f-strings here.
"""

import ast
import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from isolation import KEPT, clean_environment
from needs import ask, require_python, say, stop

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "minutebook-stamp"
LOG = VENV / "minutebook-install.log"

# What pip says when it can reach no index.
OFFLINE = (
    "NewConnectionError",
    "ConnectTimeout",
    "ReadTimeout",
    "ProxyError",
    "name resolution",
    "NameResolutionError",
    "No matching distribution found for hatchling",
)


@contextlib.contextmanager
def locked() -> "Iterator[None]":
    """Let only one process at a time set up this checkout."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        if not try_lock(file):
            say("waiting for another set-up of this checkout to end")
        while not try_lock(file):
            time.sleep(0.2)
        yield


def try_lock(file: "BinaryIO") -> bool:
    """Lock an open file until it is closed, unless another process holds it."""
    try:
        if sys.platform == "win32":
            # Far behind the file's end, so that everybody may still read it.
            file.seek(1 << 30)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # A file system without locks is no reason not to work.
        return True
    return True


def prepare() -> str:
    """Make `.venv` ready, or say in one sentence why not, and return the path of its Python."""
    require_python()
    with locked():
        refuse_strange_folder()
        if not usable():
            make()
        if not installed():
            install()
    return str(PYTHON)


def refuse_strange_folder() -> None:
    """End when `.venv` is something that must not be filled or removed, or nobody may write there."""
    own = VENV.is_dir() and not VENV.is_symlink()
    own = own and ((VENV / "pyvenv.cfg").is_file() or not any(VENV.iterdir()))
    if os.path.lexists(str(VENV)) and not own:
        stop(str(VENV) + " is not a virtual environment of this checkout: move it away and try again")
    if not os.access(str(VENV if own else ROOT), os.W_OK) and not (usable() and installed()):
        stop("the set-up writes to " + str(VENV) + " only, and you may not write there")


def fingerprint() -> "list[str]":
    """Say what an installation depends on: the place, the Python and the requirements."""
    requirements = (ROOT / "pyproject.toml").read_bytes()
    return [str(ROOT), str(sys.version_info[:2]), hashlib.sha256(requirements).hexdigest()]


def stamp() -> "list[str]":
    """Read the fingerprint of the last complete installation."""
    return STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []


def usable() -> bool:
    """Tell whether `.venv` works, stands where it was made, and has the Python that runs this."""
    if stamp()[:2] not in ([], fingerprint()[:2]):
        return False
    probe = "import os, pip, sys; print(sys.version_info[:2], os.path.samefile(sys.prefix, sys.argv[1]))"
    return ask([str(PYTHON), "-I", "-c", probe, str(VENV)]) == str(sys.version_info[:2]) + " True"


def installed() -> bool:
    """Tell whether nothing has changed since the last complete installation."""
    find = "import importlib.util as u; print(all(map(u.find_spec, ['minutebook', 'pre_commit', 'pytest'])))"
    return stamp() == fingerprint() and ask([str(PYTHON), "-I", "-c", find]) == "True"


def makers() -> "list[list[str]]":
    """List the commands that may be able to make an environment, the best first."""
    # Not the Python of an active environment, which may be the very one to be replaced.
    python = getattr(sys, "_base_executable", None) or sys.executable
    modules = [[python, "-m", "venv"], [python, "-m", "virtualenv"]]
    return [*modules, ["virtualenv", "-p", python], ["uv", "venv", "-q", "--seed", "--python", python]]


def make() -> None:
    """Make a new `.venv` with the first program that can."""
    say("[1/2] making .venv")
    for command in makers():
        remove()
        # Debian's venv fails after it has made half a folder, so only a usable one counts.
        if shutil.which(command[0]) and ask([*command, str(VENV)]) is not None and usable():
            return
    remove()
    stop("cannot make .venv: install venv (on Debian or Ubuntu: apt install python3-venv), virtualenv or uv")


def remove() -> None:
    """Remove an old or half-made `.venv`."""
    try:
        if VENV.exists():
            shutil.rmtree(str(VENV))
    except OSError as error:
        stop("remove " + str(VENV) + ", which is of no use any more, and try again: " + str(error))


def pip_environment() -> "dict[str, str]":
    """Keep of the user's pip configuration where packages come from, and not where they go."""
    environment = dict(clean_environment(), PIP_CONFIG_FILE=os.devnull, PYTHONUNBUFFERED="1")
    # Sorted backwards: `install` is stronger than `global`, and what was in the environment than both.
    for line in sorted((ask([str(PYTHON), "-m", "pip", "config", "list"]) or "").splitlines(), reverse=True):
        name, _, value = line.partition("=")
        section, _, key = name.partition(".")
        variable = "PIP_" + key.upper().replace("-", "_")
        if section in ("global", "install") and variable in KEPT:
            environment.setdefault(variable, ast.literal_eval(value))
    # pip's own five, each later than the last, keep somebody who is offline waiting for minutes.
    environment.setdefault("PIP_RETRIES", "2")
    return environment


def install() -> None:
    """Install the project, editable, with what its checks need."""
    say("[2/2] installing minutebook and its checks into .venv (a minute or two, once)")
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    if follow([str(PYTHON), "-m", "pip", "install", *options, "-e", ".[dev]"], pip_environment()) == 0:
        STAMP.write_text("\n".join(fingerprint()), encoding="utf-8")
        return
    output = LOG.read_text(encoding="utf-8", errors="replace")
    if any(sign in output for sign in OFFLINE):
        stop("cannot fetch the packages: go online and run this again (pip's own words: " + str(LOG) + ")")
    say(output)
    stop("pip could not install the packages into .venv, for the reason above")


def follow(command: "list[str]", environment: "dict[str, str]") -> int:
    """Run a command into the log, telling meanwhile how far it is."""
    with LOG.open("wb") as log:
        process = subprocess.Popen(
            command, env=environment, cwd=str(ROOT), stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    start, told = time.monotonic(), 0.0
    pause, ending = (0.3, "\r") if sys.stderr.isatty() else (10.0, "\n")
    try:
        while process.poll() is None:
            time.sleep(0.1)
            passed = time.monotonic() - start
            if passed - told >= pause:
                told = passed
                sys.stderr.write(progress(int(passed)).ljust(78) + ending)
                sys.stderr.flush()
    finally:
        # Interrupted, pip must not go on behind the user's back.
        process.kill()
        process.wait()
    if process.returncode == 0:
        say(("      done in " + str(int(time.monotonic() - start)) + " s").ljust(78).rstrip(ending + " "))
    return process.returncode


def progress(seconds: int) -> str:
    """Say in one short line what the installation is doing."""
    lines = LOG.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
    packages = sum(line.startswith("Collecting ") for line in lines)
    doing = [line.strip() for line in lines if not line.startswith("WARNING")]
    return ("      " + str(seconds) + " s, " + str(packages) + " packages: " + (doing or ["..."])[-1])[:78]
