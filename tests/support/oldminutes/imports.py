"""Imports without git and without files, for properties that need many of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from minutebook.notebook.generated import minutes_of
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.reader import Reader
from minutebook.oldminutes.audit.minutes_file import read_minutes_file
from minutebook.oldminutes.importer.first_pass import facts_of, read_all, series_text
from minutebook.oldminutes.importer.series_import import ImportResult, import_files
from minutebook.oldminutes.importer.values import OldFile
from minutebook.repository import Snapshot

WHERE = PurePosixPath("meetings/team")


@dataclass(frozen=True, slots=True)
class ImportedTexts:
    """What an import made of some texts: the minutes and the YAML of each day, and the report."""

    minutes: Mapping[date, str]
    notes: Mapping[date, str]
    report: ImportResult


def import_texts(texts: Mapping[str, str]) -> ImportedTexts:
    """Import texts by the names of their files, which have a day each."""
    days = {path: read_minutes_file(path, text).day for path, text in texts.items()}
    files = [OldFile(path, day) for path, day in days.items() if day]
    files.sort(key=lambda file: file.day)
    first_pass = read_all(files, texts.__getitem__)
    facts = facts_of(first_pass, None)
    empty = Notebook(WHERE, Reader(Snapshot("nothing", {}, lambda _: b"", lambda _: "")))
    series = empty.with_text(empty.series_path, series_text(WHERE, first_pass, facts, ()))
    report, notebook = import_files(files, texts.__getitem__, facts, series, lambda _: None)
    minutes = {day: minutes_of(notebook, notebook.meeting(day)) for day in report.days}
    return ImportedTexts(minutes, {day: notebook.text(notebook.days[day]) for day in report.days}, report)
