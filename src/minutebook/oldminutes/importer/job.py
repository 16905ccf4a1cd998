"""Hand-written minutes taken into a series: each file read, written as notes, rendered and compared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minutebook import rules
from minutebook.counts import deltas
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.generated import minutes_of
from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.importer import counts, succession
from minutebook.oldminutes.importer.comparison import compare, misplaced
from minutebook.oldminutes.importer.decisions import Decided, ItemFate
from minutebook.oldminutes.importer.extents import units_at
from minutebook.oldminutes.importer.findings import LOOKS, Compared
from minutebook.oldminutes.importer.knowledge import Knowledge
from minutebook.oldminutes.importer.notes import Line, write_meeting
from minutebook.oldminutes.importer.reader import read_sheet
from minutebook.oldminutes.importer.values import Difference, Refusal, Sheet, Source, Stopped
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused


@dataclass(frozen=True, slots=True)
class Imported:
    """The days of the new meetings, what differs in them from the files, and what was stopped."""

    days: tuple[date, ...]
    differences: tuple[Difference, ...]
    stopped: tuple[Refusal, ...]


class Import:
    """Takes files into a series."""

    def __init__(
        self,
        sources: Sequence[Source],
        text: Callable[[str], str],
        known: Knowledge,
        notebook: Notebook,
    ) -> None:
        self.sources = {one.day: one for one in sources}
        self.text, self.known, self.notebook = text, known, notebook
        self.prose: dict[str, frozenset[int]] = {}
        self.stopped: dict[str, Refusal] = {}

    def run(self, tell: Callable[[date], None]) -> tuple[Imported, Notebook]:
        """Take in the files in the order of their days; what can't be kept as more stays prose, or stops its file."""
        while True:  # each time more lines are prose or more files stopped, and so it ends
            attempt = _Pass(self, self.notebook, tell)
            attempt.run()
            if not attempt.prose and not attempt.stopped:
                break
            for path, lines in attempt.prose.items():
                self.prose[path] = self.prose.get(path, frozenset()) | lines
            if not attempt.prose:
                self.stopped |= attempt.stopped
        stopped = tuple(sorted(self.stopped.values(), key=lambda one: one.path))
        return Imported(tuple(attempt.days), tuple(attempt.differences), stopped), attempt.notebook

    def sheet(self, day: date) -> Sheet | None:
        """Return the sheet of a day's file, or None where there is none or it was stopped."""
        source = self.sources.get(day)
        if source is None or source.path in self.stopped:
            return None
        return read_sheet(
            source.path, self.text(source.path), day, self.known, self.prose.get(source.path, frozenset())
        )


class _Pass:
    """One way through all files, with what is to be taken for prose or stopped in the next one."""

    def __init__(self, job: Import, notebook: Notebook, tell: Callable[[date], None]) -> None:
        self.job, self.notebook, self.tell = job, notebook, tell
        self.existing = frozenset(notebook.days)
        self.prose: dict[str, frozenset[int]] = {}
        self.stopped: dict[str, Refusal] = {}
        self.days: list[date] = []
        self.differences: list[Difference] = []
        self.before: tuple[succession.Open, ...] = ()
        self.held: list[date] = []
        self.books = counts.Books({}, {}, {})

    def run(self) -> None:
        """Take in each file with the meetings before and behind it in view."""
        days = sorted(self.existing | {day for day in self.job.sources if not self._is_stopped(day)})
        ahead: Sheet | None = None
        for at, day in enumerate(days):
            sheet, ahead = ahead or self._sheet(day), None
            if sheet is not None:
                ahead = self._next([other for other in days[at + 1 :] if not self._is_stopped(other)])
                # What was stopped by that look ahead follows no more.
                following_days = [other for other in days[at + 1 :] if not self._is_stopped(other)]
                self._take(sheet, ahead, following_days)
            elif day in self.existing:
                self._pass_by(self.notebook.meeting(day))

    def _is_stopped(self, day: date) -> bool:
        source = self.job.sources.get(day)
        return source is not None and (source.path in self.job.stopped or source.path in self.stopped)

    def _sheet(self, day: date) -> Sheet | None:
        if day in self.existing:
            return None
        try:
            return self.job.sheet(day)
        except Stopped as stop:
            path = self.job.sources[day].path
            self.stopped[path] = Refusal(path, stop.line, stop.message, stop.hint)
            return None

    def _next(self, days: Sequence[date]) -> Sheet | None:
        for day in days:
            if day in self.existing:
                return None
            if sheet := self._sheet(day):
                return sheet
        return None

    def _take(self, sheet: Sheet, ahead: Sheet | None, days: Sequence[date]) -> None:
        self.tell(sheet.day)
        judged = counts.judge(sheet, self.books)
        decided = Decided(
            self._fates(sheet, ahead, days),
            {line: one.fate for line, one in judged.items()},
            counts.renamed_counters(sheet, self.books),
        )
        lines = write_meeting(sheet, decided, self.notebook.path, self.job.known.empty)
        path = str(self.notebook.path / f"{sheet.day}.yaml")
        text = "\n".join(line for line, _ in lines) + "\n"
        try:
            notebook, carried = self._carried(self.notebook.with_meeting(sheet.day, path, text), sheet)
            meeting = notebook.meeting(sheet.day)
            minutes = minutes_of(notebook, meeting)
            found = deltas.compute(meeting, notebook.history)
            compared = compare(sheet, minutes, decided, found, self.job.known.roster)
            problems = () if compared.lost else tuple(self._errors(notebook, meeting))
        except Refused as refused:
            self._give_up(sheet, lines, refused.problems)
            return
        if compared.lost:
            self._degrade(
                sheet,
                compared.lost,
                "what stands here would be lost or changed",
                "Write it in plain Markdown.",
            )
        if problems:
            self._give_up(sheet, lines, problems)
            return
        self.notebook = notebook
        if sheet.generated and self._is_restored(sheet, minutes, compared):
            return
        self.days.append(sheet.day)
        told = (*carried, *compared.differences, *counts.undecided(sheet, judged))
        self.differences += sorted(told, key=lambda one: one.line)
        self._pass_by(meeting, judged.values())

    def _is_restored(self, sheet: Sheet, minutes: str, compared: Compared) -> bool:
        """Take for notes, next time, what generated minutes would show otherwise; return whether there is such."""
        # An open item that minutebook wrote stands in the next minutes, too; what doesn't was somebody's prose.
        told = {one.line for one in compared.differences if one.kind not in {"item lapsed", *LOOKS}}
        # And a counter that it wrote has its delta.
        bare_counts = [(one.line,) for one in compared.differences if one.kind == "delta added"]
        for places in (*bare_counts, *misplaced(sheet.lines, minutes.split("\n"), told)):
            found = units_at(sheet, places)
            if found - self.job.prose.get(sheet.path, frozenset()):
                self.prose[sheet.path] = self.prose.get(sheet.path, frozenset()) | found
                return True
        return False

    def _carried(self, notebook: Notebook, sheet: Sheet) -> tuple[Notebook, tuple[Difference, ...]]:
        """Carry into a meeting what one that was there before left open; it can't be said to have lapsed there."""
        own = {action.id for action in notebook.meeting(sheet.day).actions}
        waiting = [one for one in self.before if one.id not in own]
        if not waiting:
            return notebook, ()
        return update_meeting(notebook, sheet.day), tuple(
            Difference(
                sheet.path,
                1,
                "item carried",
                "left open by an earlier import",
                f"AI ({', '.join(one.owners)}): {one.task}",
            )
            for one in waiting
        )

    def _errors(self, notebook: Notebook, meeting: Meeting) -> Iterator[Problem]:
        document = notebook.document(meeting.path)
        found = [*rules.lone_findings(meeting)]
        if not (self.prose or self.stopped):
            # Else it may follow from another file's fault, and is no fault of this one.
            found += rules.historical_findings(meeting, notebook.history)
        yield from (document.problem(one) for one in found if one.severity == "error")

    def _give_up(self, sheet: Sheet, lines: Sequence[Line], problems: Sequence[Problem]) -> None:
        """Take for prose what can't be written as more, or else stop the file."""
        first = problems[0]
        at = min(max(first.location.line, 1), len(lines)) - 1
        self._degrade(sheet, (lines[at][1],), first.message, first.hint)

    def _degrade(self, sheet: Sheet, lost: Sequence[int], message: str, hint: str) -> None:
        found = units_at(sheet, lost)
        if found - self.job.prose.get(sheet.path, frozenset()):
            self.prose[sheet.path] = self.prose.get(sheet.path, frozenset()) | found
        elif sheet.path not in self.stopped:
            self.stopped[sheet.path] = Refusal(sheet.path, max(lost[0], 1), message, hint)

    def _fates(self, sheet: Sheet, ahead: Sheet | None, days: Sequence[date]) -> dict[int, ItemFate]:
        own = [(one.owners, one.task) for one in succession.items(sheet.root)]
        old = [(one.owners, one.task) for one in self.before]
        continued = {now: then for then, now in succession.pairs(old, own).items()}
        limit = self.notebook.series.lapse
        how = succession.Following(str(self.notebook.path), limit, newest=not days, earlier=tuple(self.held))
        return succession.fates(sheet, self.before, continued, self._goes_on(sheet, ahead, days), how)

    def _goes_on(
        self, sheet: Sheet, ahead: Sheet | None, days: Sequence[date]
    ) -> dict[int, str | None] | None:
        """Return which items the next meeting goes on with, by their places, or None where there is no next one."""
        own = list(succession.items(sheet.root))
        still = [(at, (one.owners, one.task)) for at, one in enumerate(own) if one.status == "open"]
        if ahead is not None:
            found = succession.pairs(
                [one for _, one in still], [(one.owners, one.task) for one in succession.items(ahead.root)]
            )
            return {still[then][0]: None for then in found}
        later = next(
            (one for day in days if day in self.existing and (one := self.notebook.meeting(day)).held), None
        )
        if later is None:
            return None
        found = succession.pairs([one for _, one in still], [(one.owners, one.task) for one in later.actions])
        return {still[then][0]: later.actions[now].id for then, now in found.items()}

    def _pass_by(self, meeting: Meeting, judged: Iterable[counts.Judged] = ()) -> None:
        """Remember of a meeting what the next ones are measured against."""
        self.books = counts.enter(self.books, meeting, judged)
        if meeting.held:
            self.before = succession.left_open(meeting, self.before)
            self.held.append(meeting.date)
