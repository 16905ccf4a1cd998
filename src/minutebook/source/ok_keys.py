"""The answers to warnings, `ok`, wherever they stand in the data of a meeting."""

from collections.abc import Iterator
from typing import Any

from minutebook.records.answer import Answer
from minutebook.records.problem import KeyPath


def build_answers(section: dict[str, Any], key_path: KeyPath = ()) -> Iterator[Answer]:
    """Yield what is answered in a section, and in all that stands in it; a label may be called `ok`, too."""
    yield from _of_record(section, key_path)
    yield from _of_labels(section.get("counters"), (*key_path, "counters"))
    if table := section.get("table"):
        yield from _of_record(table, (*key_path, "table"))
        yield from _of_labels(table["rows"], (*key_path, "table", "rows"))
    yield from _of_actions(section.get("actions"), (*key_path, "actions"))
    for index, subsection in enumerate(section.get("sections") or ()):
        yield from build_answers(subsection, (*key_path, "sections", index))


def _of_labels(records: dict[str, Any] | None, key_path: KeyPath) -> Iterator[Answer]:
    for label, record in (records or {}).items():
        yield from _of_record(record, (*key_path, label))


def _of_actions(members: list[Any] | None, key_path: KeyPath) -> Iterator[Answer]:
    for index, member in enumerate(members or ()):
        if isinstance(member, dict) and "topic" in member:
            yield from _of_actions(member.get("actions"), (*key_path, index, "actions"))
        else:
            yield from _of_record(member, (*key_path, index))


def _of_record(record: Any, key_path: KeyPath) -> Iterator[Answer]:
    if isinstance(record, dict) and isinstance(rules := record.get("ok"), list):
        yield Answer(key_path, tuple(rules))
