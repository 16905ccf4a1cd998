"""Which sections a new meeting begins with: those that come again and again, and those in which something goes on."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any, Self

from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Titles
from minutebook.records.named_days import is_only_a_day
from minutebook.source.yaml.plain_values import sections_below

Data = dict[str, Any]
_OFTEN = 2
"""In how many of the last meetings a section stood that comes again."""
MOST = 3
"""How many meetings are looked at."""
_FIGURES = frozenset({"table", "counters", "duty"})
"""What stands once in a meeting, by its id or its labels."""


def offered_meeting(meetings: Sequence[Data]) -> Data:
    """Return the newest of some meetings, newest first, with the sections that the next one is to begin with.

    They are as they stood there; what came in both others is among them, and so is what the one before it counted.
    """
    meetings = meetings[:MOST]
    titled = [
        {titles for titles, section in sections_below(meeting) if "title" in section} for meeting in meetings
    ]
    times = Counter(chain.from_iterable(titled))
    often = {titles for titles, number in times.items() if number >= min(_OFTEN, len(meetings))}
    newest = meetings[0]
    standing = _Standing.of(newest)
    if meetings[1:]:
        newest = _with_left_out(newest, meetings[1], standing)
    earlier_lists = (_not_moved(meeting.get("sections") or (), standing) for meeting in meetings[1:])
    lists = [newest.get("sections") or [], *earlier_lists]
    return {**newest, "sections": _offered(lists, (), often)}


def has_open(members: Sequence[Any]) -> bool:
    """Whether something is open among the actions and topics of a section."""
    return any(isinstance(member, str) or _is_open(member) for member in members)


def _is_open(member: Data) -> bool:
    if "topic" in member:
        return has_open(member.get("actions") or ())
    return bool(member.get("status", ACTION_STATUS) == ACTION_STATUS)


def _offered(lists: Sequence[list[Data]], parents: Titles, often: set[Titles]) -> list[Data]:
    """Return the sections of the newest of some lists that are offered, with those of earlier lists that it lacks."""
    offered = []
    for section in _joined(lists, parents, often):
        title = section.get("title")
        if title is not None and is_only_a_day(title):
            continue
        titles = parents if title is None else (*parents, title)
        earlier_subsections = [_below(earlier_sections, title) for earlier_sections in lists[1:]]
        subsections = _offered([section.get("sections") or [], *earlier_subsections], titles, often)
        if _goes_on(section) or (title is not None and titles in often):
            offered.append({**section, "sections": subsections})
        elif subsections:
            heading = {} if title is None else {"title": title}
            offered.append({**heading, "sections": subsections})
    return offered


def _joined(lists: Sequence[list[Data]], parents: Titles, often: set[Titles]) -> list[Data]:
    """Return the sections of the newest list, and those of earlier ones that come often, each behind its neighbours."""
    sections, *earlier_lists = lists
    sections = list(sections)
    for earlier_sections in earlier_lists:
        for number, section in enumerate(earlier_sections):
            title = section.get("title")
            titles = {standing.get("title") for standing in sections}
            if title is None or title in titles or (*parents, title) not in often:
                continue
            titles_above = {upper.get("title") for upper in earlier_sections[:number]}
            positions = [
                index for index, standing in enumerate(sections) if standing.get("title") in titles_above
            ]
            sections.insert(max(positions, default=-1) + 1, section)
    return sections


def _below(sections: list[Data], title: str | None) -> list[Data]:
    """Return the sections below the one of a title."""
    lists = (section.get("sections") or [] for section in sections if section.get("title") == title)
    return [] if title is None else next(lists, [])


def _goes_on(section: Data) -> bool:
    return any(section.get(key) for key in _FIGURES) or has_open(section.get("actions") or ())


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a meeting counts, wherever it does, also by the names that it had before; and the labels of its duties."""

    tables: set[str]
    counters: set[str]
    duties: set[str]

    @classmethod
    def of(cls, meeting: Data) -> Self:
        standing = cls(set(), set(), set())
        for section in (meeting, *(section for _, section in sections_below(meeting))):
            if table := section.get("table"):
                standing.tables.update((table["id"], table.get("baseline", "")))
            for label, value in (section.get("counters") or {}).items():
                former = value.get("continues") if isinstance(value, dict) else None
                standing.counters.update((label, former or label))
            standing.duties.update(section.get("duty") or ())
        return standing

    def left_out(self, section: Data, earlier: Data) -> Data:
        """Return what the same section had in an earlier meeting, and stands neither in it nor anywhere else."""
        content: Data = {}
        table = earlier.get("table")
        if table and "table" not in section and table["id"] not in self.tables:
            content["table"] = table
        counters = earlier.get("counters") or {}
        missing = {label: value for label, value in counters.items() if label not in self.counters}
        if missing and not (section.get("counters") and earlier.get("changing")):
            content["counters"] = {**(section.get("counters") or {}), **missing}
        if earlier.get("duty") and self.duties.isdisjoint(earlier["duty"]):
            content["duty"] = earlier["duty"]
        return content


def _not_moved(sections: Sequence[Data], standing: _Standing) -> list[Data]:
    """Return earlier sections with what stands nowhere else by now; one that counted nothing else was renamed."""
    remaining = []
    for section in sections:
        subsections = _not_moved(section.get("sections") or (), standing)
        counted = standing.left_out({}, section)
        if subsections or counted or _FIGURES.isdisjoint(key for key in section if section[key]):
            prose = {key: section[key] for key in section if key not in _FIGURES}
            remaining.append(_in_order({**prose, **counted, "sections": subsections}, section))
    return remaining


def _with_left_out(section: Data, earlier: Data, standing: _Standing) -> Data:
    """Return a section with the tables, counters and duties below it that only the meeting before has."""
    sections = list(section.get("sections") or ())
    position = 0
    for earlier_subsection in earlier.get("sections") or ():
        title = earlier_subsection.get("title")
        number = next((i for i, upper in enumerate(sections) if title and upper.get("title") == title), None)
        if number is not None:
            sections[number] = _with_left_out(sections[number], earlier_subsection, standing)
            position = number + 1
            continue
        heading = {"title": title} if title else {}
        if title is None:  # these stand first
            position = sum("title" not in upper for upper in sections)
        subsection = _with_left_out(heading, earlier_subsection, standing)
        if subsection.keys() - {"title"}:
            prose = {key: text for key, text in earlier_subsection.items() if key in ("notes", "changing")}
            sections.insert(position, _in_order({**prose, **subsection}, earlier_subsection))
            position += 1
    content = {**section, **({"sections": sections} if sections else {})}
    left_out = standing.left_out(section, earlier)
    return _in_order({**content, **left_out}, earlier) if left_out else content


def _in_order(content: Data, model: Data) -> Data:
    return {key: content[key] for key in (*model, *content) if key in content}
