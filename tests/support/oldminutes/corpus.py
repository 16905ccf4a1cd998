"""The real minutes that an import is tried on, and what became of them."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from support.notes import Notes
from support.oldminutes.recount import Meeting, meetings

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("TechArea*.md"))

Report = list[dict[str, Any]]


@dataclass(frozen=True)
class Series:
    """A repository into which all files were imported, and what was told of it."""

    notes: Notes
    report: Report

    @property
    def folder(self) -> Path:
        """The folder of the series."""
        return self.notes.top / "meetings" / "team"

    @cached_property
    def meetings(self) -> list[Meeting]:
        """All meetings of the series."""
        return meetings(self.folder)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Which name stands for another."""
        roster = YAML(typ="safe").load(self.folder / "series.yaml")["roster"]
        return {alias: name for name, person in roster.items() for alias in person.get("aliases", ())}

    def minutes(self, file: Path) -> str:
        """Return the minutes that a file has become."""
        return (self.folder / f"{day(file)}.md").read_text("utf-8")

    def told(self, file: Path, *kinds: str) -> Report:
        """Return what was told of a file, or only some kinds of it."""
        found = [one for one in self.report if Path(one["path"]).name == file.name]
        return [one for one in found if not kinds or one["kind"] in kinds]

    def told_items(self, file: Path) -> set[int]:
        """Return the lines that are told to be items, which may be known only by a line above them."""
        return {
            one["line"]
            for one in self.told(
                file, "item lapsed", "rewritten", "item goes on", "item joined", "item split"
            )
        }

    def bytes(self) -> dict[str, bytes]:
        """Return every file but git's own."""
        found = (path for path in self.notes.top.rglob("*") if path.is_file() and ".git" not in path.parts)
        return {path.relative_to(self.notes.top).as_posix(): path.read_bytes() for path in found}


def day(file: Path) -> str:
    """Return the day in the name of a file."""
    return re.sub(r"TechArea(\d{4})(\d\d)(\d\d)", r"\1-\2-\3", file.stem)


def take(notes: Notes, *files: Path) -> Report:
    """Import files, and return what is told of them."""
    words = ("import", *map(str, files), "--into", "meetings/team", "--format", "json")
    done = notes.run(*words)
    assert done.returncode == 0, done.stderr
    report: Report = json.loads(done.stdout)
    return report


def repository(top: Path) -> Notes:
    """Return a repository without a series."""
    notes = Notes(top)
    notes.git("init", "--quiet", "--initial-branch=main")
    return notes
