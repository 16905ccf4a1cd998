"""The checkout's own `.venv`, made with what the machine has."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checkout.isolation import clean_environment
from checkout.needs import stop

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "minutebook-stamp"
LOG = VENV / "minutebook-install.log"
PACKAGES = ("minutebook", "pre_commit", "pytest")
# Says of a `.venv` which Python it has, and whether it stands here and has pip and these packages.
PROBE = """\
import importlib.util, os, pip, sys
print(sys.version_info[:2], os.path.samefile(sys.prefix, sys.argv[1]))
print(all(map(importlib.util.find_spec, sys.argv[2:])))
"""
# What pip says when it can reach no index.
OFFLINE = (
    *("NewConnectionError", "ConnectTimeout", "ReadTimeout", "ProxyError", "NameResolutionError"),
    *("name resolution", "No matching distribution found for hatchling"),
)


def prepare() -> str:
    """Make `.venv` ready, or say in one sentence why not, and return the path of its Python."""
    with locked():
        refuse_strange_folder()
        if not usable():
            make()
        if not installed():
            install()
    return str(PYTHON)


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Let only one process at a time set up this checkout."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        if not try_lock(file):
            say("waiting for another set-up of this checkout to end")
        while not try_lock(file):
            time.sleep(0.2)
        yield


def try_lock(file: BinaryIO) -> bool:
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


def refuse_strange_folder() -> None:
    """End when `.venv` is something that must not be filled or removed, or nobody may write there."""
    is_ours = VENV.is_dir() and not VENV.is_symlink()
    is_ours = is_ours and ((VENV / "pyvenv.cfg").is_file() or not any(VENV.iterdir()))
    if os.path.lexists(VENV) and not is_ours:
        stop(f"{VENV} is not a virtual environment of this checkout: move it away and try again")
    if not os.access(VENV if is_ours else ROOT, os.W_OK) and not (usable() and installed()):
        stop(f"the set-up writes to {VENV} only, and you may not write there")


def fingerprint() -> list[str]:
    """Return what an installation depends on: the place, the Python and the requirements."""
    requirements = (ROOT / "pyproject.toml").read_bytes()
    return [str(ROOT), str(sys.version_info[:2]), hashlib.sha256(requirements).hexdigest()]


def stamp() -> list[str]:
    """Return the fingerprint of the last complete installation."""
    return STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []


def usable(*packages: str) -> bool:
    """Whether `.venv` stands where it was made, and has the Python that runs this and these packages."""
    if stamp()[:2] not in ([], fingerprint()[:2]):
        return False
    answer = ask([str(PYTHON), "-I", "-c", PROBE, str(VENV), *packages])
    return answer.splitlines() == [f"{sys.version_info[:2]} True", "True"]


def installed() -> bool:
    """Whether nothing has changed since the last complete installation."""
    return stamp() == fingerprint() and usable(*PACKAGES)


def makers() -> list[list[str]]:
    """Return the commands that may be able to make an environment, the best first."""
    # Not the Python of an active environment, which may be the very one to be replaced.
    python = getattr(sys, "_base_executable", None) or sys.executable
    modules = [[python, "-m", "venv"], [python, "-m", "virtualenv"]]
    return [*modules, ["virtualenv", "-p", python], ["uv", "venv", "-q", "--seed", "--python", python]]


def make() -> None:
    """Make a new `.venv` with the first program that can."""
    say("[1/2] making .venv")
    for command in makers():
        shutil.rmtree(VENV, ignore_errors=True)
        if VENV.exists():
            stop(f"remove {VENV}, which is of no use any more, and try again")
        # Debian's venv fails after it has made half a folder, so only a usable one counts.
        if shutil.which(command[0]):
            ask([*command, str(VENV)])
        if usable():
            return
    shutil.rmtree(VENV, ignore_errors=True)
    stop("cannot make .venv: install venv (on Debian or Ubuntu: apt install python3-venv), virtualenv or uv")


def install() -> None:
    """Install the project, editable, with what its checks need."""
    say("[2/2] installing minutebook and its checks into .venv (a minute or two, once)")
    # pip's own five tries, each later than the last, keep somebody who is offline waiting for minutes;
    # and `user = true` in somebody's pip.conf must not lead out of `.venv`.
    settings = {"PIP_RETRIES": "2"} | clean_environment() | {"PIP_USER": "0", "PYTHONUNBUFFERED": "1"}
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    command = [str(PYTHON), "-m", "pip", "install", *options, "-e", ".[dev]"]
    if os.environ.get("MINUTEBOOK_VERSIONS") == "lowest":
        command += ["--constraint", str(ROOT / ".github/lowest.txt")]
    lines = []
    # On a terminal each name is written over the one before; a log has one in each line.
    width, ending = (72, "\r") if sys.stderr.isatty() else (0, "\n")
    out, both = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, env=settings, cwd=ROOT, stdout=out, stderr=both) as pip:
        for line in pip.stdout or ():
            lines.append(line.decode(errors="replace"))
            if line.startswith(b"Collecting "):
                say(f"      {lines[-1].split()[1]:{width}}", ending)
    output = "".join(lines)
    LOG.write_text(output, encoding="utf-8")
    if any(sign in output for sign in OFFLINE) and pip.returncode:
        stop(f"cannot fetch the packages: go online and run this again (pip's own words: {LOG})")
    if pip.returncode:
        stop(f"{output}\npip could not install the packages into .venv, for the reason above")
    if not usable(*PACKAGES):
        stop("pip did not install into .venv: `pip config list` says what sends packages elsewhere")
    STAMP.write_text("\n".join(fingerprint()), encoding="utf-8")


def ask(command: list[str]) -> str:
    """Return what a command prints, or nothing when it fails."""
    try:
        done = subprocess.run(command, env=clean_environment(), capture_output=True, check=False)
    except OSError:
        return ""
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""


def say(text: str, ending: str = "\n") -> None:
    """Tell the user about a step."""
    sys.stderr.write(text + ending)
    sys.stderr.flush()
