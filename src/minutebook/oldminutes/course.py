"""The way through a series of sheets, in the order of their days: what goes on from the meetings before, and what is right.

The import and the audit both go it. A meeting is settled one meeting later: only then it can be seen which of its actions
were not spoken of again.
"""

from collections import Counter as Counts
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from minutebook.actions import lapse
from minutebook.actions.carry import filed_actions
from minutebook.actions.ids import NewIds
from minutebook.minutes.action_line import ActionLine, action_text
from minutebook.oldminutes.continuity import LastTable, Tasks, continues_other, said_again
from minutebook.oldminutes.judgement import judge_counts
from minutebook.oldminutes.line_records import fold_counter_label
from minutebook.oldminutes.meeting_parts import (
    Placed,
    continue_counts,
    counts_of,
    placed_counts,
    with_carried,
    with_changed,
)
from minutebook.oldminutes.sheet import Decision, FaultKind, Sheet, line_of
from minutebook.oldminutes.vanished_actions import judge_vanished
from minutebook.records.figures import Counter, Table
from minutebook.records.history import Brief, History, make_brief
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import KeyPath
from minutebook.records.series import Series


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that a meeting leaves open: where it began, and how often it was carried untouched."""

    action: Action
    since: date
    untouched: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A sheet with its records as they go on from before, all that was decided, and how many statements were judged."""

    sheet: Sheet
    meeting: Meeting
    decisions: tuple[Decision, ...]
    loose: tuple[Placed, ...] = ()
    compared: Counts[FaultKind] = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class Settled:
    """A meeting once the next one is known, None if it is as before, what that decides, and how many actions are open."""

    meeting: Meeting | None = None
    decisions: tuple[Decision, ...] = ()
    compared: int = 0


@dataclass(frozen=True)
class Course:
    """Where the way has come to; a step further is a new value."""

    series: Series
    tables: Mapping[str, LastTable] = field(default_factory=dict)
    counters: Mapping[str, str] = field(default_factory=dict)
    open_actions: tuple[OpenAction, ...] = ()
    held_days: tuple[date, ...] = ()
    days: tuple[date, ...] = ()
    meetings: Mapping[date, Meeting] = field(default_factory=dict)
    pending: tuple[Sheet, Meeting] | None = None  # taken last, unless it stood in the series before

    def take(self, sheet: Sheet) -> Taken:
        """Return a sheet's meeting as it goes on from the meetings before."""
        meeting, loose, table_decisions, statements = continue_counts(sheet, self.tables, self.counters)
        meeting, action_decisions = self._with_actions(sheet, meeting)
        decisions = [*sheet.decisions, *table_decisions, *action_decisions]
        compared = Counts[FaultKind]()
        for kind, decision in judge_counts(sheet, meeting, loose, statements, self._history()):
            compared.update([kind] if kind else ())
            decisions += [decision] if decision else []
        decisions.sort(key=lambda decision: decision.line)
        return Taken(sheet, meeting, tuple(decisions), loose, compared)

    def settle(self, meeting: Meeting) -> Settled:
        """Return the pending meeting, if there is one, in the light of the one that comes next."""
        if self.pending is None or not meeting.held:
            return Settled()
        sheet, predecessor = self.pending
        own_ids = {action.id for action in meeting.actions}
        left_open = [action for action in predecessor.actions if action.status == "open"]
        tasks = Tasks(meeting.actions)
        pairs = tasks.paired(left_open)
        is_new = any(action.key_path and isinstance(action.key_path[0], int) for action in meeting.actions)
        titles = {filed.action.key_path: filed.titles for filed in filed_actions(predecessor)}
        changed = dict[KeyPath, Action]()
        decisions: list[Decision] = []
        for position, action in enumerate(left_open):
            if action.id in own_ids:
                continue
            joined = meeting.actions[pairs[position]].id if position in pairs and not is_new else None
            if joined and action.since is None:
                changed[action.key_path] = replace(action, id=joined)
                continue
            changed[action.key_path] = replace(action, status="lapsed")
            alike = max(tasks.alike(action), default=None)
            same = meeting.actions[alike[1]] if alike else said_again(action, predecessor.actions)
            if same is None:
                decisions.append(judge_vanished(sheet, titles[action.key_path], action, meeting))
            else:
                decisions.append(Decision(sheet.path, line_of(action), "item joined", action.task, same.task))
        for open_action in self.open_actions:
            action = open_action.action
            if action.id in own_ids and self._must_state(open_action):
                changed[action.key_path] = replace(changed.get(action.key_path, action), has_status=True)
        settled = with_changed(predecessor, changed) if changed else None
        return Settled(settled, tuple(decisions), len(left_open))

    def after(self, meeting: Meeting, step: Taken | None = None) -> "Course":
        """Return the course behind a meeting; `step` is what it was made from, if it can still be settled."""
        loose = step.loose if step else ()
        days = (*self.days, meeting.date)
        counts = counts_of(meeting, loose)
        if not meeting.held:
            return replace(self, days=days, meetings={**self.meetings, meeting.date: counts})
        tables, counters = dict(self.tables), dict(self.counters)
        for title, record in (*placed_counts(meeting.root), *loose):
            if isinstance(record, Table) and record.complete:
                tables[record.id] = LastTable(meeting.date, title, record, self._went_on(record))
            elif isinstance(record, Counter) and record.value is not None:
                counters[fold_counter_label(record.label)] = record.label
        # Only the latest of each table and counter is measured against.
        counted = {
            counter.label: day
            for day, past in self.meetings.items()
            for counter in past.counters
            if counter.value is not None
        }
        needed = {*counted.values(), *(latest.day for latest in tables.values())}
        kept = {day: past for day, past in self.meetings.items() if day in needed}
        return replace(
            self,
            tables=tables,
            counters=counters,
            open_actions=tuple(self._left_open(meeting)),
            held_days=(*self.held_days, meeting.date),
            days=days,
            meetings={**kept, meeting.date: counts},
            pending=(step.sheet, meeting) if step else None,
        )

    def _went_on(self, table: Table) -> bool:
        latest = self.tables.get(table.id)
        if latest is None or table.continues is None:
            return latest is not None and latest.went_on
        return continues_other(table, latest.table)

    def _history(self) -> History:
        no_counts = Brief("final", frozenset(), frozenset(), {}, {})
        # Mostly the newest alone are asked for, and for each meeting anew.
        brief = cache(lambda day: make_brief(self.meetings[day]) if day in self.meetings else no_counts)
        return History(self.series, self.days, self.meetings.__getitem__, brief)

    def _with_actions(self, sheet: Sheet, meeting: Meeting) -> tuple[Meeting, list[Decision]]:
        """Return the meeting with the ids of its actions, and with those that earlier minutes left open and it lacks."""
        earlier = [predecessor.action for predecessor in self.open_actions]
        predecessors = {
            index: self.open_actions[position]
            for position, index in Tasks(meeting.actions).paired(earlier).items()
        }
        folder = self.series.path.rpartition("/")[0] or self.series.path
        ids = NewIds(folder, sheet.day, (action.id for action in earlier if action.id))
        changed = dict[KeyPath, Action]()
        decisions: list[Decision] = []
        for index, action in enumerate(meeting.actions):
            predecessor, line = predecessors.get(index), line_of(action)
            changed[action.key_path] = self._with_id(sheet, action, predecessor, ids)
            if predecessor and predecessor.action.task != action.task:
                tasks = predecessor.action.task, action.task
                decisions.append(Decision(sheet.path, line, "item goes on", *tasks))
        if self.pending is None:
            # What stood in the series before can't lapse there any more.
            gone_on = {predecessor.action.id for predecessor in predecessors.values()}
            lost = [
                replace(predecessor.action, since=predecessor.since)
                for predecessor in self.open_actions
                if predecessor.action.id not in gone_on
            ]
            meeting = with_carried(meeting, lost)
            for action in lost:
                task = action_text(ActionLine(action.owners, action.task))
                stated = "left open by an earlier import"
                decisions.append(Decision(sheet.path, 1, "item carried", stated, task))
        return with_changed(meeting, changed), decisions

    def _with_id(self, sheet: Sheet, action: Action, predecessor: OpenAction | None, ids: NewIds) -> Action:
        """Return an action with its id and the day on which it began."""
        known_id = predecessor.action.id if predecessor else None
        name = known_id or ids.make(action.owners, action.task)
        action = replace(action, id=name, since=self._since(sheet, action, predecessor))
        limit = self.series.lapse.on(sheet.day)
        if predecessor and lapse.can_lapse(action):
            # Somebody repeated it by hand, which counts as a touch.
            repeated = lapse.reaches(limit, self._untouched(predecessor, action))
            action = replace(action, has_status=action.has_status or repeated)
        return action

    def _since(self, sheet: Sheet, action: Action, predecessor: OpenAction | None) -> date | None:
        """Return where an action began: as generated minutes say, or where it was first seen."""
        age = sheet.ages.get(line_of(action))
        # Carried, and yet in its first meeting: it began before the series did.
        if age == 1:
            return sheet.day - timedelta(days=1)
        if age and age <= len(self.held_days) + 1:
            return self.held_days[1 - age]
        return predecessor.since if predecessor else None

    def _untouched(self, predecessor: OpenAction, action: Action) -> int:
        if lapse.is_touched(self.series, action, predecessor.action):
            return 0
        return 1 if self._must_state(predecessor) else predecessor.untouched + 1

    def _must_state(self, predecessor: OpenAction) -> bool:
        """Whether the pending meeting must say of an action that it is open, or else it would announce that it lapses."""
        if self.pending is None or not lapse.can_lapse(predecessor.action):
            return False
        if not lapse.reaches_next(self.series.lapse.on(self.pending[1].date), predecessor.untouched):
            return False
        return line_of(predecessor.action) not in self.pending[0].lapsing

    def _left_open(self, meeting: Meeting) -> Iterator[OpenAction]:
        predecessors = {predecessor.action.id: predecessor for predecessor in self.open_actions}
        for action in meeting.actions:
            if action.status == "open" and action.id:
                predecessor = predecessors.get(action.id)
                untouched = self._untouched(predecessor, action) if predecessor else 0
                yield OpenAction(action, action.since or meeting.date, untouched)
