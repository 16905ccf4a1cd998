"""One attempt to take all files into a series: each is read, written as YAML, rendered and compared."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from minutebook import rules
from minutebook.counts import deltas
from minutebook.minutes.action_line import ActionLine, action_text
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.generated import minutes_of, usual_minutes_of
from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.importer.action_history import (
    Neighbours,
    OpenAction,
    actions_of,
    decide_actions,
    left_open,
    pair_actions,
)
from minutebook.oldminutes.importer.block_lines import lines_to_keep
from minutebook.oldminutes.importer.column_renames import TableReading
from minutebook.oldminutes.importer.comparison import compare, unexplained_changes
from minutebook.oldminutes.importer.count_history import (
    CountHistory,
    read_tables,
    renamed_counters,
    undecided_columns,
)
from minutebook.oldminutes.importer.decisions import ActionDecision, Decisions
from minutebook.oldminutes.importer.findings import ONLY_LOOKS, Comparison
from minutebook.oldminutes.importer.meeting_yaml import Line, write_meeting
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.sheet_reader import read_sheet
from minutebook.oldminutes.importer.values import CannotImport, Difference, OldFile, Sheet, StoppedFile
from minutebook.records.filenames import meeting_path
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files by their days, and the series as it is; what earlier attempts found: lines to keep as prose, files to leave out."""

    files: Mapping[date, OldFile]
    read_text: Callable[[str], str]
    facts: SeriesFacts
    notebook: Notebook
    prose: Mapping[str, frozenset[int]] = field(default_factory=dict)
    stopped: Mapping[str, StoppedFile] = field(default_factory=dict)

    def prose_of(self, path: str) -> frozenset[int]:
        """Return the lines of a file that must be kept as prose."""
        return self.prose.get(path, frozenset())


class Attempt:
    """One pass through all files in the order of their days.

    If `prose` or `stopped` has something at its end, the files must be read once more with that.
    """

    def __init__(self, inputs: Inputs, report_day: Callable[[date], None]) -> None:
        self.inputs, self.report_day = inputs, report_day
        self.notebook = inputs.notebook
        self.prose: dict[str, frozenset[int]] = {}
        self.stopped: dict[str, StoppedFile] = {}
        self.days: list[date] = []
        self.differences: list[Difference] = []
        self._existing_days = frozenset(self.notebook.days)
        self._open_actions: tuple[OpenAction, ...] = ()
        self._held_days: list[date] = []
        self._counts = CountHistory()

    def run(self) -> None:
        """Take in each file with the meetings before and after it in view."""
        days = sorted(self._existing_days | {day for day in self.inputs.files if not self._is_stopped(day)})
        sheet_ahead: Sheet | None = None
        for index, day in enumerate(days):
            sheet = sheet_ahead if sheet_ahead and sheet_ahead.day == day else self._read(day)
            if sheet is not None:
                sheet_ahead = self._read_next(days[index + 1 :])
                # Reading ahead may have stopped some of them.
                later_days = [later for later in days[index + 1 :] if not self._is_stopped(later)]
                self._take(sheet, sheet_ahead, later_days)
            elif day in self._existing_days:
                self._remember(self.notebook.meeting(day))

    def _is_stopped(self, day: date) -> bool:
        file = self.inputs.files.get(day)
        return file is not None and (file.path in self.inputs.stopped or file.path in self.stopped)

    def _read(self, day: date) -> Sheet | None:
        """Return the sheet of a day's file, or None if there is none, or it is stopped, or the meeting exists."""
        file = self.inputs.files.get(day)
        if file is None or day in self._existing_days or self._is_stopped(day):
            return None
        path = file.path
        try:
            text = self.inputs.read_text(path)
            return read_sheet(path, text, day, self.inputs.facts, self.inputs.prose_of(path))
        except CannotImport as reason:
            self.stopped[path] = StoppedFile(path, reason.line, reason.message, reason.hint)
            return None

    def _read_next(self, days: Sequence[date]) -> Sheet | None:
        """Return the sheet of the next meeting, or None if that exists or there is none."""
        for day in days:
            if day in self._existing_days:
                return None
            if sheet := self._read(day):
                return sheet
        return None

    def _take(self, sheet: Sheet, next_sheet: Sheet | None, later_days: Sequence[date]) -> None:
        """Add the meeting of a sheet to the notebook, or note what must be prose or stopped in the next attempt."""
        self.report_day(sheet.day)
        readings = read_tables(sheet, self._counts)
        decisions = Decisions(
            self._decide_actions(sheet, next_sheet, later_days),
            {line: reading.decision for line, reading in readings.items()},
            renamed_counters(sheet, self._counts),
        )
        empty = self.notebook.series.empty.on(sheet.day)
        lines = write_meeting(sheet, decisions, self.notebook.path, empty)
        path = meeting_path(self.notebook.path, sheet.day)
        text = "".join(f"{line}\n" for line, _ in lines)
        try:
            notebook, carried = self._carry(self.notebook.with_meeting(sheet.day, path, text), sheet)
            meeting = notebook.meeting(sheet.day)
            minutes = (minutes_of if sheet.generated else usual_minutes_of)(notebook, meeting)
            computed = deltas.compute(meeting, notebook.history)
            comparison = compare(sheet, minutes, decisions, computed, self.inputs.facts.roster)
            problems = () if comparison.lost else tuple(self._errors(notebook, meeting))
        except Refused as refused:
            self._keep_line_of(refused.problems[0], sheet, lines)
            return
        if problems:
            self._keep_line_of(problems[0], sheet, lines)
            return
        if comparison.lost:
            message = "importing this line would lose or change something in it"
            self._keep(sheet, comparison.lost, message, "Write it in plain Markdown.")
        self.notebook = notebook
        if sheet.generated and self._keep_unexplained(sheet, minutes, comparison):
            return
        self.days.append(sheet.day)
        differences = (*carried, *comparison.differences, *undecided_columns(sheet, readings))
        self.differences += sorted(differences, key=lambda difference: difference.line)
        self._remember(meeting, readings.values())

    def _decide_actions(
        self, sheet: Sheet, next_sheet: Sheet | None, later_days: Sequence[date]
    ) -> dict[int, ActionDecision]:
        tasks_before = [(action.record.owners, action.record.task) for action in self._open_actions]
        tasks_here = [(action.owners, action.task) for action in actions_of(sheet.root)]
        continued = {index: earlier for earlier, index in pair_actions(tasks_before, tasks_here).items()}
        lapse = self.notebook.series.lapse.on(sheet.day)
        neighbours = Neighbours(str(self.notebook.path), lapse, not later_days, tuple(self._held_days))
        repeated_ids = self._repeated_ids(sheet, next_sheet, later_days)
        return decide_actions(sheet, self._open_actions, continued, repeated_ids, neighbours)

    def _repeated_ids(
        self, sheet: Sheet, next_sheet: Sheet | None, later_days: Sequence[date]
    ) -> dict[int, str | None] | None:
        """Return which actions the next meeting repeats, with the ids that they have there; None if it is the last."""
        open_here = [
            (index, (action.owners, action.task))
            for index, action in enumerate(actions_of(sheet.root))
            if action.status == "open"
        ]
        texts = [text for _, text in open_here]
        if next_sheet is not None:
            next_texts = [(action.owners, action.task) for action in actions_of(next_sheet.root)]
            return {open_here[index][0]: None for index in pair_actions(texts, next_texts)}
        existing = (self.notebook.meeting(day) for day in later_days if day in self._existing_days)
        # A draft says nothing of what is open: it is carried into it.
        next_meeting = next((meeting for meeting in existing if meeting.status == "final"), None)
        if next_meeting is None:
            return None
        pairs = pair_actions(texts, [(action.owners, action.task) for action in next_meeting.actions])
        return {
            open_here[index][0]: next_meeting.actions[next_index].id for index, next_index in pairs.items()
        }

    def _carry(self, notebook: Notebook, sheet: Sheet) -> tuple[Notebook, tuple[Difference, ...]]:
        """Carry into a meeting the actions that it doesn't have and an existing one left open: those have not lapsed."""
        ids = {action.id for action in notebook.meeting(sheet.day).actions}
        missing = [action for action in self._open_actions if action.id not in ids]
        if not missing:
            return notebook, ()
        return update_meeting(notebook, sheet.day), tuple(
            Difference(
                sheet.path,
                1,
                "item carried",
                "left open by an earlier import",
                action_text(ActionLine(action.record.owners, action.record.task)),
            )
            for action in missing
        )

    def _errors(self, notebook: Notebook, meeting: Meeting) -> Iterator[Problem]:
        document = notebook.document(meeting.path)
        findings = [*rules.lone_findings(meeting)]
        if not (self.prose or self.stopped):
            # Otherwise they may be caused by another file that is to be read once more.
            findings += rules.historical_findings(meeting, notebook.history)
        yield from (document.problem(finding) for finding in findings if finding.severity == "error")

    def _keep_line_of(self, problem: Problem, sheet: Sheet, lines: Sequence[Line]) -> None:
        """Keep as prose what a problem in the YAML comes from."""
        index = min(max(problem.location.line, 1), len(lines)) - 1
        self._keep(sheet, (lines[index][1],), problem.message, problem.hint)

    def _keep(self, sheet: Sheet, lines: Sequence[int], message: str, hint: str) -> None:
        """Keep lines as prose in the next attempt; if they are prose already, stop the file."""
        if not self._add_prose(sheet, lines) and sheet.path not in self.stopped:
            self.stopped[sheet.path] = StoppedFile(sheet.path, max(lines[0], 1), message, hint)

    def _keep_unexplained(self, sheet: Sheet, minutes: str, comparison: Comparison) -> bool:
        """Keep as notes what generated minutes would show otherwise; return whether there is such."""
        # An open item that minutebook wrote stands in the next minutes, too; one that doesn't was somebody's prose.
        explained = {
            difference.line
            for difference in comparison.differences
            if difference.kind not in {"item lapsed", *ONLY_LOOKS}
        }
        # A counter that minutebook wrote has its delta.
        bare_counters = [
            (difference.line,) for difference in comparison.differences if difference.kind == "delta added"
        ]
        changes = unexplained_changes(sheet.lines, minutes.split("\n"), explained)
        return any(self._add_prose(sheet, lines) for lines in (*bare_counters, *changes))

    def _add_prose(self, sheet: Sheet, lines: Sequence[int]) -> bool:
        """Add lines, and all that must be prose with them, for the next attempt; return whether any are new."""
        prose = lines_to_keep(sheet, lines)
        if prose <= self.inputs.prose_of(sheet.path):
            return False
        self.prose[sheet.path] = self.prose.get(sheet.path, frozenset()) | prose
        return True

    def _remember(self, meeting: Meeting, readings: Iterable[TableReading] = ()) -> None:
        """Remember of a meeting what the next ones are measured against."""
        self._counts = self._counts.with_meeting(meeting, readings)
        if meeting.held:
            self._open_actions = left_open(meeting, self._open_actions)
            self._held_days.append(meeting.date)
