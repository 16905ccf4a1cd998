"""A series of meetings in a repository of its own, for what is measured here."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERIES = "title: Team\nschedule: FREQ=WEEKLY;BYDAY=MO\nlapse: 0\n"


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
