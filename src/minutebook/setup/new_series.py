"""The first two files of a series as text: its `series.yaml`, and the draft of its first meeting."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from minutebook.source.draft import draft
from minutebook.source.yaml.quotes import quote, write_text


@dataclass(frozen=True, slots=True)
class NewSeries:
    """A series to set up; `rule` is "" where it has no schedule."""

    folder: PurePosixPath
    title: str
    rule: str
    people: tuple[str, ...]
    first: date

    @property
    def series_path(self) -> str:
        """The path of its series.yaml."""
        return str(self.folder / "series.yaml")

    @property
    def meeting_path(self) -> str:
        """The path of its first meeting."""
        return str(self.folder / f"{self.first}.yaml")


def write_series(series: NewSeries) -> str:
    """Return the text of series.yaml."""
    lines = [
        editors_line(series.folder, "series"),
        "# What new meetings start with: the title, the schedule, and the people with their other names.",
        "format: 1",
        f"title: {write_text(series.title)}",
    ]
    if series.rule:
        lines += ["schedule:", f"  - {{rule: {quote(series.rule)}, from: {series.first}}}"]
    if series.people:
        lines += ["roster:", *(f"  {write_text(name)}: {{}}" for name in series.people)]
    lines += [
        "lapse: 4                     # meetings that an action item may pass untouched; 0 is never",
        "empty: None this week        # what the minutes say of a section with nothing in it",
    ]
    return "\n".join(lines) + "\n"


def write_first_meeting(series: NewSeries) -> str:
    """Return the text of the first meeting, a draft."""
    return draft(
        series.first,
        {"title": series.title},
        comment=editors_line(series.folder, "meeting"),
        header={},
        duty=(),
        people=series.people,
    )


def editors_line(folder: PurePosixPath, kind: str) -> str:
    """Return the line by which editors find the schema of a file in a folder."""
    up = "../" * len(folder.parts)
    return f"# yaml-language-server: $schema={up}schema/{kind}.schema.json"
