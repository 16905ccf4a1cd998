"""Run all tests and checks of this checkout in its own `.venv`, and say at the end how each went.

Usage: python3 scripts/test.py [arguments for pytest]

Where the variable CI is "true", MINUTEBOOK_CI is set to 1 for the tests: there, a test that would be
skipped because a tool is missing fails instead.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

# Python leaves this folder out when it is told to trust no paths.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from checkout import needs

needs.insist()

from concurrent.futures import ThreadPoolExecutor

from checkout import environment, isolation

# A worker takes a file of tests at a time, in the order that the tests have, so that what a file begins with is made
# once. Each line ends with how many tests of how many are done, on a terminal and in a log; at the end stands what
# was skipped, and why.
WORKERS = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
PYTEST = ["pytest", *WORKERS, "-rs", "-o", "console_output_style=count"]
BESIDE = (
    ("ruff check", ["ruff", "check"]),
    ("ruff format", ["ruff", "format", "--check"]),
    ("mypy", ["mypy"]),
    ("pre-commit", ["pre_commit", "run", "--all-files"]),
)
"""What runs one after the other while pytest runs, and is shown after it."""


def main(arguments: "list[str]") -> int:
    """Run every check, even after one has failed, and report."""
    python = environment.prepare()
    settings = surroundings()
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        checks = [
            (name, pool.submit(check, name, [python, "-m", *words], settings)) for name, words in BESIDE
        ]
        results = [("pytest", *check("pytest", [python, "-m", *PYTEST, *arguments], settings, shown=True))]
        for name, future in checks:
            results.append((name, *future.result()))
            print("\n== " + name + "\n" + results[-1][-1], end="", flush=True)
    finally:
        pool.shutdown(cancel_futures=True)
    print("\n" + "\n".join(line(name, code, seconds) for name, code, seconds, _ in results), flush=True)
    return int(any(code for _, code, _, _ in results))


def surroundings() -> "dict[str, str]":
    """Return the user's settings without those that would change the results of a check."""
    settings = isolation.isolate_git(
        isolation.clean_environment(), environment.VENV / "minutebook-gitconfig", environment.ROOT
    )
    # The hooks' own environments are installations too, and belong nowhere else.
    settings["PRE_COMMIT_HOME"] = str(environment.VENV / "pre-commit")
    if os.environ.get("CI", "").lower() in ("true", "1"):
        settings["MINUTEBOOK_CI"] = "1"
    return settings


def check(
    name: str, command: "list[str]", settings: "dict[str, str]", shown: bool = False
) -> "tuple[int | None, float, str]":
    """Run a check, and return its exit code, or None where it can't run, its seconds, and what it has not shown yet."""
    if name == "pre-commit" and not (environment.ROOT / ".git").exists():
        return None, 0.0, ""
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=environment.ROOT,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=None if shown else subprocess.PIPE,
        stderr=None if shown else subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, time.monotonic() - start, done.stdout or ""


def line(name: str, code: "int | None", seconds: float) -> str:
    """Return in one line how a check went."""
    if code is None:
        return "skipped  " + name + ": hooks need a git clone, and this checkout has no .git"
    verdict = "failed" if code else "passed"
    return verdict.ljust(9) + name.ljust(13) + format(seconds, "6.1f") + " s"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
