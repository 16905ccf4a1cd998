"""How long a hook takes for one meeting, beside check-jsonschema on the same file.

python bench/bench.py [--runs 20] [--meetings 3]: medians of real processes, taken in turns, so that a
noisy machine disturbs both alike; the ratio is what counts. Run it with the Python of `.venv`.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERIES = "title: Team\nschedule: FREQ=WEEKLY;BYDAY=MO\nlapse: 0\n"


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
            git(folder, "rm", "-q", "--cached", str(minutes)) if "written" in name else git(
                folder, "add", "."
            )
            if "written" in name:
                minutes.unlink()
            begun = time.perf_counter()
            subprocess.run(command, cwd=folder, capture_output=True, check=True, env=environment())
            times[name].append(time.perf_counter() - begun)
    return {name: seconds[1:] for name, seconds in times.items()}


def notes(folder: Path, meetings: int) -> Path:
    """Make a repository with committed meetings and a newest one that is staged."""
    series = folder / "meetings" / "team"
    series.mkdir(parents=True)
    (series / "series.yaml").write_text(SERIES, encoding="utf-8")
    git(folder, "init", "-q")
    template = (ROOT / "meetings" / "technology" / "2020-10-26.yaml").read_text(encoding="utf-8")
    first = date(2021, 1, 4)
    days = [first + timedelta(weeks=week) for week in range(meetings + 1)]
    for day in days:
        path = series / f"{day}.yaml"
        path.write_text(template.replace("2020-10-26", str(day)), encoding="utf-8")
        if day == days[-2]:
            sync(folder)
            git(folder, "commit", "-qm", "earlier meetings")
    sync(folder)
    return path


def sync(folder: Path) -> None:
    """Write and stage what can be computed."""
    subprocess.run(
        [sys.executable, "-m", "minutebook", "sync"],
        cwd=folder,
        check=True,
        capture_output=True,
        env=environment(),
    )
    git(folder, "add", ".")


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", *arguments], cwd=folder, check=True, env=environment())


def environment() -> dict[str, str]:
    """Return the environment of all that is measured, with none of the user's settings for git."""
    ours = {
        "GIT_AUTHOR_NAME": "Bench",
        "GIT_AUTHOR_EMAIL": "bench@example.org",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    ours |= {"GIT_COMMITTER_NAME": "Bench", "GIT_COMMITTER_EMAIL": "bench@example.org"}
    ours["PYTHONPATH"] = str(ROOT / "src")
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | ours


if __name__ == "__main__":
    main()
