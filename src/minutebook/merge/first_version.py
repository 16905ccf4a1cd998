"""What a meeting says that the one before did not: counts by their deltas, and what became of action items."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise, takewhile
from typing import Any

from minutebook.counts.deltas import CountWithDelta, compute
from minutebook.merge.action_diff import compare_actions
from minutebook.merge.count_diff import cell_label, count_difference
from minutebook.merge.difference import ABSENT, Difference, Heading
from minutebook.merge.section_names import SectionNames
from minutebook.merge.section_pairs import path_of
from minutebook.notebook.notebook import Notebook
from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.meeting import TOTAL
from minutebook.records.problem import KeyPath


def earlier_day(notebook: Notebook, day: date) -> date | None:
    """Return the day of the last meeting before one which was held; raises Refused if a file can't be read."""
    return next((held for held, _brief in notebook.history.held_briefs(day)), None)


def news(notebook: Notebook, day: date) -> Iterator[Difference]:
    """Yield what a meeting says that the one before did not; raises Refused if one can't be read."""
    for heading, count in counts_of(notebook, day):
        if count.value is not None and count.delta != 0:
            former = ABSENT if count.delta is None else count.value - count.delta
            yield count_difference(heading, former, count.value)
    yield from _actions(notebook, day)


def counts_of(notebook: Notebook, day: date) -> Iterator[tuple[Heading, CountWithDelta]]:
    """Yield every count of a meeting with its delta, under the name that sentences have for it."""
    meeting = notebook.meeting(day)
    data = notebook.document(meeting.path).data
    deltas, names = compute(meeting, notebook.history), SectionNames(data)
    for counter in deltas.counters:
        titles, _section = _section_at(data, counter.counter.key_path)
        yield names.heading(titles).record(counter.counter.label), counter.count
    for measured in deltas.tables:
        table = measured.table
        heading = names.table(*_section_at(data, table.key_path))
        for label, counts in measured.rows:
            for column, count in zip(measured.columns, counts, strict=True):
                is_total = (label == TOTAL and table.totals in {"row", "both"}) or column not in table.columns
                if not is_total:
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


def _actions(notebook: Notebook, day: date) -> Iterator[Difference]:
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
        was_closed = difference.change == "removed" and difference.former["status"] != ACTION_STATUS
        if not was_closed and not (difference.change == "removed" and difference.record in closed):
            yield difference
