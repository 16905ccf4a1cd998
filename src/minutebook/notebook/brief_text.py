"""What is kept of a meeting that was read, as bytes and back: its brief, and its action items with their lines."""

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from minutebook.actions.carry import FiledAction
from minutebook.records.history import Brief, Lives, Year
from minutebook.records.meeting import Action
from minutebook.records.problem import KeyPath
from minutebook.source.yaml.plain_values import day_or_none

_FIELDS = [field.name for field in fields(Action) if field.name != "typed"]
"""What is kept of an action; one that has an id was not typed in a hurry."""
_ID = _FIELDS.index("id")
_ENCODER = json.JSONEncoder(separators=(",", ":"))


def encode_brief(name: str, brief: Brief) -> bytes:
    """Return the brief of a meeting, and the name of its file, as bytes."""
    lists = [sorted(brief.tables), sorted(brief.counters), brief.actions, brief.noted]
    return _dump([name, brief.status, *lists, brief.reason, brief.prose])


def decode_briefs(encoded: Iterable[bytes]) -> Iterator[tuple[str, Brief]]:
    """Yield the name of each meeting's file, and its brief."""
    # Parsed as one text, thousands take a third of the time.
    for name, status, tables, counters, actions, noted, reason, prose in json.loads(
        b"[%s]" % b",".join(encoded)
    ):
        names = frozenset(tables), frozenset(counters)
        yield name, Brief(status, *names, actions, _notes(noted), reason, _pairs(prose))


def encode_run(briefs: Sequence[Brief]) -> bytes:
    """Return the briefs of some meetings as bytes, in columns: their tables and counters are mostly the same."""
    status, tables, counters, *columns = zip(*briefs, strict=True)
    return _dump([status, [*_changes(tables)], [*_changes(counters)], *columns])


def decode_run(data: bytes) -> Iterator[Brief]:
    """Yield the briefs of some meetings."""
    status, tables, counters, actions, noted, reasons, prose = json.loads(data)
    names = _repeated(tables), _repeated(counters)
    return map(Brief, status, *names, actions, map(_notes, noted), reasons, map(_pairs, prose))


def encode_year(year: Year) -> bytes:
    """Return what the meetings of a year say together as bytes, but for its days and its digest."""
    skipped = [number for number, day in enumerate(year.days) if day in year.skipped]
    return _dump([skipped, year.lives, year.ids_of_skipped])


def decode_year(data: bytes, days: Sequence[date], digest: str) -> Year:
    """Return what the meetings of some days say together."""
    skipped, lives, ids_of_skipped = json.loads(data)
    lives = {status: Lives(*columns) for status, columns in lives.items()}
    skipped_days = frozenset(map(days.__getitem__, skipped))
    return Year(tuple(days), skipped_days, lives, tuple(ids_of_skipped), digest)


def _changes(column: Iterable[frozenset[str]]) -> Iterator[list[str] | None]:
    """Yield the names of each meeting, None where they are those of the one before."""
    former = None
    for names in column:
        yield None if names == former else sorted(names)
        former = names


def _repeated(column: Iterable[list[str] | None]) -> Iterator[frozenset[str]]:
    current = frozenset[str]()
    for names in column:
        current = current if names is None else frozenset(names)
        yield current


def _notes(noted: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {action_id: tuple(texts) for action_id, texts in noted.items()} if noted else {}


def _pairs(prose: Iterable[list[str]]) -> tuple[tuple[str | None, str], ...]:
    return tuple((title, text) for title, text in prose) if prose else ()


def encode_actions(filed: Iterable[FiledAction], line_of: Callable[[KeyPath], int]) -> bytes:
    """Return the actions that have an id as bytes."""
    return _dump(
        [
            [
                filed_action.titles,
                filed_action.topic,
                line_of(filed_action.action.key_path),
                _fields(filed_action.action),
            ]
            for filed_action in filed
            if filed_action.action.id
        ]
    )


def decode_actions(data: bytes, ids: Container[str]) -> tuple[FiledAction, ...]:
    """Return the actions of a meeting that have some ids."""
    return tuple(
        FiledAction(_action(values), tuple(titles), topic, line)
        for titles, topic, line, values in json.loads(data)
        if values[_ID] in ids
    )


def _fields(action: Action) -> list[Any]:
    days = {"since": action.since and str(action.since), "due": action.due and str(action.due)}
    return [days[name] if name in days else getattr(action, name) for name in _FIELDS]


def _action(values: list[Any]) -> Action:
    # A register of years decodes tens of thousands.
    fields = dict(zip(_FIELDS, values, strict=True))
    for name in ("key_path", "owners", "notes"):
        fields[name] = tuple(fields[name])
    for name in ("since", "due"):
        fields[name] = fields[name] and day_or_none(fields[name])
    fields["x_keys"] = tuple(map(tuple, fields["x_keys"]))
    return Action(**fields)


def _dump(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()
