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

import environment
import isolation
import needs

PYTEST = ["pytest", "-n", "auto", "--dist", "loadgroup", "--cov", "--cov-report=term:skip-covered"]
CHECKS = (
    ("ruff check", ["ruff", "check"]),
    ("ruff format", ["ruff", "format", "--check"]),
    ("mypy", ["mypy"]),
    ("pytest", PYTEST),
    ("pre-commit", ["pre_commit", "run", "--all-files"]),
)


def main(arguments: "list[str]") -> int:
    """Run every check, even after one has failed, and report."""
    needs.require_python()
    needs.require_git()
    python = environment.prepare()
    settings = surroundings()
    results = []
    for name, words in CHECKS:
        command = [python, "-m", *words, *(arguments if name == "pytest" else [])]
        results.append((name, *check(name, command, settings)))
    print("\n" + "\n".join(line(*result) for result in results), flush=True)
    return int(any(code for _, code, _ in results))


def surroundings() -> "dict[str, str]":
    """Give the checks the user's settings without those that would change their results."""
    settings = isolation.isolate_git(
        isolation.clean_environment(), environment.VENV / "minutebook-gitconfig", environment.ROOT
    )
    # The hooks' own environments are installations too, and belong nowhere else.
    settings["PRE_COMMIT_HOME"] = str(environment.VENV / "pre-commit")
    if os.environ.get("CI", "").lower() in ("true", "1"):
        settings["MINUTEBOOK_CI"] = "1"
    return settings


def check(name: str, command: "list[str]", settings: "dict[str, str]") -> "tuple[int | None, float]":
    """Run one check and return its exit code, or nothing where it cannot run, and the seconds it took."""
    if name == "pre-commit" and not (environment.ROOT / ".git").exists():
        return None, 0.0
    print("\n== " + name, flush=True)
    start = time.monotonic()
    code = subprocess.call(command, cwd=str(environment.ROOT), env=settings)
    return code, time.monotonic() - start


def line(name: str, code: "int | None", seconds: float) -> str:
    """Say in one line how a check went."""
    if code is None:
        return "skipped  " + name + ": hooks need a git clone, and this checkout has no .git"
    verdict = "failed" if code else "passed"
    return verdict.ljust(9) + name.ljust(13) + format(seconds, "6.1f") + " s"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
