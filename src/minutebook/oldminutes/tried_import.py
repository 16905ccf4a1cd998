"""A sheet as a meeting of a series, on trial: what the new minutes would lose or change of it."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain

from minutebook.minutes import layout
from minutebook.notebook.generated import minutes_in, title_of
from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.comparison import compare
from minutebook.oldminutes.course import Course, Settled, Taken
from minutebook.oldminutes.sheet import Decision, PersonName, Sheet, line_of
from minutebook.records.answer import Answer
from minutebook.records.attendance import NOBODY
from minutebook.records.figures import Counters, Table
from minutebook.records.filenames import meeting_path
from minutebook.records.likeness import parting
from minutebook.records.meeting import Actions, Meeting, Section, Topic
from minutebook.records.problem import Finding, KeyPath, Problem
from minutebook.records.refusal import Refused
from minutebook.records.roster import bare_name
from minutebook.records.series import Style
from minutebook.rules.registry import HISTORY, MEETING
from minutebook.source.write import editors_line, meeting_lines, write_meeting

MOST_MEETINGS = 12
"""Meetings that are held in memory: more than what is looked back at in most series, which are four or so."""
_SMALL = frozenset({"paragraph", "table", "heading"})
_MOST_READINGS = 30
"""How often a file is read: each time more of it is prose."""
_RESTING = frozenset(
    {"action-in-notes", "action-twice", "due-unclear", "heading-in-notes", "key-in-notes", "task-ends-like"}
)
"""Rules of what is written unclearly, which the old minutes have in their own words."""


class Trial:
    """A taken sheet as a meeting of the series: what the new minutes lose or change of it."""

    def __init__(self, notebook: Notebook, step: Taken, prose: frozenset[int]) -> None:
        self.taken, self.sheet, self.prose = step, step.sheet, prose
        self.lost: list[tuple[int, str]] = []
        self.decisions: list[Decision] = []
        self.minutes = ""
        path = meeting_path(notebook.path, self.sheet.day)
        self.notebook = notebook.with_meeting(self.sheet.day, path, _text(notebook, step.meeting))
        try:
            meeting = self.notebook.meeting(self.sheet.day)
            self._compare(meeting)
            findings = list(self._findings(meeting)) if not self.lost else []
            errors = [finding for finding in findings if finding.severity == "error"]
            problems = [self.notebook.document(meeting.path).problem(finding) for finding in errors]
        except Refused as refused:
            findings, problems = [], list(refused.problems[:1])
        self.lost += [(self._line_of(problem), problem.message) for problem in problems]
        if resting := tuple(sorted({finding.rule for finding in findings} & _RESTING)):
            answered = replace(step.meeting, answers=(Answer((), resting),))
            self.taken = replace(step, meeting=answered)
            self.notebook = self.notebook.with_text(path, _text(notebook, answered))

    def _compare(self, meeting: Meeting) -> None:
        self.minutes = minutes = shown_text(self.notebook, meeting, self.sheet.style)
        lost, self.decisions = compare(self.sheet, minutes, self.taken.decisions)
        for unit in lost:
            self.lost.append((unit.lines.start, "importing this line would lose or change something in it"))
        if self.sheet.generated and not self.lost:
            line = _changed_line(self.sheet, minutes, self.prose)
            self.lost += [(line, "minutebook did not write this")] if line else []

    def _findings(self, meeting: Meeting) -> Iterator[Finding]:
        yield from MEETING.errors_and(_RESTING, meeting)
        yield from HISTORY.errors_and(_RESTING, meeting, self.notebook.history)

    def _line_of(self, problem: Problem) -> int:
        """Return the line of the old file that a problem in the YAML comes from."""
        lines = list(meeting_lines(self.taken.meeting))
        index = min(max(problem.location.line - 2, 0), len(lines) - 1)  # the first line is the editors'
        written = lines[index].text.strip()
        old_lines = enumerate(self.sheet.document.lines, 1)
        same_lines = (number for number, line in old_lines if line.strip() == written)
        names = self.sheet.names
        return next(same_lines, origin(self.taken.meeting.root, lines[index].key_path, names))


def try_out(
    sheet: Sheet, course: Course, notebook: Notebook, read_again: Callable[[frozenset[int]], Sheet]
) -> tuple[Trial, Settled]:
    """Return the trial of a sheet that loses nothing, or else the last one, and the meeting before in its light."""
    # It is read again as long as something of it would be lost, with that as prose.
    prose, whole = frozenset[int](), frozenset(range(1, len(sheet.document.lines) + 1))
    for reading in range(_MOST_READINGS):
        step = course.take(sheet)
        settled = course.settle(step.meeting)
        trial = Trial(with_settled(notebook, settled), step, prose)
        if not trial.lost or prose == whole:
            break
        # What no line can mend is mended by all of them.
        lost = frozenset(line for line, _ in trial.lost)
        keep = lines_to_keep(sheet.document.blocks, lost, prose) if reading < _MOST_READINGS - 2 else whole
        prose |= keep or whole
        sheet = read_again(prose)
    return trial, settled


def lines_to_keep(blocks: Sequence[Block], lost: Set[int], prose: Set[int]) -> frozenset[int]:
    """Return what must be prose beside what is, so that no line is lost: whole paragraphs and tables, else what they stand in."""
    nested = [inner for block in blocks for inner in block.walk()]
    small = [block for block in nested if block.kind in _SMALL]
    for candidates in (small, blocks):
        around = (block.lines for block in candidates if not lost.isdisjoint(block.lines))
        kept = frozenset(lost).union(*around)
        if kept - prose:
            return kept - prose
    return frozenset()


def origin(section: Section, key_path: KeyPath, names: Sequence[PersonName]) -> int:
    """Return the line of the old file, with these names, that a value at a path of the YAML comes from."""
    line = line_of(section)
    match key_path:
        case ("sections", int(position), *remainder):
            return origin(section.sections[position], tuple(remainder), names) or line
        case ("attending" | "absent" | "guests" as role, *places):
            people = [*map(bare_name, dict(section.attendance.lists())[role])]
            meant = people[int(places[0])] if places else ""
            # The file may have another spelling of whom it names, but for the list.
            of_list = [name for name in names if name.role == role and name.line >= line]
            same = (name.line for name in of_list if name.name == meant)
            return next(chain(same, (name.line for name in of_list)), line)
        case ("table", *labels):
            tables = [block for block in section.blocks if isinstance(block, Table)]
            rows = [row for table in tables for row in table.rows if row.label in labels]
            return next(chain(map(line_of, rows), map(line_of, tables)), line)
        case ("counters", str(label), *_):
            groups = [block.counters for block in section.blocks if isinstance(block, Counters)]
            counters = (counter for group in groups for counter in group if counter.label == label)
            return next(map(line_of, counters), line)
        case ("actions", int(position), *remainder):
            listed = next(block.listed for block in section.blocks if isinstance(block, Actions))[position]
            if isinstance(listed, Topic) and remainder[:1] == ["actions"] and len(remainder) > 1:
                return line_of(listed.actions[int(remainder[1])])
            return line_of(listed)
    return line


def with_settled(notebook: Notebook, settled: Settled) -> Notebook:
    """Return a series with the meeting before as it stands in the light of the next one."""
    if settled.meeting is None:
        return notebook
    path = meeting_path(notebook.path, settled.meeting.date)
    return notebook.with_text(path, _text(notebook, settled.meeting))


def _text(notebook: Notebook, meeting: Meeting) -> str:
    return write_meeting(meeting, editors_line(notebook.path, "meeting"))


def shown_text(notebook: Notebook, meeting: Meeting, style: Style | None) -> str:
    """Return what is compared with old minutes: the new ones, or what the notes of a meeting say that has none."""
    # They are drawn in the style of the old ones; those of people in that of their series.
    if meeting.held:
        return minutes_in(notebook, meeting, style or notebook.series.style.on(meeting.date))
    title = layout.title_line(title_of(notebook, meeting), meeting.date)
    header = layout.header_lines(meeting.header, NOBODY, draft=False)
    return "\n\n".join([title, *header, meeting.reason or ""])


def _changed_line(sheet: Sheet, minutes: str, prose: frozenset[int]) -> int | None:
    """Return the first line of generated minutes that would be written otherwise, or one beside it if that is prose."""
    number = parting(sheet.document.lines, minutes.split("\n")) + 1
    if number > len(sheet.document.lines):
        return None
    # Where a line was put in or left out, those beside it may be at fault.
    beside = (near for near in (number, number - 1, number + 1) if near > 0 and near not in prose)
    return next(beside, number)
