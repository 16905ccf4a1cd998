"""How long a push takes with the gate on the server, and without it.

python bench/gate.py [--runs 15] [--meetings 50]: medians of real pushes to two bare repositories on
this machine, taken in turns, so that a noisy machine disturbs both alike. Run it with the Python of `.venv`.
"""

import argparse
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from series import environment, git, notes, sync

HOOK = f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -m minutebook gate\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--meetings", type=int, default=50, help="meetings in the series")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "notes"
        newest = notes(folder, options.meetings - 1)
        git(folder, "commit", "-qm", "newest meeting")
        servers = {kind: _server(Path(name) / kind, folder) for kind in ("without", "with")}
        changes = _changes(folder, newest)
        print("  without     with     more   milliseconds for a push of")
        for what, change in changes.items():
            plain, guarded = _measure(folder, servers, change, options.runs)
            print(f"{plain:9.0f}{guarded:9.0f}{guarded - plain:9.0f}   {what}")


def _changes(folder: Path, newest: Path) -> dict[str, Callable[[int], str]]:
    """Return what is pushed: each makes it for a run, and returns the refspec."""
    text = newest.read_text(encoding="utf-8")

    def tag(run: int) -> str:
        git(folder, "tag", f"t{run}")
        return f"t{run}"

    def known(run: int) -> str:
        return f"HEAD:refs/heads/known{run}"

    def code(run: int) -> str:
        (folder / "code.py").write_text(f"print({run})\n", encoding="utf-8")
        return _commit(folder)

    def meeting(run: int) -> str:
        newest.write_text(text.replace("Open: 154", f"Open: {run + 200}"), encoding="utf-8")
        sync(folder)
        return _commit(folder)

    def branch(run: int) -> str:
        return f"{meeting(run + 1000)}:refs/heads/new{run}"

    def series(run: int) -> str:
        file = folder / "meetings/team/series.yaml"
        file.write_text(file.read_text(encoding="utf-8") + f"x-run-{run}: 1\n", encoding="utf-8")
        return _commit(folder)

    return {
        "a tag, nothing to check": tag,
        "a new branch at a known commit": known,
        "a commit without notes": code,
        "the newest meeting": meeting,
        "a new branch with the newest meeting": branch,
        "series.yaml, so that all meetings are checked": series,
    }


def _measure(
    folder: Path, servers: dict[str, Path], change: Callable[[int], str], runs: int
) -> tuple[float, float]:
    times: dict[str, list[float]] = {kind: [] for kind in servers}
    for run in range(runs + 1):  # the first warms the caches and is thrown away
        refspec = change(run)
        # Each goes first in every other run.
        for kind in sorted(servers, reverse=bool(run % 2)):
            begun = time.perf_counter()
            command = ["git", "push", "-q", servers[kind].as_uri(), refspec]
            subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment())
            times[kind].append(time.perf_counter() - begun)
    plain, guarded = (statistics.median(times[kind][1:]) * 1000 for kind in ("without", "with"))
    return plain, guarded


def _commit(folder: Path) -> str:
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "a run")
    return "HEAD"


def _server(path: Path, folder: Path) -> Path:
    git(folder, "init", "-q", "--bare", str(path))
    git(folder, "push", "-q", path.as_uri(), "HEAD")
    if path.name == "with":
        hook = path / "hooks/pre-receive"
        hook.write_text(HOOK, encoding="utf-8")
        hook.chmod(0o755)
    return path


if __name__ == "__main__":
    main()
