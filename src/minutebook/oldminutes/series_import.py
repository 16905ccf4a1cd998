"""Old minutes taken into a series, a file after the other: read, written, rendered and compared until nothing is lost."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from minutebook.notebook.notebook import Notebook
from minutebook.notebook.reader import Reader
from minutebook.oldminutes import titles
from minutebook.oldminutes.comparison import compare
from minutebook.oldminutes.course import Course
from minutebook.oldminutes.evidence import Evidence
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.fresh_series import strict_day
from minutebook.oldminutes.old_files import OldFile, OldFiles
from minutebook.oldminutes.schedule_guess import guess_schedule
from minutebook.oldminutes.sheet import Decision, Sheet
from minutebook.oldminutes.tried_import import shown_text, try_out, with_settled
from minutebook.oldminutes.written_language import language_of
from minutebook.records.dated import always
from minutebook.records.defaults import EMPTY
from minutebook.records.file_kinds import SERIES
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import conflict_hint
from minutebook.records.problem import Location, Problem
from minutebook.records.series import Series, Style, empty_text
from minutebook.source.write import editors_line, write_series

_CONFLICT = "<<<<<<<", ">>>>>>> "
_KIND_OF_STOPPED = "stopped"
"""What the report of an import calls a file that was not imported; it is no rule of the notes."""


def stopped_file(path: str, line: int, message: str, hint: str = "") -> Problem:
    """Return that a file was not imported, and why."""
    return Problem(path, Location(line, 1), _KIND_OF_STOPPED, message, hint)


def new_series(
    folder: PurePosixPath, reader: Reader, evidence: Evidence, facts: Facts, days: Sequence[date]
) -> Notebook:
    """Return a series without meetings, with what old minutes of some days say of it."""
    series = Notebook(folder, reader)
    return series.with_text(series.series_path, series_text(folder, evidence, facts, days))


def series_text(folder: PurePosixPath, evidence: Evidence, facts: Facts, days: Sequence[date]) -> str:
    """Return the text of a new series.yaml, with what old minutes of some days say of it."""
    # Who was only a guest is in no roster, or `attending: all` would mean them, too.
    members = (
        person
        for person in facts.roster.people.values()
        if not evidence.members.isdisjoint((person.name, *person.aliases))
    )
    style, empty = facts.style, facts.empty
    # Minutes of people look in no way of minutebook's, but have a language, which goes on in the new ones.
    if style == always(Style()) and (language := language_of(evidence.languages)):
        style = always(Style(language=language))
    schedule = tuple(guess_schedule(days))
    if empty == always(EMPTY) and EMPTY not in evidence.lone_sentences:
        empty = always(empty_text(style.final.wording, schedule[-1].texts if schedule else ()))
    newest, header_before = evidence.headers[-1:], evidence.headers[:1]
    series = Series(
        str(folder / SERIES),
        title=always(titles.usual(evidence.titles) or folder.name or "Meeting"),
        schedule=schedule,
        header=tuple(line for line in (newest[0] if newest else ()) if line in header_before[0]),
        roster=tuple(members),
        empty=empty,
        style=style,
        strict=strict_day(days) if days else None,
    )
    return write_series(series, editors_line(folder, "series"))


@dataclass
class Import:
    """The import so far: the days of the new meetings, what was decided about them, and which files were stopped."""

    facts: Facts
    notebook: Notebook
    old_files: OldFiles
    course: Course = field(init=False)
    days: list[date] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    stopped: list[Problem] = field(default_factory=list)
    changed: list[Decision] = field(
        default_factory=list
    )  # where files of earlier meetings say something else by now
    drawn: dict[str, str] = field(default_factory=dict)  # digests of minutes, by those of their notes

    def run(self, files: Sequence[OldFile], report_day: Callable[[date], None]) -> None:
        """Take files into the series, in the order of their days; what can't be kept as more stays prose, or stops its file."""
        self.course = Course(self.notebook.series)
        by_day = {file.day: file for file in sorted(files, key=lambda file: file.day)}
        # All are read elsewhere: to write and compare a meeting takes longer than to read its sheet.
        with contextlib.closing(self.old_files.sheets([*by_day.values()], self.facts, share=1)) as sheets:
            for day in sorted({*by_day, *self.notebook.days}):
                if day not in self.notebook.days:
                    report_day(day)
                    self.take(by_day[day], next(sheets))
                else:
                    self.pass_by(self.notebook.meeting(day), next(sheets) if day in by_day else None)
        self.decisions.sort(key=lambda decision: (decision.path, decision.line))

    def pass_by(self, meeting: Meeting, sheet: Sheet | None) -> None:
        """Go on behind a meeting that the series has already; tell where its old file says something else by now."""
        if sheet:
            minutes = shown_text(self.notebook, meeting, sheet.style)
            lost, _ = compare(sheet, minutes, self.course.take(sheet).decisions)
            for line in (unit.lines.start for unit in lost[:1]):
                texts = "changed since its import", sheet.line(line).strip(), "not in the notes"
                self.changed.append(Decision(sheet.path, line, *texts))
        if meeting.status == "draft":  # it says nothing of what is open: that is carried into it
            return
        settled = self.course.settle(meeting)
        self.notebook = with_settled(self.notebook, settled)
        self.decisions += settled.decisions
        self.course = self.course.after(meeting)

    def take(self, file: OldFile, sheet: Sheet) -> None:
        """Take in a file: read it once more as long as something of it would be lost, with that as prose."""
        signs = (number for number, line in enumerate(sheet.document.lines, 1) if line.startswith(_CONFLICT))
        if line := next(signs, 0):
            message = "a merge conflict is left in the file"
            self.stopped.append(stopped_file(file.path, line, message, conflict_hint()))
            return
        read_again = partial(self.old_files.sheet, file, self.facts)
        trial, settled = try_out(sheet, self.course, self.notebook, read_again)
        if trial.lost:
            line, message = trial.lost[0]
            self.stopped.append(stopped_file(file.path, max(line, 1), message, "Write it in plain Markdown."))
            return
        step, self.notebook = trial.taken, trial.notebook
        self.course = self.course.after(step.meeting, step)
        self.days.append(step.sheet.day)
        # Minutes that were drawn in the style of the old ones are not as they will be written.
        if step.meeting.held and sheet.style in {None, self.notebook.series.style.on(file.day)}:
            notes = self.notebook.content_of(step.sheet.day)
            self.drawn[notes.digest] = self.notebook.reader.keep(trial.minutes)
        self.decisions += [*settled.decisions, *step.decisions, *trial.decisions]
