"""Which sections a new meeting begins with: those that come again and again, and those in which something goes on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.named_days import is_only_a_day

Data = dict[str, Any]
Titles = tuple[str, ...]
_OFTEN = 2
"""In how many of the last meetings a section stood that comes again."""
MOST = 3
"""How many meetings are looked at."""


def offered_sections(meetings: Sequence[Data]) -> list[Data]:
    """Return the sections of the newest of some meetings, newest first, that the next one is to begin with.

    They are as they stood there; what came in both others is among them, without its counts.
    """
    meetings = meetings[:MOST]
    times = Counter(titles for meeting in meetings for titles in set(_titles(meeting, ())))
    often = {titles for titles, number in times.items() if number >= min(_OFTEN, len(meetings))}
    return _offered([meeting.get("sections") or [] for meeting in meetings], (), often)


def has_open(members: Sequence[Any]) -> bool:
    """Whether something is open among the actions and topics of a section."""
    return any(isinstance(member, str) or _is_open(member) for member in members)


def _is_open(member: Data) -> bool:
    if "topic" in member:
        return has_open(member.get("actions") or ())
    return bool(member.get("status", ACTION_STATUS) == ACTION_STATUS)


def _titles(section: Data, parents: Titles) -> Iterator[Titles]:
    for subsection in section.get("sections") or ():
        titles = (*parents, subsection["title"]) if "title" in subsection else parents
        if "title" in subsection:
            yield titles
        yield from _titles(subsection, titles)


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
            sections.insert(max(positions, default=-1) + 1, _without_counts(section))
    return sections


def _below(sections: list[Data], title: str | None) -> list[Data]:
    """Return the sections below the one of a title."""
    lists = (section.get("sections") or [] for section in sections if section.get("title") == title)
    return [] if title is None else next(lists, [])


def _goes_on(section: Data) -> bool:
    return any(section.get(key) for key in ("table", "counters", "duty")) or has_open(
        section.get("actions") or ()
    )


def _without_counts(section: Data) -> Data:
    counters = {"counters": dict.fromkeys(section["counters"])} if section.get("counters") else {}
    table = section.get("table")
    rows = {"table": {**table, "rows": dict.fromkeys(table["rows"])}} if table else {}
    subsections = [_without_counts(subsection) for subsection in section.get("sections") or ()]
    return {**section, **counters, **rows, **({"sections": subsections} if subsections else {})}
