"""How long an import takes and how much memory, for more and more files, and as ratios to the fewest.

python bench/imports.py [--files 30 90 270 810] [FOLDER]: a real process for each number of files. FOLDER
has minutes in Markdown; without it those of one of the tests' teams are taken. They are repeated week by week,
with other days. Run it with the Python of `.venv`.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from series import ROOT, environment, git

OWN = ROOT / "tests" / "oldminutes" / "styles" / "kiosk"
_TITLE = re.compile(r"\A(#.*?)(?:\d{4}-\d\d-\d\d|\d{1,2} \w+ \d{4})", re.MULTILINE)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=OWN, help="minutes to repeat")
    parser.add_argument("--files", type=int, nargs="+", default=[30, 90, 270, 810])
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.folder.glob("*.md"))]
    print("files   seconds  ratio    MiB  ratio  ms a file  exit code")
    first: tuple[float, float] | None = None
    for files in options.files:
        with tempfile.TemporaryDirectory() as folder:
            seconds, memory, code = _measure(Path(folder), texts, files)
        first = first or (seconds, memory)
        print(
            f"{files:5}{seconds:10.2f}{seconds / first[0]:7.2f}{memory:7.0f}{memory / first[1]:7.2f}"
            f"{seconds / files * 1000:11.1f}{code:11}"
        )


def _measure(folder: Path, texts: list[str], files: int) -> tuple[float, float, int]:
    """Return the seconds, the most MiB that the process had, and its exit code."""
    paths = _repeat(folder, texts, files)
    git(folder, "init", "-q")
    command = [sys.executable, "-m", "minutebook", "import", *paths, "--into", "meetings/team"]
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as child:
        # What RUSAGE_CHILDREN tells is the most of all children, git too; this is of the one alone.
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return time.perf_counter() - begun, usage.ru_maxrss / unit, child.returncode


def _repeat(folder: Path, texts: list[str], files: int) -> list[str]:
    """Write minutes of as many weeks, each with its day in its name and in its title."""
    (folder / "old").mkdir()
    paths = []
    for week in range(files):
        day = date(2001, 1, 1) + timedelta(weeks=week)
        path = folder / "old" / f"{day}.md"
        text = _TITLE.sub(rf"\g<1>{day}", texts[week % len(texts)], count=1)
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path.relative_to(folder).as_posix())
    return paths


if __name__ == "__main__":
    main()
