"""The files of a series as text: its meetings from plain data of the format, its series.yaml from the record."""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from minutebook.records.dated import Dated
from minutebook.records.defaults import FORMAT
from minutebook.records.problem import KeyPath
from minutebook.records.series import Person, Series
from minutebook.source.yaml.block_gaps import missing_gaps
from minutebook.source.yaml.writer import write_mapping


def editors_line(folder: PurePosixPath, file_type: str) -> str:
    """Return the line by which editors find the schema of a file in a folder."""
    up = "../" * len(folder.parts)
    return f"# yaml-language-server: $schema={up}schema/{file_type}.schema.json"


def write_file(
    data: Mapping[str, Any], *comments: str, side_comments: Mapping[KeyPath, str] | None = None
) -> str:
    """Return the text of a file that begins with comments.

    `side_comments` are what goes behind the values at some paths, from the spaces before its `#` on.
    """
    written_behind = side_comments or {}
    lines = [f"{line.text}{written_behind.get(line.key_path, '')}" for line in write_mapping(data)]
    for number in reversed(list(missing_gaps(lines))):
        lines.insert(number, "")
    return "".join(f"{line}\n" for line in (*comments, *lines))


def write_series(series: Series, *comments: str, side_comments: Mapping[KeyPath, str] | None = None) -> str:
    """Return the text of a series.yaml, with comments as in any file."""
    data = {
        "format": FORMAT,
        "title": _written(series.title),
        "schedule": [
            _nonempty(rule=rule.texts[0] if len(rule.texts) == 1 else list(rule.texts), **_from(rule.start))
            for rule in series.schedule
        ],
        "header": dict(series.header),
        "roster": {person.name: _about(person) for person in series.roster},
        "duty": list(series.duty),
    }
    settings = {"lapse": _written(series.lapse), "empty": _written(series.empty)}
    strict = _nonempty(strict=_day(series.strict))
    return write_file(_nonempty(**data) | settings | strict, *comments, side_comments=side_comments)


def _about(person: Person) -> dict[str, Any]:
    until = dict(person.former_names)
    aliases = [
        {"name": alias, "until": str(until[alias])} if alias in until else alias for alias in person.aliases
    ]
    return _nonempty(
        aliases=aliases,
        **_from(person.since),
        until=_day(person.until),
        group=person.group,
    )


def _written(setting: Dated[Any]) -> Any:
    """Return a setting as it is written: plain, or as a list of what holds from some days on."""
    if len(setting.periods) == 1 and setting.periods[0].start is None:
        return setting.periods[0].value
    return [{"value": entry.value, **_nonempty(**_from(entry.start))} for entry in setting.periods]


def _from(day: date | None) -> dict[str, str]:
    return {"from": _day(day)}


def _nonempty(**mapping: Any) -> dict[str, Any]:
    """Return what says something of a mapping."""
    return {key: value for key, value in mapping.items() if value}


def _day(day: object) -> str:
    return str(day or "")
