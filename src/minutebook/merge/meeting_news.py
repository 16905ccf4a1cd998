"""What a meeting says that the one before did not: counts by their deltas, and what became of action items."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

from minutebook.counts.baseline import NO_BASELINE
from minutebook.counts.deltas import CountWithDelta, Deltas, TableWithDeltas, compute
from minutebook.merge.action_diff import compare_actions
from minutebook.merge.count_diff import cell_label, compare_table, count_difference
from minutebook.merge.difference import ABSENT, Difference, Heading, compare_key
from minutebook.merge.section_names import SectionNames
from minutebook.merge.section_pairs import path_of
from minutebook.notebook.notebook import Notebook
from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.figures import TOTAL
from minutebook.records.meeting import Meeting
from minutebook.records.problem import KeyPath


def earlier_day(notebook: Notebook, day: date) -> date | None:
    """Return the day of the last meeting before one which was held; raises Refused if a file can't be read."""
    return next((held_day for held_day, _brief in notebook.history.held_briefs(day)), None)


def news(notebook: Notebook, day: date) -> Iterator[Difference]:
    """Yield what a meeting says that the one before did not; raises Refused if one can't be read."""
    meeting = notebook.meeting(day)
    data = notebook.document(meeting.path).data
    if not meeting.held:
        for key in ("status", "reason"):
            yield from compare_key("meeting", Heading((), ""), key, ABSENT, data.get(key, ABSENT))
    for named in named_counts(data, compute(meeting, notebook.history)):
        is_known = any(count.value is not None for _heading, count in named.counts)
        if named.table and is_known and all(count.delta is None for _heading, count in named.counts):
            yield from compare_table(named.heading, None, named.table)
            continue
        for heading, count in named.counts:
            if count.value is not None and count.delta != 0:
                former = ABSENT if count.delta is None else count.value - count.delta
                yield count_difference(heading, former, count.value)
    if meeting.status == "final":  # what a draft lacks may still come
        yield from _gone_counts(notebook, meeting)
    yield from _actions(notebook, day, held=meeting.held)


def _gone_counts(notebook: Notebook, meeting: Meeting) -> Iterator[Difference]:
    """Yield the counters, tables and rows of the meeting before with which nothing in this one goes on."""
    earlier = notebook.history.previous_held(meeting.date)
    if earlier is None:
        return
    data = notebook.document(earlier.path).data
    names = SectionNames(data)
    labels = {counter.earlier_label for counter in meeting.counters}
    for counter in earlier.counters:
        if counter.label not in labels and counter.value is not None:
            titles, _section = _section_at(data, counter.key_path)
            yield count_difference(names.heading(titles).record(counter.label), counter.value, ABSENT)
    tables = {
        table.id if table.baseline in {None, NO_BASELINE} else table.baseline: table
        for table in meeting.tables
    }
    for table in earlier.tables:
        titles, section = _section_at(data, table.key_path)
        heading, current = names.table(titles, section), tables.get(table.id)
        if current is None:
            yield from compare_table(heading, section["table"], None)
            continue
        labels = {row.earlier_label for row in current.rows}
        for row in table.rows if table.complete else ():
            for column, count in zip(
                table.columns, row.counts if row.label not in labels else (), strict=False
            ):
                yield count_difference(
                    heading.record(cell_label(row.label, column, table.columns)), count, ABSENT
                )


class NamedCounts(NamedTuple):
    """The counts of a counter or of a table, each under the name that sentences have for it."""

    heading: Heading
    counts: tuple[tuple[Heading, CountWithDelta], ...]
    table: Mapping[str, Any] | None = None


def named_counts(data: Mapping[str, Any], deltas: Deltas) -> Iterator[NamedCounts]:
    """Yield the counts of a meeting with their deltas, without those that are computed."""
    names = SectionNames(data)
    for counter in deltas.counters:
        titles, _section = _section_at(data, counter.counter.key_path)
        heading = names.heading(titles).record(counter.counter.label)
        yield NamedCounts(heading, ((heading, counter.count),))
    for measured in deltas.tables:
        titles, section = _section_at(data, measured.table.key_path)
        heading = names.table(titles, section)
        yield NamedCounts(heading, tuple(_cells(measured, heading)), section["table"])


def _cells(measured: TableWithDeltas, heading: Heading) -> Iterator[tuple[Heading, CountWithDelta]]:
    table = measured.table
    for label, counts in measured.rows:
        if label == TOTAL and table.adds("row"):
            continue
        for column, count in zip(table.columns, counts, strict=False):  # a column Total is the last one
            yield heading.record(cell_label(label, column, table.columns)), count


def _section_at(data: Mapping[str, Any], key_path: KeyPath) -> tuple[tuple[str, ...], Mapping[str, Any]]:
    """Return the titles above a record, and the section that it stands in."""
    titles: tuple[str, ...] = ()
    section = data
    for key, index in pairwise(key_path):
        if key == "sections" and isinstance(index, int):
            section = section["sections"][index]
            titles = path_of(section, titles)
    return titles, section


def _actions(notebook: Notebook, day: date, *, held: bool) -> Iterator[Difference]:
    earlier, closed = earlier_day(notebook, day), set()
    passed = takewhile(
        lambda meeting: earlier is None or meeting.date > earlier, notebook.history.earlier(day)
    )
    for meeting in passed:
        closed |= {action.id for action in meeting.actions if action.status != ACTION_STATUS}
    data = notebook.document(notebook.days[day]).data
    former = notebook.document(notebook.days[earlier]).data if earlier else {}
    for difference in compare_actions(former, data):
        # What is carried gets the day since when it is open, and loses what was noted.
        if difference.key == "since" or (difference.key == "note" and difference.change == "removed"):
            continue
        is_gone = difference.change == "removed" and not difference.key
        if not is_gone or (  # carry forward passes over a meeting that was skipped
            held
            and difference.former.get("status", ACTION_STATUS) == ACTION_STATUS
            and difference.record not in closed
        ):
            yield difference
