"""The files of a series as text: its meetings from plain data of the format, its series.yaml from the record."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from minutebook.records.dated import Dated, Period
from minutebook.records.defaults import FORMAT, MEETING_STATUS
from minutebook.records.figures import Counter, Counters, Row, Table
from minutebook.records.fixed_words import fixed_words, written_words
from minutebook.records.meeting import Action, Actions, Block, Duties, Meeting, Notes, Section, Topic
from minutebook.records.problem import KeyPath
from minutebook.records.series import Person, Series, Style
from minutebook.source.yaml.block_gaps import missing_gaps
from minutebook.source.yaml.plain_values import one_or_more
from minutebook.source.yaml.writer import Line, write_mapping

EDITORS_LINE = "# yaml-language-server: "
"""Begins the line by which editors find a schema."""


def editors_line(folder: PurePosixPath, file_type: str) -> str:
    """Return the line by which editors find the schema of a file in a folder."""
    up = "../" * len(folder.parts)
    return f"{EDITORS_LINE}$schema={up}schema/{file_type}.schema.json"


def write_file(
    data: Mapping[str, Any], *comments: str, side_comments: Mapping[KeyPath, str] | None = None
) -> str:
    """Return the text of a file that begins with comments.

    `side_comments` are what goes behind the values at some paths, from the spaces before its `#` on.
    """
    written_behind = side_comments or {}
    lines = [f"{line.text}{written_behind.get(line.key_path, '')}" for line in _spaced_lines(data)]
    return "".join(f"{line}\n" for line in (*comments, *lines))


def _spaced_lines(data: Mapping[str, Any]) -> list[Line]:
    """Return the lines of a mapping, with an empty one after each block of text."""
    lines = list(write_mapping(data))
    for number in reversed(list(missing_gaps([line.text for line in lines]))):
        lines.insert(number, Line("", lines[number - 1].key_path))
    return lines


def write_series(series: Series, *comments: str, side_comments: Mapping[KeyPath, str] | None = None) -> str:
    """Return the text of a series.yaml, with comments as in any file."""
    data = {
        "format": FORMAT,
        "title": _written(series.title),
        "schedule": [dated({"rule": one_or_more(rule.texts)}, rule.start) for rule in series.schedule],
        "header": dict(series.header),
        "roster": {person.name: _about(person) for person in series.roster},
        "duty": list(series.duty),
    }
    settings = {"lapse": _written(series.lapse), "empty": _written(series.empty)}
    styles = written_styles(series.style.periods)
    style = _nonempty(style=styles if styles[1:] else styles[0])
    strict = _nonempty(strict=_day(series.strict))
    return write_file(_nonempty(**data) | settings | style | strict, *comments, side_comments=side_comments)


def write_meeting(meeting: Meeting, *comments: str) -> str:
    """Return the text of a meeting's file, with comments as in any file."""
    lines = [line.text for line in meeting_lines(meeting)]
    return "".join(f"{line}\n" for line in (*comments, *lines))


def meeting_lines(meeting: Meeting) -> list[Line]:
    """Return the lines of a meeting's file, each with the path to the value that it writes."""
    head = {
        "title": meeting.title,
        "date": str(meeting.date),
        "status": meeting.status if meeting.status != MEETING_STATUS else None,
        "reason": meeting.reason,
        "header": tuple(meeting.header),
        "ok": [rule for answer in meeting.answers if not answer.key_path for rule in answer.rules],
    }
    return _spaced_lines(_nonempty(**head) | _section(meeting.root))


def _section(section: Section) -> dict[str, Any]:
    data = _nonempty(title=section.title)
    data |= {key: list(names) for key, names in section.attendance.lists() if names}
    data |= dict(_block(block) for block in section.blocks)
    if section.sections:
        data["sections"] = [_section(subsection) for subsection in section.sections]
    return data


def _block(block: Block) -> tuple[str, Any]:
    match block:
        case Notes():
            return "notes", block.text
        case Duties():
            return "duty", tuple((duty.label, one_or_more(duty.people)) for duty in block.duties)
        case Counters():
            return "counters", tuple((counter.label, _counter(counter)) for counter in block.counters)
        case Table():
            return "table", _table(block)
        case Actions():
            return "actions", [_action_or_topic(action_or_topic) for action_or_topic in block.listed]


def _counter(counter: Counter) -> Any:
    return {"value": counter.value, "continues": counter.continues} if counter.continues else counter.value


def _table(table: Table) -> dict[str, Any]:
    optional = {
        "totals": table.totals,
        "continues": list(table.continues or ()),
        "baseline": table.baseline,
        "changing": table.changing,
    }
    return {
        "id": table.id,
        "labels": table.labels,
        "columns": list(table.columns),
        **_nonempty(**optional),
        "rows": tuple((row.label, _row(row)) for row in table.rows),
    }


def _row(row: Row) -> Any:
    counts = one_or_more(row.counts)
    return {"counts": counts, "continues": row.continues} if row.continues else counts


def _action_or_topic(action_or_topic: Action | Topic) -> dict[str, Any]:
    if isinstance(action_or_topic, Action):
        return _action(action_or_topic)
    data = {"topic": action_or_topic.topic, "notes": action_or_topic.notes}
    return _nonempty(**data) | {"actions": [_action(action) for action in action_or_topic.actions]}


def _action(action: Action) -> dict[str, Any]:
    optional = {
        "since": _day(action.since),
        "due": _day(action.due),
        "status": action.status if action.has_status or action.status != "open" else None,
        "reason": action.reason,
        "note": one_or_more(action.notes),
    }
    keys = {"id": action.id, "owner": one_or_more(action.owners), "task": action.task}
    return _nonempty(**keys) | _nonempty(**optional)


def _about(person: Person) -> dict[str, Any]:
    until = dict(person.former_names)
    aliases = [
        {"name": alias, "until": str(until[alias])} if alias in until else alias for alias in person.aliases
    ]
    return _nonempty(aliases=aliases, **dated({}, person.since), until=_day(person.until), group=person.group)


def _written(setting: Dated[Any]) -> Any:
    """Return a setting as it is written: plain, or as a list of what holds from some days on."""
    if len(setting.periods) == 1 and setting.periods[0].start is None:
        return setting.periods[0].value
    return [dated({"value": period.value}, period.start) for period in setting.periods]


def dated(setting: dict[str, Any], start: date | None) -> dict[str, Any]:
    """Return a value of a setting with the day from which it holds, if it hasn't held always."""
    return setting | ({"from": str(start)} if start else {})


def written_styles(periods: Sequence[Period[Style]]) -> list[dict[str, Any]]:
    """Return styles each of which says what differs from the one before; the first says all that changes later."""
    styles = [_settings(period.value) for period in periods]
    usual = _settings(Style())
    opening = {
        key: value
        for key, value in styles[0].items()
        if value != usual[key] or (key != "words" and any(style[key] != value for style in styles))
    }
    changes = [
        {key: value for key, value in style.items() if value != earlier[key]}
        | _changed_words(earlier["words"], style)
        for earlier, style in pairwise(styles)
    ]
    return [dated(change, period.start) for change, period in zip([opening, *changes], periods, strict=True)]


def _changed_words(earlier: dict[str, Any], style: dict[str, Any]) -> dict[str, Any]:
    """Return the words that are others than before; those that are the language's again must be said, too."""
    usual = fixed_words(style["language"])
    restored = written_words((key, getattr(usual, key)) for key in earlier if key not in style["words"])
    words = {key: word for key, word in style["words"].items() if earlier.get(key) != word} | restored
    return {"words": words} if words else {}


def _settings(style: Style) -> dict[str, Any]:
    return asdict(style) | {"words": written_words(style.words)}


def _nonempty(**mapping: Any) -> dict[str, Any]:
    """Return what says something of a mapping."""
    return {key: value for key, value in mapping.items() if value}


def _day(day: object) -> str:
    return str(day or "")
