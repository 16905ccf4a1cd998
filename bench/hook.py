"""How long a hook takes for one meeting, beside check-jsonschema on the same file.

python bench/hook.py [--runs 20] [--meetings 3]: medians of real processes, taken in turns, so that a
noisy machine disturbs both alike; the ratio is what counts. Run it with the Python of `.venv`.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from series import ROOT, environment, git, notes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--meetings", type=int, default=3, help="earlier meetings in the series")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        newest = notes(Path(folder), options.meetings)
        commands = _commands(newest)
        times = _measure(commands, Path(folder), newest, options.runs)
    reference = statistics.median(times["check-jsonschema"])
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{median * 1000:7.1f} ms  {median / reference:5.2f}  {name}")


def _commands(newest: Path) -> dict[str, list[str]]:
    checker = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)) or "check-jsonschema"
    schema = str(ROOT / "schema" / "meeting.schema.json")
    program = [sys.executable, "-m", "minutebook"]
    return {
        "check-jsonschema": [checker, "--schemafile", schema, str(newest)],
        "sync --staged, minutes current": [*program, "sync", "--staged"],
        "sync --staged, minutes written": [*program, "sync", "--staged"],
        "bare interpreter": [sys.executable, "-c", "pass"],
    }


def _measure(commands: dict[str, list[str]], folder: Path, newest: Path, runs: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in commands}
    minutes = newest.with_suffix(".md")
    for _ in range(runs + 1):  # the first warms the caches and is thrown away
        for name, command in commands.items():
            git(folder, "add", ".")
            if "written" in name:
                git(folder, "rm", "-q", "--cached", str(minutes))
                minutes.unlink()
            begun = time.perf_counter()
            subprocess.run(command, cwd=folder, capture_output=True, check=True, env=environment())
            times[name].append(time.perf_counter() - begun)
    return {name: seconds[1:] for name, seconds in times.items()}


if __name__ == "__main__":
    main()
