"""Imports without git and without files, for properties that need many of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from minutebook.notebook.generated import minutes_of
from minutebook.notebook.reader import Reader
from minutebook.oldminutes.evidence import gather
from minutebook.oldminutes.file_days import day_of_file
from minutebook.oldminutes.old_files import OldFile, OldFiles
from minutebook.oldminutes.series_import import Import, new_series
from minutebook.records.dated import Dated
from minutebook.records.series import Style
from minutebook.repository.snapshot import NO_FILES

WHERE = PurePosixPath("meetings/team")


@dataclass(frozen=True, slots=True)
class ImportedTexts:
    """What an import made of some texts: the minutes and the YAML of each day, the report, and series.yaml."""

    minutes: Mapping[date, str]
    notes: Mapping[date, str]
    report: Import
    series_text: str


def import_texts(texts: Mapping[str, str], style: Dated[Style] | None = None) -> ImportedTexts:
    """Import texts by the names of their files, which have a day each; `style` is what they were drawn in, if known."""
    reader = OldFiles(texts.__getitem__)
    days = {path: day_of_file(path, reader.document(path)).day for path in texts}
    files = [OldFile(path, day) for path, day in days.items() if day]
    files.sort(key=lambda file: file.day)
    evidence = gather(files, reader, style)
    facts = evidence.facts(None, style=style)
    series = new_series(WHERE, Reader(NO_FILES), evidence, facts, [file.day for file in files])
    report = Import(facts, series, reader)
    report.run(files, lambda _: None)
    notebook = report.notebook
    minutes = {day: minutes_of(notebook, notebook.meeting(day)) for day in report.days}
    notes = {day: notebook.text(notebook.days[day]) for day in report.days}
    return ImportedTexts(minutes, notes, report, series.text(series.series_path))
