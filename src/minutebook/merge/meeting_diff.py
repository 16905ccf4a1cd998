"""What is not the same in two versions of a meeting, record by record, in the words of the minutes."""

from collections.abc import Iterator
from typing import Any

from minutebook.merge.action_diff import compare_actions
from minutebook.merge.count_diff import compare_counters, compare_table
from minutebook.merge.difference import (
    ABSENT,
    Data,
    Difference,
    Heading,
    Subject,
    change_between,
    compare_keys,
    compare_order,
    list_in,
    mapping_in,
)
from minutebook.merge.notes_diff import compare_notes
from minutebook.merge.people_diff import compare_attendance, compare_duty, compare_header
from minutebook.merge.record_identity import identify
from minutebook.merge.section_names import SectionNames
from minutebook.merge.section_pairs import SectionPairs, identified, path_of
from minutebook.merge.sequences import keys_of_both
from minutebook.records.attendance import LISTS
from minutebook.records.defaults import MEETING_STATUS
from minutebook.records.meeting import Titles

_CONTENT = ("notes", "duty", "counters", "table", "actions")
_OF_RECORDS = {*LISTS, *_CONTENT, "header", "sections"}


def compare(former: Data, current: Data) -> tuple[Difference, ...]:
    """Return what is not the same in two versions of a meeting, action items last, and nothing for equal ones."""
    former, current = ({"status": MEETING_STATUS} | dict(version) for version in (former, current))
    sections = _SectionDiff(former, current)
    return (*sections.differences(former, current, ()), *compare_actions(former, current))


class _SectionDiff:
    """Compares sections, those of a whole meeting with those of another version."""

    def __init__(self, former: Data, current: Data) -> None:
        self._pairs = SectionPairs(former, current)
        self._names = SectionNames(former, current)

    def differences(self, former: Data, current: Data, titles: Titles) -> Iterator[Difference]:
        """Yield what is not the same in two versions of a section, and in those below it."""
        heading = self._names.heading(titles)
        told_keys = {*_OF_RECORDS, "title"} if titles else _OF_RECORDS
        yield from compare_keys("section" if titles else "meeting", heading, former, current, told=told_keys)
        if not titles:
            yield from compare_header(mapping_in(former, "header"), mapping_in(current, "header"))
        yield from compare_attendance(heading, former, current)
        yield from compare_duty(heading, mapping_in(former, "duty"), mapping_in(current, "duty"))
        counters = (mapping_in(version, "counters") for version in (former, current))
        yield from compare_counters(heading, *counters)
        yield from self._table(former, current, titles)
        yield from self._notes(former, current, titles)
        contents = (
            [key for key in version if key in _CONTENT and version[key]] for version in (former, current)
        )
        yield from compare_order("section", heading, "contents", *contents)
        yield from self._sections(former, current, titles)

    def _table(self, former: Data, current: Data, titles: Titles) -> Iterator[Difference]:
        tables = [mapping_in(version, "table") or None for version in (former, current)]
        if any(tables):
            heading = self._names.table(titles, current if tables[1] else former)
            yield from compare_table(heading, *tables)

    def _notes(self, former: Data, current: Data, titles: Titles) -> Iterator[Difference]:
        heading = self._names.heading(titles)
        notes = (_text(version.get("notes")) for version in (former, current))
        yield from compare_notes(heading, *notes)
        topics, former_topics = _topics(current), _topics(former)
        for topic in keys_of_both(topics, former_topics):
            versions = [side.get(topic) for side in (former_topics, topics)]
            yield from self._topic(versions[0], versions[1], (*titles, topic))
        members = (map(_label, list_in(version, "actions")) for version in (former, current))
        yield from compare_order("section", heading, "action items", *members)

    def _topic(self, former: Data | None, current: Data | None, titles: Titles) -> Iterator[Difference]:
        heading = Heading(
            titles, ", ".join(filter(None, (self._names.heading(titles[:-1]).name, titles[-1])))
        )
        if former is None or current is None:
            yield _lone("topic", heading, is_new=current is not None)
        former, current = former or {}, current or {}
        notes = (_text(version.get("notes")) for version in (former, current))
        yield from compare_notes(heading, *notes)
        yield from compare_keys("topic", heading, former, current, told={"topic", "notes", "actions"})
        members = (map(_label, list_in(version, "actions")) for version in (former, current))
        yield from compare_order("topic", heading, "action items", *members)

    def _sections(self, former: Data, current: Data, titles: Titles) -> Iterator[Difference]:
        for pair in self._pairs.below(former, current):
            section = pair.current or pair.former or {}
            path = path_of(section, titles)
            yield from self._fate(pair.former, pair.current, path)
            yield from self.differences(pair.former or {}, pair.current or {}, path)
        order = (
            [" ".join(map(str, identity)) for identity in identified(version)]
            for version in (former, current)
        )
        yield from compare_order("section", self._names.heading(titles), "sections", *order)

    def _fate(self, former: Data | None, current: Data | None, titles: Titles) -> Iterator[Difference]:
        """Yield what happened to a section as a whole."""
        former_title, title = ((version or {}).get("title") for version in (former, current))
        if former is None or current is None:
            name = self._names.heading(titles).name if former_title or title else "without a title"
            yield _lone("section", Heading(titles, name), is_new=current is not None)
        elif self._pairs.is_moved(current):
            sentence = f"section {title} moved to {', '.join(titles[:-1]) or 'the top'}"
            yield Difference("section", "moved", titles, str(title), "title", title, titles, sentence)
        elif former_title != title:
            sentence = f"section {former_title or 'without a title'} renamed to {title or 'nothing'}"
            yield Difference("section", "renamed", titles, str(title), "title", former_title, title, sentence)


def _lone(subject: Subject, heading: Heading, *, is_new: bool) -> Difference:
    """Return the difference of a section or a topic that one version alone has."""
    former, value = (ABSENT, heading.name) if is_new else (heading.name, ABSENT)
    change = change_between(former, value)
    sentence = f"{subject} {heading.name} {change}"
    return Difference(subject, change, *heading, "title", former, value, sentence)


def _text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else str(value)


def _topics(section: Data) -> dict[str, Data]:
    return {
        str(member["topic"]): member
        for member in list_in(section, "actions")
        if isinstance(member, dict) and "topic" in member
    }


def _label(member: Any) -> str:
    """Return what a member of a list of actions is known by."""
    return " ".join(map(str, identify(("actions",), member)))
